"""No page of any type breaks a rule of WCAG A or AA, or good practice, in any mode."""

import pytest

from tests.browser.measuring import violations
from tests.browser.pages.site_page import SitePage

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LIGHT = {"color_scheme": "light"}
DARK = {"color_scheme": "dark"}
FORCED = {"forced_colors": "active"}


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("colours", [LIGHT, DARK, FORCED], ids=["light", "dark", "forced"])
def test_no_page_breaks_a_rule_of_accessibility(visit, site, window, colours):
    page = visit(cookies=["csrftoken"], viewport=window, reduced_motion="reduce", **colours)
    found = {}
    for name, address in site.addresses.items():
        SitePage(page).open(address)
        found[name] = violations(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_open_menu_of_a_phone_breaks_no_rule(visit, site):
    page = SitePage(visit(viewport=NARROW)).open(site.addresses["home"])
    page.menu_button.click()
    assert violations(page.page) == []


def test_a_wrong_password_breaks_no_rule(visit, site):
    page = SitePage(visit(cookies=["csrftoken"])).open(site.addresses["password"])
    page.page.get_by_label("Password").fill("wrong")
    page.page.get_by_role("button", name="Show the page").click()
    assert violations(page.page) == []


def test_a_planted_fault_is_found(visit, site):
    page = SitePage(visit()).open(site.addresses["standard"]).page
    page.evaluate("() => document.querySelector('main').append(new Image(9, 9))")
    [found] = violations(page)
    assert found.startswith("image-alt: <img")
