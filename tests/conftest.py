"""What every test can ask for: a clean start, the home page, a live site and a browser.

A test that uses the database is marked `on_postgresql` by itself: tests/run.py runs those on
both databases. Browser tests are the exception: only the journeys that carry the mark.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.utils import translation
from playwright.sync_api import sync_playwright
from wagtail.models import Site

from home.models import HomePage
from tests import available, markup
from tests.watching import Watch

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def uses_database(item: pytest.Item) -> bool:
    """Say whether a test asks for the database, by mark or by fixture."""
    asked = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or asked & DATABASE_FIXTURES)


def is_transactional(item: pytest.Item) -> bool:
    """Say whether a test empties the tables at its end, instead of rolling back."""
    mark = item.get_closest_marker("django_db")
    asked = set(getattr(item, "fixturenames", ()))
    return bool(
        (mark and mark.kwargs.get("transaction")) or asked & {"transactional_db", "live_server"}
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark what runs on PostgreSQL too; after the shuffle, put tests that empty tables last."""
    for item in items:
        if uses_database(item) and "tests/browser/" not in item.path.as_posix():
            item.add_marker("on_postgresql")
    yield
    items.sort(key=is_transactional)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say in one line each what this machine lacks; nothing is left out silently."""
    for line in available.what_is_left_out():
        terminalreporter.write_line(f"Left out: {line}.")


@pytest.fixture(autouse=True)
def clean_start() -> Iterator[None]:
    """Let no test see what another left in this process: cached values, the active language."""
    yield
    cache.clear()
    translation.deactivate()


@pytest.fixture
def home(db):
    """Return the home page that a fresh database has."""
    return HomePage.objects.get()


@pytest.fixture
def html_complaints() -> Callable[..., list[str]]:
    """Return a function: what the HTML checker says of these documents, as text; [] is valid."""
    return markup.complaints


@pytest.fixture
def legacy_page():
    """Return the path of a real page of the old site, which is no part of this project."""
    path = available.legacy_page()
    if path is None:
        pytest.skip("LEGACY_PAGE names no file")
    return path


@pytest.fixture
def live_site(live_server, transactional_db, django_db_serialized_rollback):
    """Return a live server, `.url`, with what migrations made and the Site record's address."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, _, port = live_server.url.removeprefix("http://").partition(":")
    site.port = int(port)
    site.save()
    return live_server


@pytest.fixture(scope="session")
def browser():
    """Return a Chromium, one for each process of the run."""
    path = available.browser()
    if path is None:
        pytest.skip("no Chromium on this machine")
    # Playwright keeps an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def watch(live_site) -> Watch:
    """Return the record of what the browser should never meet; `page` checks it at its end."""
    return Watch(live_site.url)


@pytest.fixture
def new_page(browser, live_site, watch) -> Iterator[Callable]:
    """Return a function that opens a page in a context of its own.

    It takes Playwright's options: `new_page(color_scheme="dark", java_script_enabled=False)`.
    The test fails at its end for what a reader should never meet (see Watch).
    """
    contexts = []

    def open_page(**options):
        context = browser.new_context(**{"base_url": live_site.url, "locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        return page

    yield open_page
    for context in contexts:
        watch.look_at_cookies(context)
        context.close()
    assert watch.problems == []


@pytest.fixture
def page(new_page):
    """Return a page of 1280 by 900 pixels whose addresses start at the live site."""
    return new_page(viewport={"width": 1280, "height": 900})
