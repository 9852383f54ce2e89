"""What readers ask for costs a fixed number of queries, however much the site holds.

The one that reads the site's generation counts too (see core.remembered).
"""

import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from people.models import Book
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    DocumentFactory,
    OrganisationFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    SpeakerPageFactory,
    StandardPageFactory,
    TopicFactory,
    many_posts,
    people_row,
    publish,
    quote,
    text,
)
from tests.factories.pages import stored

FEW, MANY = 11, 1000
SHORT, LONG = 2, 60
AT_MOST = {
    "/": 12,
    "/blog/": 13,
    "/blog/?page=2": 13,
    "/blog/topic/homes/": 13,
    "/blog/year/YEAR/": 13,
    "/blog/author/ann-example/": 13,
    "/blog/feed/": 13,
    "/blog/one-of-many-5/": 12,
    "/people/": 12,
    "/people/ann-example/": 12,
    # A person's page, books, and the posts that mention the speaker with their authors.
    "/speakers/sal-speaker/": 15,
    "/nothing/": 5,
    "/nothing/at/all/": 5,
    "/blog/nothing/": 5,
    "/blog/topic/nothing/": 5,
    "/blog/topic/nothing/feed/": 5,
    "/blog/topic/nothing/at/all/": 5,
    "/blog/year/1999/": 5,
    "/blog/year/0/": 5,
    "/blog/author/nothing/": 5,
    # Somebody who has a page and writes nothing here.
    "/blog/author/bo-silent/": 5,
    "/blog/one-of-many-5/nothing/": 5,
    "/people/nothing/": 5,
    "/people/ann-example/nothing/": 5,
    "/cy/nothing/": 5,
    "/media/nothing.webp": 5,
    "/documents/999999999/nothing.pdf": 5,
}


def queries(client, address: str) -> list[str]:
    """Return the queries of an address, once the small facts of the site are known."""
    first = client.get(address)
    with CaptureQueriesContext(connection) as asked:
        again = client.get(address)
    assert (first.status_code, again.status_code) in {(200, 200), (404, 404)}
    return [query["sql"] for query in asked.captured_queries]


def picture():
    return PictureFactory(file__width=9, file__height=9)


def person(**fields):
    """Return somebody with a face, a role now and one before."""
    profile = PersonPageFactory(portrait=picture(), **fields)
    RoleFactory(profile=profile, title="Mayor")
    RoleFactory(profile=profile, organisation=renamed(), ended_on=datetime.date(2020, 1, 1))
    return profile


def speaker():
    """Return a speaker with a role, a book and a post of their own."""
    sal = SpeakerPageFactory(title="Sal Speaker")
    RoleFactory(profile=sal)
    RoleFactory(profile=sal, organisation=renamed(), ended_on=datetime.date(2020, 1, 1))
    Book.objects.create(speaker=sal, title="Knots")
    return sal


def renamed():
    """Return an organisation that has another name now."""
    old = OrganisationFactory(became="renamed")
    old.successors = [OrganisationFactory()]
    old.save()
    return old


def linked(kind: str, key: int) -> str:
    return f'<p>Read <a linktype="{kind}" id="{key}">more</a>.</p>'


def body(blocks: int) -> list[tuple]:
    """Return blocks that each choose or link to records of their own.

    The first two name a record of every kind but pictures; each page has one of those anyway.
    """
    links = linked("page", StandardPageFactory().pk) + linked("document", DocumentFactory().pk)
    first = [text(links), quote(name="", profile=person())]
    return [*first, *(_block(place) for place in range(blocks - len(first)))]


def _block(place: int) -> tuple:
    kinds = [
        lambda: quote(name="", profile=person()),
        lambda: text(linked("page", StandardPageFactory().pk)),
        lambda: text(linked("document", DocumentFactory().pk)),
        lambda: ("picture", {"image": picture()}),
        lambda: ("document", {"document": DocumentFactory(), "is_accessible": True}),
        lambda: people_row(person()),
        lambda: ("related_pages", {"pages": [StandardPageFactory()]}),
        lambda: ("aside", {"heading": "Note", "text": linked("page", StandardPageFactory().pk)}),
        lambda: ("call_to_action", {"text": "Join us", "page": StandardPageFactory()}),
    ]
    return kinds[place % len(kinds)]()


class Site:
    """A whole site in a test: posts, authors, topics, and a body for every page that has one."""

    def __init__(self, home) -> None:
        self.blog = BlogIndexPageFactory()
        self.ann = person(title="Ann Example")
        self.authors = [self.ann, *(person() for _other in range(9))]
        PersonPageFactory(title="Bo Silent")
        self.topics = [TopicFactory(name=name) for name in ("Homes", "Work", "Health")]
        posts = many_posts(self.blog, FEW, self.authors, self.topics)
        self.pages = [home, self.ann, speaker(), posts[4]]
        self.mention(self.pages[2], 1)

    def mention(self, sal, times: int) -> None:
        """Let posts by others quote the speaker, and let the speaker write some."""
        for _time in range(times):
            topic = self.topics[0]
            publish(BlogPageFactory(author=person(), topics=[topic], body=[quote(profile=sal)]))
            BlogPageFactory(author=sal, topics=[topic])

    def grow(self) -> None:
        """Let the blog grow to a thousand posts, some of which mention the speaker."""
        self.mention(self.pages[2], 4)
        many_posts(self.blog, MANY - FEW, self.authors, self.topics)

    def fill(self, blocks: int) -> None:
        """Give every page with a body one of so many blocks, and a picture for sharing."""
        filled = body(blocks)
        for page in self.pages:
            fresh = stored(page)
            fresh.listing_picture = picture()
            fresh.body = filled
            publish(fresh)


def counted(client) -> dict[str, list[str]]:
    """Return {address: its queries} for every kind of page."""
    year = timezone.localdate().year
    return {address: queries(client, address.replace("YEAR", str(year))) for address in AT_MOST}


def too_many(asked: dict[str, list[str]]) -> list[str]:
    """Return what is over its number, with the queries, one text for each address."""
    return [
        "\n".join([f"{address}: {len(found)} queries instead of {AT_MOST[address]}", *found])
        for address, found in asked.items()
        if len(found) > AT_MOST[address]
    ]


def test_a_thousand_posts_and_sixty_blocks_need_no_more_queries_than_few(client, home):
    site = Site(home)
    site.fill(SHORT)
    few = counted(client)
    assert too_many(few) == []
    site.grow()
    site.fill(LONG)
    many = counted(client)
    assert too_many(many) == []
    assert {name: len(found) for name, found in few.items()} == {
        name: len(found) for name, found in many.items()
    }
