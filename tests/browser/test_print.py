"""On paper a page keeps its words and leaves out what only a screen can do."""

import pytest

from tests.browser.pages.post import Post
from tests.browser.pages.site_page import SitePage


@pytest.fixture
def printed(visit):
    """Return a function that opens an address as it is printed."""

    def open_printed(kind, address):
        page = visit(viewport={"width": 720, "height": 1000})
        page.emulate_media(media="print")
        return kind(page).open(address)

    return open_printed


def test_no_page_prints_its_navigation(printed, site):
    for name in ("home", "blog, page 2", "post", "standard", "person", "404"):
        page = printed(SitePage, site.addresses[name])
        shown = page.page.get_by_role("navigation").all_inner_texts()
        assert shown == [], name
        assert not page.menu_button.is_visible(), name
        assert not page.skip_link.is_visible(), name
        assert page.title.is_visible(), name


def test_quotations_are_printed_with_who_said_them_and_never_twice(printed, site):
    post = printed(Post, site.addresses["post"])
    assert post.quotations.count() == 2
    for words in ("We each had half the map.", "Lucian Farrow-Mbeki", "Nel Nodedig"):
        assert post.quotations.get_by_text(words).first.is_visible(), words
    again = post.main.get_by_text("Four could be opened only from the inside.")
    assert [words.is_visible() for words in again.all()].count(True) == 1


def test_what_is_folded_away_and_the_dates_are_printed(printed, site):
    post = printed(Post, site.addresses["post"])
    assert post.main.get_by_text("A week, and no less.").is_visible()
    assert post.main.get_by_text("Nobody speaks.").first.is_visible()
    assert post.dates.get_by_text("Corrected the number of doors.").is_visible()


def test_paper_is_white_also_for_readers_who_read_on_black(visit, site):
    page = SitePage(visit(color_scheme="dark")).open(site.addresses["post"])
    page.page.emulate_media(media="print")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
    assert page.title.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
