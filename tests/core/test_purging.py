"""What an editor changes is purged from the cache in front, address by address."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from wagtail.models import Site

from core.models import BasePage, SiteSettings
from tests.factories import (
    BlogPageFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicFactory,
    make_private,
    publish,
)


class Recorder(BaseHTTPRequestHandler):
    """Takes PURGE requests as Varnish does, and keeps their addresses."""

    def do_PURGE(self) -> None:
        self.server.purged.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_request(self, code="-", size="-") -> None:
        """Say nothing."""


@pytest.fixture
def purged(home, settings, django_capture_on_commit_callbacks):
    """Return what does something and returns the paths that a cache is told of meanwhile."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Recorder) as server:
        server.purged = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.WAGTAILFRONTENDCACHE = {
            "front": {
                "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
                "LOCATION": f"http://127.0.0.1:{server.server_port}",
            }
        }

        def during(do) -> set[str]:
            server.purged.clear()
            with django_capture_on_commit_callbacks(execute=True):
                do()
            return set(server.purged)

        yield during
        server.shutdown()


def test_a_post_is_purged_with_every_list_and_feed_that_names_it(purged):
    topic = TopicFactory(name="Herons")
    author = PersonPageFactory(title="Ann Example")
    post = BlogPageFactory(title="The weir", topics=[topic], author=author)
    other = BlogPageFactory(title="The lock", topics=[topic])
    blog = post.get_parent().url
    found = purged(lambda: publish(post))
    assert {
        *("/", post.url, author.url, other.url, blog, f"{blog}feed/"),
        *(f"{blog}topic/herons/", f"{blog}topic/herons/feed/", f"{blog}author/{author.slug}/"),
        *("/search/", "/search/feed/", "/search/suggest/", "/sitemap.xml"),
    } <= found


def test_pages_that_have_nothing_to_do_with_it_stay(purged):
    page, other = StandardPageFactory(title="The weir"), StandardPageFactory(title="The lock")
    assert other.url not in purged(lambda: publish(page))


@pytest.mark.parametrize("go", ["unpublish", "delete"])
def test_what_is_taken_down_is_purged(purged, go):
    page = publish(StandardPageFactory(title="The weir"))
    assert {page.url, "/"} <= purged(getattr(page, go))


def test_what_is_made_private_is_purged_with_what_stands_below(purged):
    page = publish(StandardPageFactory(title="The weir"))
    below = publish(StandardPageFactory(title="The lock", parent=page))
    assert {page.url, below.url} <= purged(lambda: make_private(page))


def test_both_places_of_a_moved_page_are_purged(purged):
    page = publish(StandardPageFactory(title="The weir"))
    below = publish(StandardPageFactory(title="The lock", parent=page))
    target = publish(StandardPageFactory(title="Rivers"))
    before = {page.url, below.url}
    found = purged(lambda: page.move(target, pos="last-child"))
    after = {BasePage.objects.get(pk=one.pk).url for one in (page, below)}
    assert before | after <= found
    assert not before & after


def test_the_old_address_is_purged_when_it_changes(purged):
    page = publish(StandardPageFactory(title="The weir"))
    old = page.url
    page.slug = "weir-of-old"
    assert {old, "/weir-of-old/"} <= purged(lambda: publish(page))


def test_the_sites_settings_purge_every_page(purged):
    page = publish(StandardPageFactory(title="The weir"))
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    assert {page.url, "/"} <= purged(settings.save)


def test_caches_are_told_how_long_a_page_may_be_kept(client, home):
    page = publish(StandardPageFactory(title="The weir"))
    assert "s-maxage=600" in client.get(page.url).headers["Cache-Control"]
    assert "s-maxage=600" in client.get("/").headers["Cache-Control"]


def test_caches_may_not_keep_what_only_some_may_read(client, admin_client, home):
    page = publish(StandardPageFactory(title="The weir"))
    assert "public" not in admin_client.get(page.url).headers["Cache-Control"]
    make_private(page)
    for asking in (client, admin_client):
        assert "public" not in asking.get(page.url).headers.get("Cache-Control", "private")
