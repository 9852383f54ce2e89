"""The search box stands on every page, also on one that is not there."""

import pytest

from tests.reader import open_page, words


@pytest.mark.parametrize("place", ["/", "/search/", "/nothing/at/all/"])
def test_every_page_has_the_search_box_in_its_header(client, home, place):
    page = open_page(client, place, status=404 if "nothing" in place else 200)
    [form] = page.header.find_all("form", role="search")
    assert form["action"] == "/search/"
    box = form.find("input", type="search")
    assert words(form.find("label", attrs={"for": box["id"]})) == "Search this site"
    assert not box.has_attr("placeholder")


def test_a_page_that_is_not_there_offers_to_look_for_it(client, home):
    page = open_page(client, "/nothing/", status=404)
    section = page.main.find("section", attrs={"aria-labelledby": "look"})
    assert section.find("form", role="search")["action"] == "/search/"
