"""Sign in to the editor and publish a post with a word in its title, by the forms alone.

    publish.py SITE SLUG WORD

Uses nothing but Python, so that it runs where the containers do.
"""

import http.cookiejar
import re
import sys
import urllib.parse
import urllib.request
from html.parser import HTMLParser

NAME, PASSWORD = "prover", "Prove-that-it-works"


class Form(HTMLParser):
    """The fields of one form of a page, as a browser would send them."""

    def __init__(self, has: str) -> None:
        super().__init__()
        self.has, self.fields, self.is_in, self.text_of, self.choice_of = has, [], False, "", ""

    def handle_starttag(self, tag: str, attrs: list) -> None:
        """Collect what the form's elements hold."""
        attributes = dict(attrs)
        name = attributes.get("name", "")
        if tag == "form":
            self.is_in = self.has in (attributes.get("id") or attributes.get("action") or "")
        if not self.is_in:
            return
        if tag == "input" and name:
            kind = attributes.get("type", "text")
            is_chosen = kind not in {"checkbox", "radio"} or "checked" in attributes
            if is_chosen and kind not in {"submit", "file"}:
                self.fields.append((name, attributes.get("value") or ""))
        elif tag == "textarea" and name:
            self.text_of = name
            self.fields.append((name, ""))
        elif tag == "select":
            self.choice_of = name
        elif tag == "option" and "selected" in attributes and self.choice_of:
            self.fields.append((self.choice_of, attributes.get("value") or ""))

    def handle_data(self, data: str) -> None:
        """Take the words of a textarea."""
        if self.text_of:
            name, before = self.fields[-1]
            self.fields[-1] = (
                name,
                before + data if before else data.removeprefix("\n"),
            )

    def handle_endtag(self, tag: str) -> None:
        """Leave a textarea, a select or the form."""
        if tag == "textarea":
            self.text_of = ""
        elif tag == "select":
            self.choice_of = ""
        elif tag == "form":
            self.is_in = False


def main(site: str, slug: str, word: str) -> None:
    """Sign in, find the post, publish it."""
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(cookies)
    browser.addheaders = [("Referer", f"{site}/admin/")]

    def get(address: str) -> str:
        return browser.open(site + address).read().decode()

    def send(address: str, fields: list) -> str:
        data = urllib.parse.urlencode(fields).encode()
        return browser.open(site + address, data).read().decode()

    form = Form("login")
    form.feed(get("/admin/login/"))
    fields = [pair for pair in form.fields if pair[0] not in {"username", "password"}]
    send("/admin/login/", [*fields, ("username", NAME), ("password", PASSWORD)])
    found = get("/admin/pages/search/?q=" + urllib.parse.quote(slug.replace("-", " ")))
    for key in dict.fromkeys(re.findall(r"/admin/pages/(\d+)/edit/", found)):
        form = Form("page-edit-form")
        form.feed(get(f"/admin/pages/{key}/edit/"))
        fields = dict(form.fields)
        if fields.get("slug") == slug:
            changed = [(n, f"{v} {word}" if n == "title" else v) for n, v in form.fields]
            answer = send(
                f"/admin/pages/{key}/edit/", [*changed, ("action-publish", "action-publish")]
            )
            told = re.search(r'class="[^"]*messages[^"]*".*?</ul>', answer, re.DOTALL)
            words = re.sub(r"<[^>]+>|\s+", " ", told[0]) if told else "nothing"
            if "published" not in words:
                sys.exit(f"The editor says: {words}")
            return
    sys.exit(f"The editor's search does not find {slug}.")


if __name__ == "__main__":
    main(*sys.argv[1:])
