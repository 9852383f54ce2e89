"""Crawlers may read everything public, and are told the date that readers are told."""

import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import BlogPageFactory, StandardPageFactory, publish

pytestmark = pytest.mark.django_db


def sitemap(client) -> dict[str, str]:
    """Return {address: day of change} as the sitemap has it."""
    answer = client.get("/sitemap.xml")
    assert answer.status_code == 200
    found = {}
    for entry in ElementTree.fromstring(answer.content):
        address = urlsplit(entry.findtext("{*}loc")).path
        found[address] = (entry.findtext("{*}lastmod") or "")[:10]
    return found


def test_robots_are_sent_to_the_sitemap_and_kept_from_the_editor(client, settings):
    settings.SITE_URL = "https://site.example"
    answer = client.get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    lines = answer.text.splitlines()
    assert "Disallow: /admin/" in lines
    assert "Sitemap: https://site.example/sitemap.xml" in lines
    assert client.post("/robots.txt").status_code == 405


def test_the_sitemap_has_the_date_that_readers_are_told(client, published_days_ago):
    page = published_days_ago(publish(StandardPageFactory(slug="page")), 30)
    page = publish(page, change_answer=(False, ""))
    day = datetime.date.fromisoformat(sitemap(client)["/page/"])
    assert day == page.page_updated_on


def test_a_new_post_is_a_change_of_the_blog(client, published_days_ago):
    post = BlogPageFactory()
    blog = published_days_ago(post.get_parent().specific)
    day = datetime.date.fromisoformat(sitemap(client)[blog.url])
    assert day == timezone.localdate(post.first_published_at)


def test_the_sitemap_leaves_out_drafts_and_private_pages(client):
    publish(StandardPageFactory(slug="public"))
    StandardPageFactory(slug="draft", live=False)
    inside = publish(StandardPageFactory(slug="inside"))
    publish(StandardPageFactory(slug="below", parent=inside))
    PageViewRestriction.objects.create(page=inside, restriction_type="login")
    found = set(sitemap(client))
    assert "/public/" in found
    assert not {"/draft/", "/inside/", "/inside/below/"} & found


def test_the_sitemap_names_the_original_and_not_its_alias(client):
    page = publish(StandardPageFactory(slug="original"))
    page.create_alias(update_slug="alias")
    found = set(sitemap(client))
    assert "/original/" in found
    assert "/alias/" not in found
