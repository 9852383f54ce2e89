"""Readers get a strict policy and no cookie; editors get what Wagtail needs, and no cache."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as site_settings

from home.models import StandardPage
from tests.factories import BlogPageFactory, StandardPageFactory, publish
from tests.reader import open_page

pytestmark = pytest.mark.django_db
PUBLIC = ["/", "/page/", "/blog/", "/nowhere/", "/robots.txt", "/sitemap.xml"]
POLICY = "Content-Security-Policy"


@pytest.fixture(autouse=True)
def pages(home):
    """Let there be a page and a blog with a post."""
    publish(StandardPageFactory(slug="page"))
    BlogPageFactory(slug="post")


def policy(answer) -> dict[str, str]:
    pairs = (rule.strip().partition(" ") for rule in answer.headers[POLICY].split(";"))
    return {name: values for name, _space, values in pairs}


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_has_the_strict_policy(client, address):
    rules = policy(client.get(address))
    assert rules["script-src"] == rules["style-src"] == rules["default-src"] == "'self'"
    assert rules["object-src"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in str(rules)
    assert "nonce" not in str(rules)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_sets_no_cookie_and_does_not_vary_by_one(client, address):
    answer = client.get(address)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("address", ["/", "/page/", "/blog/", "/nowhere/"])
def test_a_reader_who_is_not_signed_in_costs_no_look_at_sessions(
    client, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(100) as asked:
        client.get(address)
    assert asked.captured_queries
    assert not any("session" in query["sql"] for query in asked.captured_queries)


def test_a_public_page_holds_no_script_or_style_of_its_own(client):
    for address in ("/", "/page/", "/blog/", "/blog/post/"):
        page = open_page(client, address)
        inline = [s for s in page.find_all("script") if not s.get("src")]
        assert {script["type"] for script in inline} <= {"application/ld+json"}
        assert page.find("style") is None
        assert page.find(style=True) is None


def test_the_editor_has_the_looser_policy(admin_client):
    rules = policy(admin_client.get("/admin/"))
    assert "'unsafe-inline'" in rules["script-src"]
    assert rules["object-src"] == "'none'"


def test_an_address_that_only_begins_like_the_editors_has_the_strict_policy(client):
    assert "unsafe" not in client.get("/administration/").headers[POLICY]
    assert "unsafe" not in client.get("/adminx").headers[POLICY]


@pytest.mark.parametrize("address", PUBLIC)
def test_what_a_page_may_use_of_a_device_is_nothing(client, address):
    headers = client.get(address).headers
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_what_somebody_signed_in_gets_is_kept_by_no_cache(admin_client):
    for address in ("/", "/page/"):
        answer = admin_client.get(address)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "wagtail-userbar" in answer.text


def test_a_reader_is_not_shown_the_editors_bar(client):
    answer = client.get("/page/")
    assert "wagtail-userbar" not in answer.text
    assert "no-store" not in answer.headers.get("Cache-Control", "")


def test_a_preview_is_kept_by_no_cache(admin_client):
    page = StandardPage.objects.get(slug="page")
    answer = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("scheme", "said"), [("https", "31536000 True True"), ("http", "0 False False")]
)
def test_the_address_in_the_settings_decides_what_is_secure(scheme, said):
    code = (
        "from config.settings import base as s; "
        "print(s.SECURE_HSTS_SECONDS, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE)"
    )
    environment = {**os.environ, "SITE_URL": f"{scheme}://site.example"}
    printed = subprocess.check_output(
        [sys.executable, "-c", code], env=environment, cwd=site_settings.BASE_DIR, text=True
    )
    assert printed.strip() == said


def test_a_secure_site_says_so_to_browsers(client, settings):
    assert site_settings.SECURE_HSTS_SECONDS == 0
    settings.SECURE_HSTS_SECONDS = 31_536_000
    answer = client.get("/", secure=True)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_page_is_compressed_for_who_takes_it_so(client):
    answer = client.get("/page/", headers={"accept-encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
