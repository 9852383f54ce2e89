"""An editor sees the bar on public pages; nobody else is sent anything of it."""

import pytest

from tests.browser.pages.editor import Editor
from tests.browser.pages.site_page import SitePage
from tests.factories import StandardPageFactory, publish


@pytest.fixture
def address(live_site) -> str:
    """Return the address of a page of the live site."""
    return publish(StandardPageFactory(title="A page")).url


@pytest.mark.on_postgresql
def test_an_editor_gets_from_a_page_to_its_form_and_no_cache_may_keep_it(
    new_page, address, administrator
):
    page = new_page(cookies=["sessionid", "csrftoken"])
    Editor(page).sign_in(administrator)
    answer = page.goto(address)
    assert answer.header_value("cache-control") == "private, no-store"
    bar = page.get_by_role("button", name="View Wagtail quick actions")
    bar.click()
    page.get_by_role("menuitem", name="Edit this page").click()
    page.wait_for_url("**/admin/pages/*/edit/")
    assert page.get_by_role("textbox", name="Title").first.is_visible()


def test_a_reader_gets_no_bar_no_cookie_and_a_page_that_caches_may_keep(visit, site):
    page = visit(viewport={"width": 1280, "height": 900})
    for name in ("home", "blog", "post", "person", "standard", "404"):
        answer = page.goto(site.addresses[name])
        assert "Cookie" not in (answer.header_value("vary") or ""), name
        assert answer.header_value("set-cookie") is None, name
        assert "no-store" not in (answer.header_value("cache-control") or ""), name
        assert SitePage(page).title.is_visible()
        assert page.get_by_role("button", name="View Wagtail quick actions").count() == 0, name
