"""Dates in the spellings of old pages: day before month, nonsense refused in words."""

import datetime

import pytest

from editing.importers.reading.dates import published_line, read_date, updated_line
from tests.editing.old_pages import TODAY

DAY = datetime.date(2018, 2, 21)


@pytest.mark.parametrize(
    "line",
    [
        "page updated 21/02/18",
        "Page updated 21/02/2018",
        "Page updated: 21.02.18",
        "Page Updated - 21-02-2018",
        "PAGE LAST UPDATED: 21st February 2018",
        "Page last updated on Wednesday, 21 February 2018.",
        "(Last updated 21 Feb 2018)",
        "Last updated: February 21st, 2018",
        "Last modified 2018-02-21",
        "Updated 21 Feb. ’18",
        "Updated on the 21st of February, 2018",
        "This page was last updated on 21/2/18",
        "This article has been revised: 21 February 2018",
        "Date last edited: 21/02/2018 at 14:05",
        "Date of last revision 21 February 2018",
        "| page updated 21 / 02 / 18 |",
        "– page updated 21–02–2018",
    ],
)
def test_an_updated_date_is_read_in_any_spelling(line):
    found = updated_line(line, TODAY)
    assert found
    assert (found.day, found.doubt) == (DAY, "")


@pytest.mark.parametrize(
    "line",
    [
        "Posted on 21 February 2018",
        "Published: 21/02/2018",
        "First published 21 Feb 2018",
        "Blog posted Wednesday 21st February 2018",
        "This post was added on 21.2.2018",
    ],
)
def test_a_date_of_publication_is_read_in_any_spelling(line):
    found = published_line(line, TODAY)
    assert found
    assert found.day == DAY
    assert updated_line(line, TODAY) is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("page updated 30/02/18", "no date of the calendar"),
        ("page updated 02/21/2018", "Is the month written first?"),
        ("page updated 21/02/2031", "in the future"),
        ("page updated 21/02/38", "in the future"),
        ("page updated 21/02/1918", "before there were web pages"),
        ("page updated 00/00/0000", "no date of the calendar"),
        ("page updated soon", "no whole date"),
        ("page updated February 2018", "no whole date"),
    ],
)
def test_a_date_that_can_not_be_is_refused_in_words(line, why):
    found = updated_line(line, TODAY)
    assert found
    assert found.day is None
    assert why in found.doubt


def test_a_weekday_that_was_another_is_doubted():
    found = updated_line("page updated Monday 21 February 2018", TODAY)
    assert found
    assert found.day == DAY
    assert "Wednesday" in found.doubt


@pytest.mark.parametrize(
    ("year", "meant"),
    [("18", 2018), ("26", 2026), ("27", None), ("90", None), ("91", 1991), ("98", 1998)],
)
def test_two_digits_are_the_latest_year_that_has_come(year, meant):
    found = read_date(f"1/2/{year}", TODAY)
    assert found.day == (datetime.date(meant, 2, 1) if meant else None)


@pytest.mark.parametrize(
    "line",
    [
        "We updated the page of the minutes on 21/02/18 and told nobody about it at all, as usual.",
        "The page updated its readers for years before anybody thought of telling them so.",
        "Updated guidance follows from the harbour office.",
        "Posted to the harbour office",
        "",
        "21/02/18",
    ],
)
def test_prose_is_no_line_of_dates(line):
    assert updated_line(line, TODAY) is None
    assert published_line(line, TODAY) is None
