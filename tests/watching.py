"""Watches a browser for what a reader should never meet."""

from urllib.parse import urlsplit

EDITOR = ("/admin/",)


class Watch:
    """Collects console messages, requests to others and cookies, as words in `problems`.

    On public pages every console message and every cookie is one; in the editor, which is
    Wagtail's, only errors are. A request to another origin always is one.
    """

    def __init__(self, site_url: str) -> None:
        self.site = urlsplit(site_url).netloc
        self.problems: list[str] = []
        self.met_editor = False

    def follow(self, page) -> None:
        """Watch this page until it is closed."""
        page.on("console", lambda message: self._console(page.url, message))
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self._request(request.url))
        page.on("response", self._response)

    def look_at_cookies(self, context) -> None:
        """Look for cookies that scripts set, when only public pages were met."""
        if not self.met_editor:
            self.problems += [f"cookie {cookie['name']}" for cookie in context.cookies()]

    def _is_public(self, url: str) -> bool:
        return not urlsplit(url).path.startswith(EDITOR)

    def _console(self, url: str, message) -> None:
        # A browser reports the answer 404 of the very page that a test asked for.
        if message.text.startswith("Failed to load resource") and message.location["url"] == url:
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
        if self._is_public(response.url) and "set-cookie" in response.headers:
            self.problems.append(f"{response.url} sets a cookie")
