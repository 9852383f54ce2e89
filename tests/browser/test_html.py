"""Every page is valid HTML, every feed and the site map well-formed, as a browser gets them."""

import xml.etree.ElementTree as Tree

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def fetch(visit):
    """Return a function: the answer to an address, as a browser is sent it, before any script."""
    request = visit(cookies=["csrftoken"]).context.request
    return lambda address: request.get(address)


def test_every_page_is_valid_html(fetch, site, html_complaints):
    answers = [fetch(address) for address in site.addresses.values()]
    assert [answer.status for answer in answers if answer.status not in {200, 404, 500}] == []
    assert html_complaints(*(answer.text() for answer in answers)) == []


def test_a_planted_fault_of_html_is_found(html_complaints):
    planted = "<!doctype html><html lang=en><title>Planted</title><p><div></p></div>"
    assert html_complaints(planted) != []


@pytest.mark.parametrize("address", ["/blog/feed/", "/blog/topic/housing/feed/"])
def test_every_feed_is_well_formed_and_holds_posts(fetch, address):
    answer = fetch(address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = Tree.fromstring(answer.text())
    assert len(feed.findall(f"{ATOM}entry")) >= 4
    for entry in feed.findall(f"{ATOM}entry"):
        assert fetch(entry.find(f"{ATOM}link").get("href")).status == 200


def test_the_site_map_is_well_formed_and_names_no_private_page(fetch, site):
    tree = Tree.fromstring(fetch("/sitemap.xml").text())
    found = {place.text for place in tree.iter() if place.tag.endswith("loc")}
    assert site.url + site.addresses["post"] in found
    assert site.url + site.addresses["password"] not in found
