"""A feed of a search tells when something new is found."""

import datetime
import xml.etree.ElementTree as Tree

import pytest
from django.utils import timezone

from tests.factories import BlogPageFactory, PersonPageFactory, make_private, quote
from tests.search.asking import indexed

ATOM = "{http://www.w3.org/2005/Atom}"
NOW = timezone.now()
DAY = datetime.timedelta(days=1)


def feed(client, query: str):
    """Return the feed of a search."""
    answer = client.get(f"/search/feed/?{query}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return Tree.fromstring(answer.content)


def entries(client, query: str) -> list[str]:
    """Return the titles in a feed."""
    return [entry.findtext(f"{ATOM}title") for entry in feed(client, query).iter(f"{ATOM}entry")]


def test_the_newest_results_come_first(client, home):
    BlogPageFactory(title="Herring herring herring", first_published_at=NOW - 9 * DAY)
    BlogPageFactory(title="The newest herring", first_published_at=NOW)
    BlogPageFactory(title="Nothing of the kind", first_published_at=NOW)
    indexed()
    assert entries(client, "q=herring") == ["The newest herring", "Herring herring herring"]


def test_an_entry_says_address_day_kind_and_words(client, home, settings):
    day = datetime.datetime(2020, 3, 5, 12, tzinfo=datetime.UTC)
    post = BlogPageFactory(title="Boats", summary="Of the herring & more.", first_published_at=day)
    indexed()
    [entry] = feed(client, "q=herring").iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == settings.SITE_URL + post.url
    assert entry.findtext(f"{ATOM}updated").startswith("2020-03-05")
    assert entry.find(f"{ATOM}category").get("term") == "Blog post"
    assert "Of the herring &amp; more." in entry.findtext(f"{ATOM}summary")


def test_the_feed_follows_what_the_search_is_narrowed_by(client, home, settings):
    BlogPageFactory(title="Herring")
    PersonPageFactory(title="Herring Jones")
    indexed()
    assert entries(client, "q=herring&type=personpage") == ["Herring Jones"]
    found = feed(client, "q=herring&type=personpage")
    addresses = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert addresses == {
        "alternate": f"{settings.SITE_URL}/search/?q=herring&type=personpage",
        "self": f"{settings.SITE_URL}/search/feed/?q=herring&type=personpage",
    }


def test_every_entry_has_a_moment_though_people_have_no_day(client, home):
    PersonPageFactory(title="Herring Jones")
    BlogPageFactory(title="At sea", body=[quote("Herring.")])
    indexed()
    found = list(feed(client, "q=herring").iter(f"{ATOM}entry"))
    assert len(found) == 3
    assert all(entry.findtext(f"{ATOM}updated") for entry in found)
    assert len({entry.findtext(f"{ATOM}id") for entry in found}) == 3


def test_a_private_page_is_in_no_feed(client, home):
    post = BlogPageFactory(title="Herring")
    indexed()
    make_private(post)
    assert entries(client, "q=herring") == []


@pytest.mark.parametrize("query", ["", "q=", "q=zyzzyva", "q=herring"])
def test_a_feed_without_results_or_index_is_a_feed(client, home, query):
    assert entries(client, query) == []


def test_signs_that_xml_has_no_place_for_are_left_out(client, home):
    BlogPageFactory(title="Her\x0bring net", summary="\x0c")
    indexed()
    assert len(entries(client, "q=net\x01")) == 1


def test_caches_keep_a_feed_for_a_minute(client, home):
    indexed()
    answer = client.get("/search/feed/?q=herring")
    assert "s-maxage=60" in answer.headers["Cache-Control"]
    assert answer.cookies == {}
