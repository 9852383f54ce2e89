"""A search costs a fixed number of queries, however much it finds and the site holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    BlogPageFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    TopicFactory,
    quote,
)
from tests.search.asking import ask, indexed, results


def queries(client, place: str) -> list[str]:
    """Return the queries of an address, once the small facts of the site are known."""
    client.get(place)
    with CaptureQueriesContext(connection) as asked:
        client.get(place)
    return [query["sql"] for query in asked.captured_queries]


def somebody(**fields):
    """Return a person with a face and a role."""
    face = PictureFactory(file__width=9, file__height=9)
    person = PersonPageFactory(portrait=face, **fields)
    RoleFactory(profile=person)
    return person


def grow(places: range) -> None:
    """Add posts and quotations that a search for herring finds, each with somebody's face."""
    for place in places:
        body = [quote("A herring needs no map.", name="", profile=somebody())]
        topics = [TopicFactory()]
        BlogPageFactory(title=f"Herring {place}", author=somebody(), topics=topics, body=body)


@pytest.fixture
def few_and_many(client, home):
    """Return a function: the queries of an address with few results, and with many."""

    def measure(place: str) -> tuple[list[str], list[str]]:
        grow(range(1))
        indexed()
        few = queries(client, place)
        grow(range(1, 10))
        indexed()
        return few, queries(client, place)

    return measure


# Reading of the address, site and index; what the index asks; pages, authors and faces.
AT_MOST = 22


def test_ten_results_cost_no_more_than_one(few_and_many, client):
    few, many = few_and_many("/search/?q=herring")
    assert len(results(ask(client, "herring"))) == 10
    assert len(many) == len(few), "\n".join(many)
    assert len(many) <= AT_MOST, "\n".join(many)


def test_suggestions_cost_four_queries(few_and_many):
    few, many = few_and_many("/search/suggest/?q=her")
    assert (len(few), len(many)) == (4, 4), "\n".join(many)


def test_a_feed_costs_no_more_for_many(few_and_many):
    few, many = few_and_many("/search/feed/?q=herring")
    assert len(many) == len(few), "\n".join(many)
