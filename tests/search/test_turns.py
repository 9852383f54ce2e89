"""Many searches at once leave room for readers of pages, and are told to come back."""

import pytest

from search import turns
from tests.factories import BlogPageFactory
from tests.reader import parsed, words
from tests.search.asking import address, indexed

PLACES = [address("herring"), address("herring").replace("?", "feed/?")]


@pytest.fixture
def busy(home):
    """Return a function after which as many search as may search at once."""
    BlogPageFactory(title="Herring")
    indexed()
    taken = []

    def fill(number: int = turns.AT_ONCE) -> None:
        for _search in range(number):
            assert turns._turns.acquire(timeout=0)
            taken.append(True)

    yield fill
    for _search in taken:
        turns._turns.release()


@pytest.mark.parametrize("place", PLACES, ids=["page", "feed"])
def test_who_has_no_turn_is_told_when_to_come_back(client, busy, place):
    busy()
    answer = client.get(place)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"
    assert words(parsed(answer.text).h1) == "Search is busy"


def test_pages_are_read_while_many_search(client, busy):
    busy()
    assert client.get("/").status_code == 200


def test_a_turn_is_given_back_even_after_a_failure(client, busy, monkeypatch):
    busy(turns.AT_ONCE - 1)
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("search.views.index_for", lambda request: 1 / 0)
        assert client.get(PLACES[0]).status_code == 500
    assert client.get(PLACES[0]).status_code == 200
