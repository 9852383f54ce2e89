"""What every test can ask for: a clean start, the home page, a live site and a browser.

A test that uses the database is marked `on_postgresql` by itself: tests/run.py runs those on
both databases. Browser tests are the exception: only the journeys that carry the mark.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from playwright.sync_api import expect, sync_playwright

from home.models import HomePage
from tests import available, markup
from tests.serving import Server
from tests.watching import visits

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000  # milliseconds that a page may take on a busy machine
DATABASE_FIXTURES = {"db", "transactional_db"}


def uses_database(item: pytest.Item) -> bool:
    """Say whether a test asks for the database, by mark or by fixture."""
    asked = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or asked & DATABASE_FIXTURES)


def place(item: pytest.Item) -> int:
    """Return when a test runs: one that rolls back, one that empties tables, one that reads.

    The site that tests only read is built once, and stays until the end of the run.
    """
    mark = item.get_closest_marker("django_db")
    asked = set(getattr(item, "fixturenames", ()))
    if "site" in asked:
        return 2
    empties = (mark and mark.kwargs.get("transaction")) or "transactional_db" in asked
    return 1 if empties else 0


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark what runs on PostgreSQL too; after the shuffle, put each test in its place."""
    for item in items:
        if uses_database(item) and "tests/browser/" not in item.path.as_posix():
            item.add_marker("on_postgresql")
    yield
    items.sort(key=place)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say in one line each what this machine lacks; nothing is left out silently."""
    for line in available.what_is_left_out():
        terminalreporter.write_line(f"Left out: {line}.")


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_modify_db_settings, django_db_blocker
):
    """Make the test database, and keep what migrations put there for tests that empty tables."""
    # Playwright keeps an event loop in this thread, and Django has another connection while one
    # runs: where a browser will be used, it comes first, so that all have the same connection.
    wanted = any("browser" in getattr(item, "fixturenames", ()) for item in request.session.items)
    if wanted and available.browser():
        request.getfixturevalue("browser")
    with django_db_blocker.unblock():
        made = setup_databases(0, interactive=False, serialized_aliases={"default"})
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


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


@pytest.fixture(scope="session")
def server(django_db_setup) -> Iterator[Server]:
    """Return a server of the site for the whole run; on its own it may not use the database."""
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def live_site(server, transactional_db, django_db_serialized_rollback) -> Iterator[Server]:
    """Return a live server, `.url`, with what migrations made, at the Site record's address."""
    server.give_address()
    yield server
    server.wait_until_idle()


@pytest.fixture(scope="session")
def browser():
    """Return a Chromium, one for each process of the run."""
    path = available.browser()
    if path is None:
        pytest.skip("no Chromium on this machine")
    # Playwright keeps an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser, live_site) -> Iterator[Callable]:
    """Return a function that opens a page in a context of its own; see `visits`."""
    with visits(browser, live_site.url) as open_page:
        yield open_page


@pytest.fixture
def page(new_page):
    """Return a page of 1280 by 900 pixels whose addresses start at the live site."""
    return new_page(viewport={"width": 1280, "height": 900})
