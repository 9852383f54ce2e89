"""Watches a browser for what a reader should never meet."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

EDITOR = ("/admin/",)
# Wagtail's checks write what they find to the console of signed-in editors, as an error.
CHECKS = "axe.run results"


class Watch:
    """Collects console messages, requests to others and cookies, as words in `problems`.

    On public pages every console message and every cookie is one; in the editor, which is
    Wagtail's, only errors are. A request to another origin always is one.
    """

    def __init__(self, site_url: str) -> None:
        self.site = urlsplit(site_url).netloc
        self.problems: list[str] = []
        self.expected: set[str] = set()
        self.met_editor = False

    def follow(self, page) -> None:
        """Watch this page until it is closed."""
        page.on("console", lambda message: self._console(page.url, message))
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self._request(request.url))
        page.on("response", self._response)

    def expect_cookie(self, name: str) -> None:
        """Allow a cookie: the one that guards a form."""
        self.expected.add(name)

    def look_at_cookies(self, context) -> None:
        """Look for cookies, also those that scripts set, when only public pages were met."""
        if not self.met_editor:
            names = {cookie["name"] for cookie in context.cookies()}
            self.problems += [f"cookie {name}" for name in sorted(names - self.expected)]

    def _is_public(self, url: str) -> bool:
        return not urlsplit(url).path.startswith(EDITOR)

    def _console(self, url: str, message) -> None:
        # A browser reports the answer 404 of the very page that a test asked for.
        if message.text.startswith("Failed to load resource") and message.location["url"] == url:
            return
        if self.met_editor and message.text.startswith(CHECKS):
            return
        if self._is_public(url) or message.type == "error":
            self.problems.append(f"{url}: console {message.type}: {message.text}")

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.site:
            self.problems.append(f"request to {url}")
        if not self._is_public(url):
            self.met_editor = True

    def _response(self, response) -> None:
        cookie = response.headers.get("set-cookie", "")
        if self._is_public(response.url) and cookie.partition("=")[0] not in {"", *self.expected}:
            self.problems.append(f"{response.url} sets a cookie")


@contextmanager
def visits(browser, url: str) -> Iterator[Callable]:
    """Give a function that opens a page in a browser context of its own at the site `url`.

    It takes Playwright's options: `open_page(color_scheme="dark", java_script_enabled=False)`,
    and in `cookies` the names of those that may be set. What a reader should never meet (see
    Watch) fails the test at the end.
    """
    contexts, watch = [], Watch(url)

    def open_page(cookies=(), **options):
        context = browser.new_context(**{"base_url": url, "locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        for name in cookies:
            watch.expect_cookie(name)
        watch.follow(page)
        return page

    try:
        yield open_page
    finally:
        for context in contexts:
            watch.look_at_cookies(context)
            context.close()
    assert watch.problems == [], "\n".join(watch.problems)
