"""The page of a speaker: field of work, books, and the posts that mention them."""

import pytest

from people.models import Book
from tests.editor import edit_page, sign_in
from tests.factories import (
    BlogPageFactory,
    PersonPageFactory,
    SpeakerIndexPageFactory,
    SpeakerPageFactory,
    StandardPageFactory,
    publish,
    quote,
    text,
)
from tests.reader import links, open_page, words


@pytest.fixture
def sal(home):
    return SpeakerPageFactory(title="Sal Speaker", field_of_work="Knots and how to leave them")


def mentioned_in(client, speaker) -> list[str]:
    """Return the titles of the posts that a speaker's page lists as mentioning them."""
    section = open_page(client, speaker.url).main.find(attrs={"aria-labelledby": "mentions"})
    return [words(heading) for heading in section.find_all("h3")] if section else []


def linking_to(page) -> tuple[str, dict]:
    return text(f'<p>As <a linktype="page" id="{page.pk}">Sal</a> says.</p>')


def test_a_speaker_is_told_by_field_books_and_address(client, sal):
    Book.objects.create(speaker=sal, title="Knots", year=1999, sort_order=1)
    Book.objects.create(speaker=sal, title="Ropes", sort_order=2)
    sal.web_address = "https://sal.example/"
    sal.save()
    facts = open_page(client, sal.url).main.dl
    assert "Knots and how to leave them" in words(facts)
    assert [words(title) for title in facts.find_all("cite")] == ["Knots", "Ropes"]
    assert "Knots (1999)" in words(facts)
    assert links(facts)["Sal’s own website"] == "https://sal.example/"


def test_books_are_added_in_the_editor(client, sal):
    row = {"id": "", "title": "Knots", "year": "1999", "isbn": ""}
    edit_page(sign_in(client), sal, "publish", body=[], books=[row])
    assert [str(book) for book in sal.books.all()] == ["Knots (1999)"]


def test_posts_that_quote_or_link_a_speaker_are_listed(client, sal):
    publish(BlogPageFactory(title="Quotes", body=[quote(name="", profile=sal)]))
    publish(BlogPageFactory(title="Links", body=[linking_to(sal)]))
    publish(BlogPageFactory(title="Neither", body=[text()]))
    assert sorted(mentioned_in(client, sal)) == ["Links", "Quotes"]


def test_a_post_that_mentions_a_speaker_twice_is_listed_once(client, sal):
    body = [quote(name="", profile=sal), linking_to(sal), linking_to(sal)]
    publish(BlogPageFactory(title="Twice", body=body))
    assert mentioned_in(client, sal) == ["Twice"]


def test_pages_that_are_no_posts_and_drafts_are_not_listed(client, sal):
    publish(StandardPageFactory(body=[linking_to(sal)]))
    BlogPageFactory(title="Draft", live=False, body=[linking_to(sal)])
    assert mentioned_in(client, sal) == []


def test_a_post_by_a_speaker_is_listed_as_theirs(client, sal):
    BlogPageFactory(title="By Sal", author=sal)
    section = open_page(client, sal.url).main.find(attrs={"aria-labelledby": "posts"})
    assert words(section.h3) == "By Sal"
    assert mentioned_in(client, sal) == []


def test_speakers_are_listed_apart_from_people(client, sal):
    PersonPageFactory(title="Pat Person")
    main = open_page(client, sal.get_parent().url).main
    assert "Sal Speaker" in links(main)
    assert "Knots and how to leave them" in words(main)
    assert "Pat Person" not in words(main)


def test_speakers_are_listed_by_family_name(client, home):
    index = SpeakerIndexPageFactory()
    for name in ("Ann Zeta", "Zoe Alpha"):
        SpeakerPageFactory(title=name)
    headings = open_page(client, index.url).main.find_all("h2")
    assert [words(heading) for heading in headings] == ["Zoe Alpha", "Ann Zeta"]
