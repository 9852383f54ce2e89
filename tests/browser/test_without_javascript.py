"""Without JavaScript every page says and does the same."""

import pytest

from tests.browser.pages.site_page import SitePage
from tests.browser.site import PASSWORD

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def plain(visit):
    """Return a page on a phone with scripts turned off."""
    # The form of a private page guards itself, and remembers who knew the password.
    cookies = ["csrftoken", "sessionid"]
    return SitePage(visit(cookies=cookies, java_script_enabled=False, viewport=PHONE))


def test_every_page_says_the_same_without_scripts(visit, plain, site):
    scripted = SitePage(visit(cookies=["csrftoken"], viewport=PHONE))
    for name, address in site.addresses.items():
        words = scripted.open(address).main.inner_text()
        assert plain.open(address).main.inner_text() == words, name
        assert plain.title.is_visible(), name


def test_the_menu_opens_and_leads_on_without_scripts(plain, site):
    plain.open(site.addresses["home"]).menu_button.click()
    plain.navigation("Menu").get_by_role("link", name="Speakers").click()
    assert plain.title.inner_text() == "Speakers"


def test_lists_are_paged_without_scripts(plain, site):
    plain.open(site.addresses["blog"])
    plain.navigation("Pages of posts").get_by_role("link", name="Next page").click()
    assert "page 2 of 2" in plain.page.title()


def test_a_reader_goes_from_a_post_to_its_speaker_and_back_without_scripts(plain, site):
    plain.open(site.addresses["post"]).follow("Lucian Farrow-Mbeki")
    assert plain.title.inner_text() == "Lucian Farrow-Mbeki"
    plain.follow("The nineteenth door")
    assert plain.title.inner_text() == "The nineteenth door"


def test_what_is_folded_away_opens_without_scripts(plain, site):
    hidden = plain.open(site.addresses["post"]).main.get_by_text("A week, and no less.")
    assert not hidden.is_visible()
    plain.main.get_by_text("How long it took").click()
    assert hidden.is_visible()


def test_a_private_page_takes_its_password_without_scripts(plain, site):
    plain.page.goto(site.addresses["password"])
    assert plain.main.get_by_text("A secret.").count() == 0
    plain.page.get_by_label("Password").fill(PASSWORD)
    plain.page.get_by_role("button", name="Show the page").click()
    assert plain.main.get_by_text("A secret.").is_visible()
