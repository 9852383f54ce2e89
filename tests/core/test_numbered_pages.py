"""A long list is numbered, and whatever an address asks for is a page of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numbered_pages import numbered_page

THINGS = list(range(25))


@given(st.one_of(st.none(), st.text(), st.integers().map(str)))
def test_whatever_is_asked_for_is_a_page_of_the_list(asked):
    page = numbered_page(THINGS, 10, asked)
    assert page.number in {1, 2, 3}
    assert list(page)


@given(st.lists(st.integers(), max_size=60), st.integers(1, 12))
def test_the_pages_hold_everything_once_and_in_order(things, per_page):
    first = numbered_page(things, per_page, None)
    numbers = first.paginator.page_range
    pages = [list(numbered_page(things, per_page, str(number))) for number in numbers]
    assert [thing for page in pages for thing in page] == things
    assert all(len(page) <= per_page for page in pages)


@pytest.mark.parametrize(
    "nonsense", ["", "0", "-1", "4", "1.5", "abc", "²", "٣", "9" * 4000, "1e1", " 2", "2\x00", None]
)
def test_nonsense_gives_the_first_page(nonsense):
    assert numbered_page(THINGS, 10, nonsense).number == 1


@pytest.mark.parametrize(("asked", "number"), [("1", 1), ("2", 2), ("3", 3), ("03", 3)])
def test_a_number_of_the_list_gives_that_page(asked, number):
    assert numbered_page(THINGS, 10, asked).number == number


def test_an_empty_list_has_one_empty_page():
    page = numbered_page([], 10, "2")
    assert (page.number, list(page)) == (1, [])
