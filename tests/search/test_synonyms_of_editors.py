"""Editors' synonyms: what they find, what is refused, and what a trial shows before saving."""

import re

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from search.models import Document, EditorsSynonym, Posting, SearchIndex, Term
from search.models.synonyms import lines_of
from search.trial import Trial
from tests.editor import complaints, fill_in
from tests.factories import (
    BlogPageFactory,
    DocumentFactory,
    OrganisationFactory,
    StandardPageFactory,
    publish,
    text,
)
from tests.reader import parsed, words
from tests.search.asking import ask, indexed, titles
from tests.search.editor import answer_of, found
from tests.signing_in import sign_in_as

ADD = "wagtailsnippets_search_editorssynonym:add"
EDIT = "wagtailsnippets_search_editorssynonym:edit"
LIST = "wagtailsnippets_search_editorssynonym:list"
ICS = "The ICS at work"
LONG = "An integrated care system explained"
HERRING = "Herring and nets"


@pytest.fixture
def posts(home):
    for title in (ICS, LONG, HERRING):
        BlogPageFactory(title=title)
    return indexed()


@pytest.fixture
def write(django_capture_on_commit_callbacks):
    """Return a function that saves a synonym, after which the index follows."""

    def save(names: str, asked: str = "", synonym: EditorsSynonym | None = None, **more):
        synonym = synonym or EditorsSynonym(**more)
        synonym.names, synonym.asked = names, asked
        with django_capture_on_commit_callbacks(execute=True):
            synonym.save()
        return synonym

    return save


def form(client, address: str, **given) -> dict:
    """Return what the form of a synonym sends."""
    return fill_in(client.get(address), "w-editor-form", **given)


def refused(client, **given) -> str:
    """Send a new synonym and return what is said against it."""
    answer = client.post(reverse(ADD), form(client, reverse(ADD), **given))
    assert EditorsSynonym.objects.count() == 0
    return complaints(answer)


def test_each_name_finds_pages_that_say_the_other(client, posts, write):
    assert titles(ask(client, "ICS")) == [ICS]
    write("ICS\nintegrated care system")
    assert set(titles(ask(client, "ICS"))) == {ICS, LONG}
    assert set(found("integrated care system")) == {ICS, LONG}


def test_one_way_finds_the_names_and_not_the_reverse(posts, write):
    write("integrated care system", asked="herring")
    assert set(found("herring")) == {HERRING, LONG}
    assert found("integrated care system") == [LONG]


def test_a_page_must_say_a_name_whole_and_in_order(home, write):
    BlogPageFactory(title="A system for integrated meals and care")
    BlogPageFactory(title=HERRING)
    indexed()
    write("herring\nintegrated care system")
    assert found("herring") == [HERRING]


def test_a_changed_synonym_no_longer_finds_what_it_did(posts, write):
    synonym = write("ICS\nintegrated care system")
    write("ICS\nherring", synonym=EditorsSynonym.objects.get(pk=synonym.pk))
    assert set(found("ICS")) == {ICS, HERRING}


def test_a_deleted_synonym_finds_nothing_more(posts, write, django_capture_on_commit_callbacks):
    synonym = write("ICS\nintegrated care system")
    with django_capture_on_commit_callbacks(execute=True):
        synonym.delete()
    assert found("ICS") == [ICS]


def test_files_follow_a_synonym_as_pages_do(home, write):
    file = DocumentFactory(title="Minutes", file=ContentFile(b"Our ICS met twice.", "minutes.txt"))
    body = [("document", {"document": file, "is_accessible": True}), text()]
    publish(StandardPageFactory(title="Meetings", body=body))
    indexed()
    assert found("integrated care system") == []
    synonym = write("ICS\nintegrated care system")
    assert found("integrated care system") == ["Minutes"]
    write("ICS\nherring", synonym=EditorsSynonym.objects.get(pk=synonym.pk))
    assert found("integrated care system") == []


def test_a_synonym_of_another_language_changes_nothing(posts, write):
    write("ICS\nintegrated care system", language="cy")
    assert found("ICS") == [ICS]


def test_an_editor_adds_a_synonym_by_the_form(client, posts, django_capture_on_commit_callbacks):
    sign_in_as(client)
    data = form(client, reverse(ADD), names="ICS\n\n  integrated   care system ")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse(ADD), data)
    assert EditorsSynonym.objects.get().names == "ICS\nintegrated care system"
    assert set(found("ICS")) == {ICS, LONG}


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("ICS", "Write at least two names"),
        ("leader\nLeaders", "“leader” and “Leaders” are the same to the search already"),
        ("ICS\nICS", "“ICS” stands here twice"),
        ("the\nwith", "“the” is only small words"),
        ("ICS\n?!", "“?!” has no letter or figure"),
        ("ICS\n" + "care " * 21, "longer than 100 signs"),
        ("\n".join(f"name{at}" for at in range(21)), "These are 21 names. Keep to 20."),
    ],
)
def test_names_that_could_mean_nothing_are_refused_in_words(client, posts, names, told):
    assert told in refused(sign_in_as(client), names=names)


def test_one_fault_is_told_once(client, posts):
    told = refused(sign_in_as(client), names="the\nICS")
    assert "“the” is only small words" in told
    assert "Write at least" not in told


def test_an_empty_list_is_refused(client, posts):
    assert "required" in refused(sign_in_as(client), names="")


def test_names_of_one_organisation_are_refused_as_known_already(client, posts):
    OrganisationFactory(name="Creek Council", short_name="CC")
    told = refused(sign_in_as(client), names="creek council\nCC")
    assert "The search knows already that “creek council” and “CC” mean the same." in told


def test_a_name_of_another_list_is_refused_with_where_it_stands(client, posts, write):
    write("ICS\nintegrated care system")
    sign_in_as(client)
    answer = client.post(reverse(ADD), form(client, reverse(ADD), names="herring\nics"))
    assert "“ics” stands in the synonym “ICS = integrated care system”" in complaints(answer)


def test_a_synonym_may_be_saved_again_as_it_is(client, posts, write):
    synonym = write("ICS\nintegrated care system")
    sign_in_as(client)
    address = reverse(EDIT, args=[synonym.pk])
    answer = client.post(address, form(client, address))
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("names", "asked", "text"),
    [
        ("ICS\nintegrated care system", "", "ICS"),
        ("ICS\nintegrated care system", "", "system of integrated herring"),
        ("integrated care system\nherring", "", "integrated care system"),
        ("integrated care system\nICS", "herring", "herring"),
    ],
)
def test_a_trial_finds_exactly_what_the_saved_synonym_will(posts, write, names, asked, text):
    tried = Trial(posts, text, EditorsSynonym(names=names, asked=asked)).then
    before = [(hit.number, hit.score) for hit in tried.in_order]
    write(names, asked)
    keys = dict(Document.objects.filter(index=posts).values_list("number", "key"))
    answer = answer_of(text)
    assert [(keys[number], score) for number, score in before] == [
        (keys[hit.number], hit.score) for hit in answer.in_order
    ]
    assert tried.count == answer.count


def test_a_trial_of_a_change_leaves_out_what_the_synonym_did(posts, write):
    synonym = write("ICS\nintegrated care system")
    synonym.names = "ICS\nherring"
    index = SearchIndex.objects.get(pk=posts.pk)
    trial = Trial(index, "ICS", synonym)
    assert {row.then.target.title for row in trial.rows if row.then} == {ICS, HERRING}
    gone = [row.now.target.title for row in trial.rows if row.gone]
    assert gone == [LONG]


def test_a_trial_is_shown_on_the_form_and_writes_nothing(client, posts):
    sign_in_as(client)
    counts = [model.objects.count() for model in (Term, Posting, EditorsSynonym)]
    names = "ICS\nintegrated care system"
    data = form(client, reverse(ADD), names=names) | {"action-try": "1"}
    page = parsed(client.post(reverse(ADD), data).text)
    table = page.find("caption", string=re.compile("first ten")).parent
    assert [words(row) for row in table.tbody.find_all("tr")] == [
        f"1 {ICS} (Blog post) {ICS} (Blog post) Stays",
        f"2 {LONG} (Blog post) New",
    ]
    assert "Results for “ICS”: 1 now, 2 with this synonym." in words(page)
    assert lines_of(page.find("textarea", attrs={"name": "names"}).text) == lines_of(names)
    assert [model.objects.count() for model in (Term, Posting, EditorsSynonym)] == counts


def test_a_trial_of_something_wrong_says_what_is_wrong(client, posts):
    sign_in_as(client)
    data = form(client, reverse(ADD), names="ICS") | {"action-try": "1"}
    assert "at least two names" in client.post(reverse(ADD), data).text


def test_a_trial_on_a_stored_synonym_saves_nothing(client, posts, write):
    synonym = write("ICS\nintegrated care system")
    sign_in_as(client)
    address = reverse(EDIT, args=[synonym.pk])
    data = form(client, address, names="ICS\nherring") | {"action-try": "1", "try": "herring"}
    assert "Results for “herring”: 1 now, 2 with this synonym." in words(
        parsed(client.post(address, data).text)
    )
    assert EditorsSynonym.objects.get().names == "ICS\nintegrated care system"


def test_a_trial_without_an_index_says_so(client, home):
    sign_in_as(client)
    data = form(client, reverse(ADD), names="ICS\nherring") | {"action-try": "1"}
    assert "no search index of this language" in client.post(reverse(ADD), data).text


def test_a_new_synonym_starts_with_what_the_address_gives(client, home):
    sign_in_as(client)
    page = parsed(client.get(reverse(ADD) + "?names=ics&language=cy").text)
    assert page.find("textarea", attrs={"name": "names"}).text.strip() == "ics"
    assert page.find("option", value="cy").has_attr("selected")


def test_the_list_tells_what_means_the_same(client, posts, write):
    write("ICS\nintegrated care system")
    write("emergency services", asked="ambulance")
    page = words(parsed(sign_in_as(client).get(reverse(LIST)).text))
    assert "ICS = integrated care system" in page
    assert "ambulance → emergency services" in page
