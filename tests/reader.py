"""What a reader's browser gets, as elements that can be found by role, name or text."""

import json
from typing import Any

from bs4 import BeautifulSoup


def parsed(html: str) -> Any:
    """Return HTML as elements. A test that looks for one that is not there fails by itself."""
    return BeautifulSoup(html, "html.parser")


def open_page(client, address: str, status: int = 200) -> Any:
    """Ask for an address as a reader does, expect `status`, and return the page."""
    answer = client.get(address)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    return parsed(answer.text)


def words(element) -> str:
    """Return the text of an element as it is read out: one space between words."""
    return " ".join(element.get_text().split()) if element else ""


def links(element) -> dict[str, str]:
    """Return {words: address} of the links in an element."""
    return {words(link): str(link["href"]) for link in element.find_all("a", href=True)}


def navigation(page, name: str) -> Any:
    """Return the navigation that is called `name`."""
    return page.find("nav", attrs={"aria-label": name})


def structured(page, kind: str) -> dict | None:
    """Return the page's schema.org object of a kind, such as "Article"."""
    for script in page.find_all("script", type="application/ld+json"):
        data = json.loads(script.string)
        for one in data if isinstance(data, list) else [data]:
            if one["@type"] == kind:
                return one
    return None
