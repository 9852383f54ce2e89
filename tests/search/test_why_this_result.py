"""Why a result comes where it does: the parts add up to the engine's score exactly."""

import pytest
from django.urls import reverse

from search.explaining import Explanation
from search.models import EditorsSynonym, PromotedPage, Promotion
from tests.factories import BlogPageFactory, PersonPageFactory, RoleFactory, heading, text
from tests.reader import parsed, words
from tests.search.asking import indexed
from tests.signing_in import sign_in_as


@pytest.fixture
def index(home):
    EditorsSynonym.objects.bulk_create([EditorsSynonym(names="herring\nsilver fish")])
    BlogPageFactory(title="Herring and nets", body=[heading("Nets"), text("Herring in nets.")])
    BlogPageFactory(title="Silver fish", body=[text("The co-operation of leaders. Herring.")])
    BlogPageFactory(title="Leadership", body=[text("Leaders work with nets and herring.")])
    BlogPageFactory(title="Welcome", body=[text("Cooperation, and a colour.")])
    person = PersonPageFactory(title="Oona Herring")
    RoleFactory(profile=person)
    return indexed()


@pytest.mark.parametrize(
    "asked",
    [
        "herring",
        "herring nets",
        "silver fish",
        "leaders herring herring",
        "cooperation",
        "co-operation of leaders",
        "hering",
        "leadersh",
        "color",
        "oona herring",
        "herringnets",
        "the",
    ],
)
def test_the_parts_add_up_to_the_score_exactly(index, asked):
    explained = Explanation(index, asked).explained
    assert explained
    assert [one.total for one in explained] == [one.result.hit.score for one in explained]


@pytest.mark.parametrize(
    ("asked", "how"),
    [
        ("nets", "as asked"),
        ("heering", "corrected to “herring”"),
        ("silver fish", "a name that means the same"),
        ("leadersh", "the word goes on like this"),
    ],
)
def test_each_word_says_how_it_is_answered(index, asked, how):
    words_of = [word for one in Explanation(index, asked).explained for word in one.words]
    assert any(how in word.how for word in words_of)


def test_a_word_says_in_which_fields_it_stands_and_how_often(index):
    first = Explanation(index, "nets").explained[0]
    assert first.result.target.title == "Herring and nets"
    assert dict(first.words[0].places)["title"] == 1
    assert dict(first.words[0].places)["text"] >= 1


def test_promoted_pages_and_exact_names_are_told(index):
    welcome = Explanation(index, "welcome").explained[0].result.target
    promotion = Promotion.objects.create(phrases="oona herring")
    PromotedPage.objects.create(promotion=promotion, page_id=welcome.pk)
    first, second, *_others = Explanation(index, "oona herring").explained
    assert (first.result.target.title, first.is_promoted, first.words) == ("Welcome", True, [])
    assert (second.result.target.title, second.is_called_so) == ("Oona Herring", True)


def test_an_editor_reads_it_in_words(client, index):
    page = parsed(sign_in_as(client).get(reverse("search_why"), {"q": "heering nets"}).text)
    said = words(page)
    assert "“heering” is on no page. The search took “herring” instead." in said
    assert "Herring and nets" in said
    assert "points" in said


@pytest.mark.parametrize("asked", ["", "zyzzyva", "\0", "x" * 3000, "<script>"])
def test_odd_searches_are_explained_too(client, index, asked):
    assert sign_in_as(client).get(reverse("search_why"), {"q": asked}).status_code == 200


def test_nothing_found_and_no_index_are_said(client, home):
    sign_in_as(client)
    assert "no search index" in client.get(reverse("search_why"), {"q": "herring"}).text
    indexed()
    answer = client.get(reverse("search_why"), {"q": "zyzzyva"})
    assert "Nothing is found for “zyzzyva”" in words(parsed(answer.text))


def test_readers_are_sent_to_sign_in(client, index):
    answer = client.get(reverse("search_why"), {"q": "herring"})
    assert answer.status_code == 302
