"""Whoever sends something to a page that takes nothing is told so, in the site's own words."""

import pytest
from django.test import Client

from tests.factories import StandardPageFactory, make_private
from tests.reader import parsed, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict() -> Client:
    """Return a client of which forms are asked for their proof, as of browsers."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/", "/nothing/here/", "/robots.txt", "/search/"])
def test_a_page_takes_nothing_but_readers(strict, home, method, address):
    answer = getattr(strict, method)(address)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert not answer.cookies


def test_a_form_without_its_proof_is_refused_in_the_frame(strict, home):
    answer = strict.post("/_util/login/", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    page = parsed(answer.text)
    assert words(page.h1) == "We could not take that"
    assert page.find("style") is None
    assert page.header is not None


def test_signing_in_still_works(client, home, admin_user):
    sent = {"username": "admin", "password": "password", "next": "/"}
    assert client.post("/_util/login/", sent).status_code == 302


def test_editors_still_sign_in_to_their_desk(client, home, admin_user):
    sent = {"username": "admin", "password": "password"}
    assert client.post("/admin/login/", sent).status_code == 302


def test_the_sign_in_page_of_a_private_page_stands_in_the_frame(client, home):
    page = StandardPageFactory(title="For members", slug="members")
    make_private(page)
    shown = parsed(client.get("/members/", follow=True).text)
    assert words(shown.h1) == "Sign in to read this page"
    assert "testserver" not in words(shown)
    assert shown.header.find("a", href="/") is not None


def test_a_failed_sign_in_says_so_first(client, home):
    shown = parsed(client.post("/_util/login/", {"username": "a", "password": "b"}).text)
    assert words(shown.title).startswith("Error: ")
    problem = shown.main.find(role="alert")
    assert words(problem.h2) == "There is a problem"
    assert shown.find(id=problem.a["href"].removeprefix("#"))["name"] == "username"


def test_private_pages_are_in_no_menu(client, home):
    page = StandardPageFactory(title="For members", show_in_menus=True)
    assert "For members" in words(parsed(client.get("/").text).header)
    make_private(page)
    assert "For members" not in words(parsed(client.get("/").text).header)
