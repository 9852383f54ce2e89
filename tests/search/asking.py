"""Asks the search as a reader does: by its address, of an index made from the pages there are."""

from urllib.parse import urlencode

from wagtail.models import Site

from search.rebuilding import rebuild
from tests.reader import open_page, words


def indexed(language: str = "en-gb"):
    """Index all pages of the site, as `manage.py update_index` does, and return the index."""
    return rebuild(Site.objects.get(is_default_site=True), language)


def address(text: str = "", **more) -> str:
    """Return the address of a search."""
    return "/search/?" + urlencode({"q": text, **more})


def ask(client, text: str = "", **more):
    """Ask for a search and return its page."""
    return open_page(client, address(text, **more))


def results(page) -> list:
    """Return the results that a page shows."""
    listed = page.main.find("ol", class_=lambda name: name and "results" in name)
    return listed.find_all("li", recursive=False) if listed else []


def titles(page) -> list[str]:
    """Return the titles of the results that a page shows."""
    return [words(result.h3) for result in results(page)]
