"""Suggestions while somebody types: pages and people by any word of their titles and names."""

import datetime
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from core.models import BasePage
from tests.factories import (
    WAYS_TO_GO,
    BlogPageFactory,
    DocumentFactory,
    PersonPageFactory,
    make_private,
    quote,
    text,
)
from tests.search.asking import indexed


def suggestions(client, start: str) -> list[dict[str, str]]:
    """Return what is suggested for a start."""
    answer = client.get("/search/suggest/?" + urlencode({"q": start}))
    assert answer.status_code == 200
    return answer.json()["suggestions"]


def suggested(client, start: str) -> list[str]:
    """Return the words that are suggested for a start."""
    return [one["text"] for one in suggestions(client, start)]


def test_a_suggestion_says_title_kind_and_address(client, home):
    person = PersonPageFactory(title="Ottoline Grieve")
    indexed()
    assert suggestions(client, "otto") == [
        {"text": "Ottoline Grieve", "kind": "Person", "url": person.url}
    ]


@pytest.mark.parametrize("start", ["grie", "GRIEVE", "ottoline g", " ottoline  gr", "Ottóline"])
def test_any_word_of_a_name_may_be_begun(client, home, start):
    PersonPageFactory(title="Ottoline Grieve")
    indexed()
    assert suggested(client, start) == ["Ottoline Grieve"]


def test_a_name_is_found_by_letters_without_their_marks(client, home):
    PersonPageFactory(title="Siân Dŵr")
    indexed()
    assert suggested(client, "sian") == suggested(client, "dwr") == ["Siân Dŵr"]


@pytest.mark.parametrize(
    "start", ["friday at four wh", "“friday", "Friday at four: what", "four what"]
)
def test_a_title_is_suggested_without_its_signs(client, home, start):
    BlogPageFactory(title="“Friday at four”: what we learned")
    indexed()
    assert suggested(client, start) == ["“Friday at four”: what we learned"]


def test_a_former_name_suggests_the_person_by_the_name_of_today(client, home):
    PersonPageFactory(title="Ottoline Grieve", other_names="Ottoline Bracken")
    indexed()
    assert suggested(client, "bracken") == ["Ottoline Grieve"]


def test_people_come_before_titles_and_starts_before_words_within(client, home):
    BlogPageFactory(title="A herring")
    BlogPageFactory(title="Herring and nets")
    PersonPageFactory(title="Ada Herring")
    indexed()
    assert suggested(client, "herr") == ["Ada Herring", "Herring and nets", "A herring"]


def test_a_page_is_suggested_once_though_several_words_begin_so(client, home):
    PersonPageFactory(title="Anna Annable", other_names="Annie Annable")
    indexed()
    assert suggested(client, "ann") == ["Anna Annable"]


def test_eight_are_suggested_and_no_more(client, home):
    for number in range(12):
        BlogPageFactory(title=f"Herring {number:02}")
    indexed()
    assert suggested(client, "herring") == [f"Herring {number:02}" for number in range(8)]


@pytest.mark.parametrize("start", ["", " ", "h", "zyzzyva"])
def test_one_letter_and_unknown_starts_suggest_nothing(client, home, start):
    BlogPageFactory(title="Herring")
    indexed()
    assert suggested(client, start) == []


def test_quotations_and_files_are_not_suggested(client, home):
    file = DocumentFactory(title="Herring list")
    body = [quote("Words."), ("document", {"document": file, "is_accessible": True}), text()]
    BlogPageFactory(title="At sea", body=body)
    indexed()
    assert suggested(client, "sam sayer") == []
    assert suggested(client, "herring") == []


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_a_page_that_readers_may_not_see_is_not_suggested_before_the_index_hears(client, home, go):
    post = BlogPageFactory(title="Herring")
    indexed()
    go(post)
    assert suggested(client, "herring") == []


def test_a_page_below_a_private_one_is_not_suggested(client, home):
    post = BlogPageFactory(title="Herring")
    indexed()
    make_private(post.get_parent())
    assert suggested(client, "herring") == []


def test_a_page_whose_time_is_over_is_not_suggested(client, home):
    post = BlogPageFactory(title="Herring")
    indexed()
    past = timezone.now() - datetime.timedelta(minutes=1)
    BasePage.objects.filter(pk=post.pk).update(expire_at=past)
    assert suggested(client, "herring") == []


def test_nothing_is_suggested_before_there_is_an_index(client, home):
    BlogPageFactory(title="Herring")
    assert suggested(client, "herring") == []


def test_a_newly_built_index_is_asked_at_once(client, home):
    BlogPageFactory(title="Harbour lights")
    assert suggested(client, "harb") == []
    indexed()
    assert suggested(client, "harb") == ["Harbour lights"]
    indexed()
    assert suggested(client, "harb") == ["Harbour lights"]


def test_caches_keep_suggestions_for_a_minute_and_no_cookie_is_set(client, home):
    indexed()
    answer = client.get("/search/suggest/?q=herring")
    assert answer.headers["Content-Type"] == "application/json"
    assert "s-maxage=60" in answer.headers["Cache-Control"]
    assert answer.cookies == {}
