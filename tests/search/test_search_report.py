"""The report of searches: which, of which days, and what an editor can do about each."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from search.models import DaysSearches
from tests.factories import BlogIndexPageFactory
from tests.reader import links, parsed, words
from tests.signing_in import sign_in_as


def count(query: str, searches: int = 1, back: int = 0, **more) -> None:
    """Write that something was searched for, some days back."""
    DaysSearches.objects.create(
        day=timezone.localdate() - datetime.timedelta(days=back),
        site=Site.objects.get(is_default_site=True),
        query=query,
        searches=searches,
        **{"language": "en-gb", **more},
    )


@pytest.fixture
def report(client, home):
    """Return a function that opens the report as an editor."""
    sign_in_as(client)

    def open_report(**asked):
        answer = client.get(reverse("search_report"), asked)
        assert answer.status_code == 200
        return parsed(answer.text)

    return open_report


def tables(page) -> list:
    """Return the table of searches, if there is one."""
    return [table for table in page.find_all("table") if "Searched" in words(table.thead)]


def rows(page) -> list[list[str]]:
    """Return the cells of the report but for what can be done."""
    lines = [line for table in tables(page) for line in table.tbody.find_all("tr")]
    return [[words(cell) for cell in line.find_all("td")[:4]] for line in lines]


def queries(page) -> list[str]:
    return [row[0] for row in rows(page)]


def test_searches_are_added_up_and_the_most_frequent_come_first(report):
    count("nets", 2, results=4)
    count("herring", 2, back=1, results=0)
    count("herring", 1, back=2, results=7, clicks=2, places=3)
    assert rows(report()) == [["herring", "3", "0", "2"], ["nets", "2", "4", "0"]]


def test_searches_that_found_nothing_can_be_shown_alone(report):
    count("herring", results=0)
    count("nets", results=4)
    assert queries(report(show="none")) == ["herring"]


def test_searches_whose_results_nobody_opened_can_be_shown_alone(report):
    count("herring", results=3, clicks=1, places=1)
    count("nets", results=4)
    count("nothing", results=0)
    assert queries(report(show="unopened")) == ["nets"]


@pytest.mark.parametrize(
    ("period", "shown"),
    [("7", {"d6"}), ("30", {"d6", "d29"}), ("91", {"d6", "d29", "d90"}), ("", {"d6", "d29"})],
)
def test_a_period_ends_today(report, period, shown):
    for back in (6, 29, 90, 91):
        count(f"d{back}", back=back)
    assert set(queries(report(period=period))) == shown


def test_days_of_ones_own_can_be_given(report):
    for back in (40, 50, 60):
        count(f"d{back}", back=back)
    day = timezone.localdate() - datetime.timedelta(days=50)
    assert queries(report(day_from=day, day_to=day)) == ["d50"]


def test_days_that_are_none_are_refused_and_the_report_still_shown(report):
    count("herring")
    assert queries(report(day_from="soon")) == ["herring"]


def test_languages_are_counted_apart_and_can_be_shown_alone(report):
    count("herring")
    count("herring", 2, language="cy")
    assert len(rows(report())) == 2
    assert rows(report(language="cy"))[0][:2] == ["herring", "2"]


def test_each_search_leads_on_with_its_words_filled_in(client, report):
    BlogIndexPageFactory(title="Posts")
    count("herring & nets")
    ways = links(tables(report())[0].tbody)
    names = ["Add a synonym", "Promote a page", "Write one", "See why"]
    assert list(ways) == names
    for name, field in zip(names, ["names", "phrases", "title", "q"], strict=True):
        page = parsed(client.get(ways[name]).text)
        filled = page.find(attrs={"name": field})
        value = filled.text.strip() if filled.name == "textarea" else filled["value"]
        assert value.lower() == "herring & nets"


def test_a_title_given_once_is_not_given_to_the_next_page(client, home):
    parent = BlogIndexPageFactory(title="Posts")
    sign_in_as(client)
    place = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", parent.pk])
    assert "Herring" in client.get(place + "?title=Herring").text
    title = parsed(client.get(place).text).find(attrs={"name": "title"})
    assert not title.get("value")


def test_the_report_is_exported_as_a_spreadsheet_reads_it(client, report):
    count("herring", 3, results=7, clicks=2, places=3)
    count("=cmd()", 1)
    answer = client.get(reverse("search_report"), {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines == [
        "Search,Language,Times searched,Results of the last search,Results opened,"
        "Average place of the results opened",
        "herring,en-gb,3,7,2,1.5",
        "'=cmd(),en-gb,1,0,0,",
    ]


def test_an_empty_report_says_why_it_may_be_empty(report):
    assert "Nobody has searched in the last 30 days" in words(report())
    assert "No search of these days is like that" in words(report(show="none"))


def test_editors_find_the_report_and_the_reasons_in_the_menu(client, home):
    page = sign_in_as(client).get(reverse("wagtailadmin_home")).text
    assert "What readers search for" in page
    assert "Why this result" in page


def test_readers_are_sent_to_sign_in(client, home):
    assert client.get(reverse("search_report")).status_code == 302
