"""What browser tests ask for: the built site, and pages of a browser to read it with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model

from tests.browser import site as built
from tests.browser.pages.editor import Account, Editor
from tests.browser.pages.post import Post
from tests.serving import start_afresh
from tests.watching import visits


@dataclass(frozen=True)
class BuiltSite:
    """A site that is only read: its `url`, and `addresses` by kind of page."""

    url: str
    addresses: dict[str, str]


@pytest.fixture(scope="session")
def site(server, django_db_blocker) -> Iterator[BuiltSite]:
    """Return the site that every test reads and none changes; built once, kept to the end."""
    # Its readers come last (tests/conftest.py), so nobody minds what it leaves in the tables.
    with django_db_blocker.unblock(), built.breaking_down():
        start_afresh()
        server.give_address()
        yield BuiltSite(server.url, built.build())


@pytest.fixture
def visit(browser, site) -> Iterator[Callable]:
    """Return a function that opens a page at the built site; see `tests.watching.visits`."""
    with visits(browser, site.url) as open_page:
        yield open_page


@pytest.fixture
def administrator(live_site) -> Account:
    """Return an account of the live site that may do everything."""
    account = Account("editor", "a-password-of-words")
    users = get_user_model().objects
    users.create_superuser(account.name, "editor@site.example", account.password)
    return account


@pytest.fixture
def editor(new_page, administrator) -> Editor:
    """Return an administrator's browser, signed in to the live site."""
    page = new_page(cookies=["csrftoken", "sessionid"], viewport={"width": 1400, "height": 1000})
    return Editor(page).sign_in(administrator)


@pytest.fixture
def reader(browser, live_site) -> Iterator[Post]:
    """Return the browser of somebody who only reads the live site."""
    with visits(browser, live_site.url) as open_page:
        yield Post(open_page(viewport={"width": 1280, "height": 900}))
