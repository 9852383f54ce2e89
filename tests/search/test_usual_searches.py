"""What many readers looked for and found is offered to others while they type."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Site

from search.models import DaysSearches
from tests.factories import BlogPageFactory, PersonPageFactory
from tests.search.asking import indexed
from tests.search.test_suggestions import suggested, suggestions


@pytest.fixture
def sea(home):
    """Publish a page that says what is searched for below."""
    return BlogPageFactory(title="At sea", summary="Of herring nets and who mends them.")


def searched(query: str, days: int = 3, searches: int = 2, clicks: int = 1, results: int = 4):
    """Count searches on each of some days that have just been."""
    site = Site.objects.get(is_default_site=True)
    for back in range(days):
        DaysSearches.objects.create(
            day=timezone.localdate() - datetime.timedelta(days=back),
            site=site,
            language="en-gb",
            query=query,
            searches=searches,
            clicks=clicks,
            results=results,
        )


def night():
    """Do what the night does: index what waits, and list what is usual."""
    indexed()
    call_command("prune_search_log", verbosity=0)


def test_a_usual_search_is_offered_as_words_to_search_for(client, sea):
    searched("herring nets")
    night()
    assert suggestions(client, "herr") == [{"text": "herring nets", "kind": "Search", "url": ""}]


def test_people_and_pages_come_before_searches_and_the_oftener_before_the_rarer(client, sea):
    PersonPageFactory(title="Ada Herring")
    searched("herring mends")
    searched("herring nets", searches=9)
    night()
    assert suggested(client, "herring") == ["Ada Herring", "herring nets", "herring mends"]


def test_a_search_for_what_a_page_is_called_is_not_offered_beside_the_page(client, sea):
    searched("at sea")
    night()
    assert suggested(client, "at se") == ["At sea"]


@pytest.mark.parametrize(
    "counts",
    [{"days": 2, "searches": 50}, {"searches": 1}, {"clicks": 0}, {"results": 0}],
    ids=["on two days", "three times", "never opened", "nothing found"],
)
def test_what_few_looked_for_or_nobody_found_is_not_offered(client, sea, counts):
    searched("herring nets", **counts)
    night()
    assert suggested(client, "herr") == []


@pytest.mark.parametrize("query", ["herring scandal", "herring [number]"])
def test_words_that_the_site_does_not_say_are_not_offered(client, sea, query):
    searched(query)
    night()
    assert suggested(client, "herr") == []


def test_a_search_is_no_longer_offered_once_its_words_are_gone(client, sea):
    searched("herring nets")
    night()
    sea.unpublish()
    indexed()
    assert suggested(client, "herr") == []


def test_room_is_kept_for_three_searches_beside_eight_pages(client, sea):
    for number in range(9):
        BlogPageFactory(title=f"Herring {number}")
    for word in ("nets", "who", "mends", "them"):
        searched(f"herring {word}")
    night()
    kinds = [one["kind"] for one in suggestions(client, "herring")]
    assert (len(kinds), kinds.count("Search")) == (8, 3)
