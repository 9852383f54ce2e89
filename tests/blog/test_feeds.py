"""The Atom feed of a blog and of each topic, as a feed reader reads it."""

import datetime
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from tests.factories import (
    AuthorshipFactory,
    BlogIndexPageFactory,
    BlogPageFactory,
    PersonPageFactory,
    TopicFactory,
)
from tests.reader import open_page, words

ATOM = {"": "http://www.w3.org/2005/Atom"}
NOW = timezone.now().replace(microsecond=0)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def blog(home):
    return BlogIndexPageFactory(title="Blog", summary="What we learn.")


def feed(client, address: str) -> ET.Element:
    """Ask for a feed and read it as XML."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(answer.content)


def entries(client, address: str) -> list[ET.Element]:
    return feed(client, address).findall("entry", ATOM)


def only_entry(client, blog) -> ET.Element:
    [entry] = entries(client, f"{blog.url}feed/")
    return entry


def moment(element: ET.Element, name: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(element.findtext(name, namespaces=ATOM))


def test_a_feed_says_what_it_is_and_where(client, blog):
    root = feed(client, f"{blog.url}feed/")
    assert root.tag == f"{{{ATOM['']}}}feed"
    assert root.findtext("title", namespaces=ATOM).startswith("Blog – ")
    assert root.findtext("subtitle", namespaces=ATOM) == "What we learn."
    addresses = {link.get("rel"): link.get("href") for link in root.findall("link", ATOM)}
    assert addresses == {"alternate": blog.full_url, "self": f"{blog.full_url}feed/"}
    assert root.findtext("id", namespaces=ATOM) == blog.full_url


def test_an_entry_tells_title_summary_address_and_author(client, blog):
    post = BlogPageFactory(title="Nineteen doors", summary="We counted.", author="Bo")
    entry = only_entry(client, blog)
    assert entry.findtext("title", namespaces=ATOM) == "Nineteen doors"
    assert entry.findtext("summary", namespaces=ATOM) == "We counted."
    assert entry.find("link", ATOM).get("href") == post.full_url
    assert entry.findtext("author/name", namespaces=ATOM) == "Bo"


def test_the_id_of_an_entry_is_its_address_and_its_own(client, blog):
    posts = BlogPageFactory.create_batch(3)
    found = [entry.findtext("id", namespaces=ATOM) for entry in entries(client, f"{blog.url}feed/")]
    assert sorted(found) == sorted(post.full_url for post in posts)


def test_all_authors_are_named_in_order(client, blog):
    post = BlogPageFactory(author=PersonPageFactory(title="Ann Example"))
    AuthorshipFactory(page=post, name="Bo")
    entry = only_entry(client, blog)
    assert entry.findtext("author/name", namespaces=ATOM) == "Ann Example, Bo"


def test_an_author_who_is_gone_is_still_named(client, blog):
    ann = PersonPageFactory(title="Ann Example")
    BlogPageFactory(author=ann)
    ann.delete()
    assert only_entry(client, blog).findtext("author/name", namespaces=ATOM) == "Ann Example"


# Dates
def test_a_post_that_was_never_updated_tells_its_publication_twice(client, blog):
    BlogPageFactory(first_published_at=NOW - 9 * DAY)
    entry = only_entry(client, blog)
    assert moment(entry, "published") == NOW - 9 * DAY
    assert moment(entry, "updated") == NOW - 9 * DAY


def test_the_updated_date_is_the_one_that_readers_see(client, blog):
    BlogPageFactory(
        first_published_at=NOW - 9 * DAY,
        last_published_at=NOW,
        page_updated_on=timezone.localdate(NOW - 2 * DAY),
    )
    entry = only_entry(client, blog)
    assert timezone.localdate(moment(entry, "updated")) == timezone.localdate(NOW - 2 * DAY)


def test_an_update_never_comes_before_the_publication(client, blog):
    BlogPageFactory(first_published_at=NOW, page_updated_on=timezone.localdate(NOW))
    entry = only_entry(client, blog)
    assert moment(entry, "updated") >= moment(entry, "published")


def test_the_feed_is_as_new_as_its_newest_entry(client, blog):
    for days in (9, 3):
        BlogPageFactory(first_published_at=NOW - days * DAY)
    assert moment(feed(client, f"{blog.url}feed/"), "updated") == NOW - 3 * DAY


# Which posts
def test_only_the_newest_twenty_are_told_newest_first(client, blog):
    for number in range(22):
        BlogPageFactory(title=f"{number:02}", first_published_at=NOW - number * DAY)
    told = [
        entry.findtext("title", namespaces=ATOM) for entry in entries(client, f"{blog.url}feed/")
    ]
    assert told == [f"{number:02}" for number in range(20)]


def test_drafts_are_not_told(client, blog):
    BlogPageFactory(live=False)
    assert entries(client, f"{blog.url}feed/") == []


def test_a_post_and_its_alias_are_told_once(client, blog):
    post = BlogPageFactory(title="Nineteen doors")
    post.create_alias(update_slug="again")
    assert post.url in only_entry(client, blog).find("link", ATOM).get("href")


def test_a_list_shows_a_post_and_its_alias_once(client, blog):
    post = BlogPageFactory(parent=blog, title="Herring")
    post.create_alias(update_slug="again")
    shown = words(open_page(client, blog.url).main)
    assert shown.count("Herring") == 1


def test_an_alias_of_another_blogs_post_is_told(client, blog):
    elsewhere = BlogPageFactory(parent=BlogIndexPageFactory(slug="elsewhere"))
    elsewhere.create_alias(parent=blog)
    assert only_entry(client, blog).findtext("title", namespaces=ATOM) == elsewhere.title


def test_a_topic_has_a_feed_of_its_own(client, blog):
    homes, work = TopicFactory(name="Homes"), TopicFactory(name="Work")
    BlogPageFactory(title="On homes", topics=[homes, work])
    BlogPageFactory(title="On work", topics=[work])
    root = feed(client, f"{blog.url}topic/homes/feed/")
    [entry] = root.findall("entry", ATOM)
    assert entry.findtext("title", namespaces=ATOM) == "On homes"
    assert [one.get("term") for one in entry.findall("category", ATOM)] == ["Homes", "Work"]
    assert root.findtext("title", namespaces=ATOM).startswith("Blog: Homes – ")
    addresses = {link.get("rel"): link.get("href") for link in root.findall("link", ATOM)}
    assert addresses["self"] == f"{blog.full_url}topic/homes/feed/"
    assert addresses["alternate"] == f"{blog.full_url}topic/homes/"


# What people type
@pytest.mark.parametrize("typed", ["A < B & C > D", "“Quoted” ’n’ Ünïcode 🧵", "]]> </title>"])
def test_what_people_type_is_told_as_they_typed_it(client, blog, typed):
    BlogPageFactory(title=typed, slug="typed", summary=typed, author=typed)
    entry = only_entry(client, blog)
    for name in ("title", "author/name"):
        assert entry.findtext(name, namespaces=ATOM) == typed
    summary = entry.find("summary", ATOM)
    assert summary.get("type") == "html"
    assert unescape(summary.text) == typed
    assert "<" not in summary.text


def test_a_control_character_from_a_word_processor_breaks_no_feed(client, blog):
    topic = TopicFactory(name="Ho\x0bmes", slug="homes")
    typed = {"title": "A\x0bB", "slug": "typed", "summary": "C\x0cD", "author": "E\x08F"}
    BlogPageFactory(topics=[topic], **typed)
    [entry] = entries(client, f"{blog.url}topic/homes/feed/")
    assert entry.findtext("title", namespaces=ATOM) == "A B"
    assert entry.findtext("summary", namespaces=ATOM) == "C D"


def test_a_feed_needs_no_more_queries_for_more_posts(client, blog, django_assert_max_num_queries):
    address = f"{blog.url}feed/"
    for author in (PersonPageFactory(), "Bo", PersonPageFactory()):
        BlogPageFactory(author=author, topics=[TopicFactory()])
    client.get(address)
    with django_assert_max_num_queries(9):
        client.get(address)
    for _number in range(12):
        BlogPageFactory(author=PersonPageFactory(), topics=[TopicFactory()])
    client.get(address)
    with django_assert_max_num_queries(9):
        client.get(address)
