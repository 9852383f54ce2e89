"""The search box: a form without scripts, a combobox by keyboard and by ear with them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.measuring import violations
from tests.browser.pages.search import Search

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LARGER_TEXT = {"fontSizes": {"standard": 32, "fixed": 26}}


@pytest.fixture
def opened(visit, site):
    """Return a function that opens the home page."""

    def open_home(**options):
        return Search(visit(**{"viewport": WIDE, **options})).open(site.addresses["home"])

    return open_home


def typed(page: Search, words: str) -> Search:
    """Type words into the box, sign by sign, and wait for what is suggested."""
    page.box.press_sequentially(words)
    expect(page.options.first).to_be_visible()
    return page


def test_the_box_asks_without_scripts(opened):
    page = opened(java_script_enabled=False)
    page.box.fill("doors")
    page.header.get_by_role("button", name="Search").click()
    expect(page.title).to_have_text(re.compile("results? for ‘doors’"))
    assert page.results.count() >= 1
    assert page.suggestions.count() == 0


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "narrow"])
def test_the_box_is_always_in_view(opened, window):
    page = opened(viewport=window)
    assert page.box.is_visible()
    assert page.header.get_by_role("search", name="Site").count() == 1


def test_the_box_is_told_as_a_combobox_with_what_it_controls(opened):
    page = opened()
    page.box.focus()
    told = page.as_told()
    assert (told["role"], told["name"]) == ("combobox", "Search this site")
    assert told["autocomplete"]["value"] == "list"
    assert told["expanded"]["value"] is False
    typed(page, "marg")
    told = page.as_told()
    assert told["expanded"]["value"] is True
    assert told["controls"]["relatedNodes"]
    expect(page.status).to_have_text("Suggestions: 1")
    assert page.header.get_by_role("option", name="Marged Prydderch Person").count() == 1


def test_arrows_walk_through_what_is_suggested_and_back_to_the_words(opened):
    page = typed(opened(), "week")
    number = page.options.count()
    assert number > 2
    page.box.press("ArrowDown")
    first = page.active_option()
    assert page.options.first.get_attribute("aria-selected") == "true"
    assert page.as_told()["activedescendant"]["relatedNodes"]
    page.box.press("ArrowDown")
    assert page.active_option() not in {"", first}
    page.box.press("ArrowUp")
    assert page.active_option() == first
    page.box.press("ArrowUp")
    assert page.active_option() == ""
    page.box.press("ArrowUp")
    assert page.options.last.get_attribute("aria-selected") == "true"
    assert page.suggestions.locator("[aria-selected=true]").count() == 1


def test_the_caret_moves_within_the_words_while_suggestions_are_open(opened):
    page = typed(opened(), "week")
    page.box.press("ArrowDown")
    page.box.press("Home")
    assert page.active_option() == ""
    assert page.box.evaluate("box => box.selectionStart") == 0
    page.box.press("End")
    assert page.box.evaluate("box => box.selectionStart") == 4


def test_enter_on_a_suggestion_goes_to_the_page(opened):
    page = typed(opened(), "marg")
    page.box.press("ArrowDown")
    page.box.press("Enter")
    page.page.wait_for_url("**/people/marged-prydderch/")
    assert page.title.inner_text() == "Marged Prydderch"


def test_enter_on_the_words_searches_for_them(opened):
    page = typed(opened(), "marg")
    page.box.press("Enter")
    page.page.wait_for_url("**/search/?q=marg")


def test_a_click_on_a_suggestion_goes_to_the_page(opened):
    page = typed(opened(), "marg")
    page.options.first.click()
    page.page.wait_for_url("**/people/marged-prydderch/")


def test_escape_closes_and_keeps_the_words(opened):
    page = typed(opened(), "marg")
    page.box.press("Escape")
    expect(page.suggestions).to_be_hidden()
    assert page.box.input_value() == "marg"
    assert page.box.get_attribute("aria-expanded") == "false"
    page.box.press("ArrowDown")
    expect(page.options.first).to_be_visible()


def test_leaving_the_box_closes_it(opened):
    page = typed(opened(), "marg")
    page.box.press("Tab")
    expect(page.suggestions).to_be_hidden()


def test_an_answer_that_comes_too_late_is_not_shown(opened):
    page = opened()
    held = []
    page.page.route(re.compile(r"suggest/\?q=week$"), lambda route: held.append(route))
    page.box.press_sequentially("week")
    page.page.wait_for_timeout(400)
    assert len(held) == 1
    page.box.fill("")
    typed(page, "marg")
    assert page.options.count() == 1
    held[0].abort()
    page.page.wait_for_timeout(200)
    assert "Marged" in page.options.first.inner_text()


def test_what_is_typed_in_a_hurry_is_asked_once(opened):
    page, asked = opened(), []
    page.page.on("request", lambda one: asked.append(one.url) if "suggest" in one.url else None)
    typed(page, "marged")
    assert len(asked) == 1


def test_signs_that_are_still_being_composed_ask_for_nothing(opened):
    page, asked = opened(), []
    page.page.on("request", lambda one: asked.append(one.url) if "suggest" in one.url else None)
    page.box.focus()
    session = page.page.context.new_cdp_session(page.page)
    compose = {"selectionStart": 4, "selectionEnd": 4, "text": "marg"}
    session.send("Input.imeSetComposition", compose)
    page.page.wait_for_timeout(400)
    assert asked == []
    session.send("Input.insertText", {"text": "marg"})
    expect(page.options.first).to_be_visible()


def test_a_server_that_fails_leaves_a_box_that_works(opened):
    page = opened()
    page.page.route("**/suggest/**", lambda route: route.fulfill(status=200, body="nonsense"))
    page.box.press_sequentially("marg")
    page.page.wait_for_timeout(400)
    expect(page.suggestions).to_be_hidden()
    page.box.press("Enter")
    page.page.wait_for_url("**/search/?q=marg")


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "colours",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced"],
)
def test_open_suggestions_break_no_rule_of_accessibility(opened, window, colours):
    page = typed(opened(viewport=window, reduced_motion="reduce", **colours), "week")
    page.box.press("ArrowDown")
    assert violations(page.page) == []


def test_suggestions_fit_a_phone_with_text_of_twice_the_size(opened):
    page = opened(viewport=PHONE)
    page.page.context.new_cdp_session(page.page).send("Page.setFontSizes", LARGER_TEXT)
    page.page.reload()
    typed(page, "week")
    button = page.header.get_by_role("button", name="Search")
    for part in (page.suggestions, page.options.first, page.box, button):
        place = part.bounding_box()
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 320
