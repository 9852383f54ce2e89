"""Pages of an old site, as text and as HTML, and what the importer reads in them."""

import datetime

from editing.importers.reading.legacy_page import read_page
from editing.importers.reading.pieces import LegacyPage

TODAY = datetime.date(2026, 11, 24)
PROSE = (
    "The harbour had nineteen lamps and one key, and nobody could say who held it on a Tuesday. "
    "So we asked, which took longer than the repair, and taught us more."
)


def read(text: str, name: str = "page.txt") -> LegacyPage:
    """Return what the importer reads in a page."""
    return read_page(text, name=name, is_html=name.endswith("html"), today=TODAY)


def page_of(*paragraphs: str, title: str = "One key for nineteen lamps") -> str:
    """Return a page as plain text: a title, prose, then these paragraphs."""
    return "\n\n".join([title, PROSE, *paragraphs])


def html_of(main: str = f"<p>{PROSE}</p>", head: str = "", around: str = "") -> str:
    """Return a page as HTML: title and text in an article, and a template around it."""
    return (
        f"<!doctype html><html><head><title>Lamps | Old site</title>{head}</head><body>{around}"
        f"<article><h1>One key for nineteen lamps</h1>{main}</article></body></html>"
    )


def words(text: str) -> list[str]:
    """Return the words of a text in order, whatever marks and dashes stand around them."""
    return [word for part in text.split() if (word := part.strip("“”‘’\"'«»„–-"))]
