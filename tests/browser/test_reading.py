"""Pages can be read and used at any width, text size and spacing, and by keyboard alone."""

import re
from itertools import pairwise

import pytest

from tests.browser.measuring import (
    overflow,
    small_targets,
    space_text,
    stops_there_are,
    tab_through,
)
from tests.browser.pages.site_page import SitePage

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
# A window of 1280 by 1024 pixels at 400 per cent.
MAGNIFIED = {"width": 320, "height": 256}
LARGER_TEXT = {"fontSizes": {"standard": 32, "fixed": 26}}
LATE = 100  # Milliseconds, by when the words stand in the reader's own faces.
# A quarter of what counts as good. No two faces fit to the pixel: on the smallest phone a name
# may take one line less in ours than in theirs, which measures 0.019.
MOST_SHIFT = 0.025
# How far things moved while the page came in.
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  const watcher = new PerformanceObserver(list =>
    list.getEntries().forEach(entry => sum += entry.value));
  watcher.observe({type: 'layout-shift', buffered: true});
  document.fonts.ready.then(() =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(sum))));
})"""


def on_every_page(page, site, measure) -> dict:
    """Open every page and return what `measure` complains of, by kind of page."""
    found = {}
    for name, address in site.addresses.items():
        SitePage(page).open(address)
        found[name] = measure(page)
    return {name: complaints for name, complaints in found.items() if complaints}


@pytest.fixture
def opened(visit):
    """Return a function that opens a window of a size, with nothing that moves."""
    return lambda window: visit(cookies=["csrftoken"], viewport=window, reduced_motion="reduce")


def test_nothing_scrolls_sideways_at_four_hundred_per_cent(opened, site):
    assert on_every_page(opened(MAGNIFIED), site, overflow) == {}


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "narrow"])
def test_the_readers_own_text_spacing_cuts_nothing_off(opened, site, window):
    def measure(page):
        space_text(page)
        return overflow(page)

    assert on_every_page(opened(window), site, measure) == {}


def test_text_of_twice_the_size_fits(opened, site):
    page = opened(WIDE)
    SitePage(page).open(site.addresses["post"])
    size = "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = page.evaluate(size)
    page.context.new_cdp_session(page).send("Page.setFontSizes", LARGER_TEXT)
    SitePage(page).open(site.addresses["post"])
    assert page.evaluate(size) >= 1.9 * before
    assert on_every_page(page, site, overflow) == {}


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "narrow"])
def test_targets_are_large_enough_to_hit(opened, site, window):
    def measure(page):
        return [
            *(f"below 24 px: {target}" for target in small_targets(page, 24)),
            *(f"below 44 px: {target}" for target in small_targets(page, 44, everywhere=False)),
        ]

    assert on_every_page(opened(window), site, measure) == {}


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "narrow"])
@pytest.mark.parametrize("kind", ["home", "post", "blog, page 2", "speaker", "password"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened, site, window, kind):
    page = opened(window)
    SitePage(page).open(site.addresses[kind])
    there_are = stops_there_are(page)
    stops = tab_through(page)
    unseen = [stop for stop in stops if not (stop["outlined"] and stop["hit"] and stop["within"])]
    assert unseen == []
    # A film's own buttons are stops within the film.
    assert len(stops) >= there_are


def test_the_skip_link_leads_past_the_header(opened, site):
    page = SitePage(opened(WIDE)).open(site.addresses["post"])
    page.page.keyboard.press("Tab")
    assert page.skip_link.evaluate("link => link === document.activeElement")
    assert page.skip_link.bounding_box()["y"] >= 0
    page.page.keyboard.press("Enter")
    assert page.main.evaluate("main => main === document.activeElement")
    page.page.keyboard.press("Tab")
    assert page.main.evaluate("main => main.contains(document.activeElement)")


def test_the_menu_of_a_phone_opens_by_keyboard_and_leads_on(opened, site):
    page = SitePage(opened(PHONE)).open(site.addresses["home"])
    assert page.navigation("Main").count() == 0
    page.menu_button.focus()
    page.page.keyboard.press("Enter")
    page.navigation("Menu").get_by_role("link", name="People").click()
    page.page.wait_for_url("**/people/")
    assert page.title.inner_text() == "People"


def outline(page) -> list[str]:
    """Return what is wrong with the outline that screen readers make of a page."""
    tree = page.locator("body").aria_snapshot()
    levels = [int(level) for level in re.findall(r"heading .*\[level=(\d)\]", tree)]
    faults = [] if levels.count(1) == 1 and levels[0] == 1 else [f"headings {levels}"]
    steps = pairwise(levels)
    faults += [f"level {below} follows {above}" for above, below in steps if below > above + 1]
    for role in ("banner", "main", "contentinfo"):
        if (number := page.get_by_role(role).count()) != 1:
            faults.append(f"{number} of {role}")
    return faults


def test_headings_come_in_order_and_each_part_is_a_landmark(opened, site):
    broken = {"500": ["0 of contentinfo"]}  # Nothing may be asked of the database there.
    assert on_every_page(opened(WIDE), site, outline) == broken


def test_every_picture_says_its_size_before_it_comes(opened, site):
    def measure(page):
        return [
            picture.get_attribute("src")
            for picture in page.get_by_role("main").locator("img, video").all()
            if not (picture.get_attribute("width") and picture.get_attribute("height"))
        ]

    assert on_every_page(opened(WIDE), site, measure) == {}


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "narrow"])
def test_hardly_anything_moves_when_fonts_come_late(opened, site, window):
    def come_late(route):
        route.request.frame.wait_for_timeout(LATE)
        route.continue_()

    def measure(page):
        page.wait_for_load_state("networkidle")
        moved = page.evaluate(SHIFTS)
        return moved if moved > MOST_SHIFT else 0

    page = opened(window)
    page.route("**/*.woff2", come_late)
    assert on_every_page(page, site, measure) == {}
