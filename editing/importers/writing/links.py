"""Links in the text: the names of people the site knows, and the old site's own addresses."""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from wagtail.contrib.redirects.models import Redirect

from editing.importers.reading.marked_text import MarkedText, Span
from editing.importers.reading.names import STARTERS, TITLES, core_of, is_capitalised
from editing.importers.reading.pieces import Piece
from editing.importers.writing.known_people import Known, KnownPeople

RUNNING_TEXT = {"paragraph", "item"}


@dataclass
class Linked:
    """The pieces with their links, who was linked, and what an editor should look at."""

    pieces: list[Piece]
    names: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)


def link_names(pieces: list[Piece], people: KnownPeople, authors: set[int]) -> Linked:
    """Link the first mention of each live profile in running text, longest names first.

    Links that are there stay, authors (by key) have theirs in the byline, and names that
    several people share lead nowhere.
    """
    linked = Linked(list(pieces))
    live = [known for known in people.all if known.is_live and known.key not in authors]
    wanted = [(name, known) for known in live for name in known.names if _is_safe(name, known)]
    done = {
        int(span.target)
        for piece in pieces
        for span in piece.marked.spans
        if span.kind == "page" and span.target.isdigit()
    }
    for name, known in sorted(wanted, key=lambda pair: (-len(pair[0]), pair[0], pair[1].key)):
        if known.key not in done and _link(linked, name, known, people):
            done.add(known.key)
            linked.names.append(name)
    return linked


def _is_safe(name: str, known: Known) -> bool:
    """Tell whether a name is clear in a text; "Bob" alone, among other names, is not."""
    return " " in name or name == known.name


def _link(linked: Linked, name: str, known: Known, people: KnownPeople) -> bool:
    """Link the first clear mention of `name`; tell whether there was one."""
    doubt = ""
    for number, piece in enumerate(linked.pieces):
        if piece.kind not in RUNNING_TEXT or name not in piece.text:
            continue
        for start in _mentions(name, piece.marked):
            if people.speaker(name) is None:
                doubt = f"“{name}” is not linked: several people have this name."
                linked.unsure += [doubt] if doubt not in linked.unsure else []
                return False
            longer = _longer_name(piece.text, start, start + len(name))
            if longer:
                doubt = f"“{name}” is not linked: is “{longer}” somebody else?"
                continue
            span = Span(start, start + len(name), "page", str(known.key))
            linked.pieces[number] = replace(piece, marked=piece.marked.with_span(span))
            return True
    linked.unsure += [doubt] if doubt else []
    return False


def _mentions(name: str, marked: MarkedText) -> list[int]:
    """Return where a name stands as whole words, outside links."""
    whole = re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", marked.text)
    return [found.start() for found in whole if not marked.meets_link(*found.span())]


def _longer_name(text: str, start: int, end: int) -> str:
    """Return the longer name that this one seems to be a part of: "Mary Ann Lee", "Ann Lee House".

    Titles and words that begin sentences may stand before a name.
    """
    before = re.search(r"([^\s,.;:!?()“”–—]+) $", text[:start])
    after = re.match(r" ([^\s,.;:!?()“”–—]+)", text[end:])
    if before and is_capitalised(before[1]) and core_of(before[1]) not in STARTERS | TITLES:
        return text[before.start() : end]
    if after and is_capitalised(after[1]) and core_of(after[1]) not in STARTERS:
        return text[start : end + after.end()]
    return ""


def link_old_pages(pieces: list[Piece], host: str) -> list[Piece]:
    """Turn links to the old site's pages into links to the posts that were made of them."""
    return [replace(piece, marked=_moved(piece.marked, host)) for piece in pieces]


def _moved(marked: MarkedText, host: str) -> MarkedText:
    spans = [_moved_span(span, host) if span.kind == "link" else span for span in marked.spans]
    return replace(marked, spans=tuple(spans))


def _moved_span(span: Span, host: str) -> Span:
    parts = urlsplit(span.target)
    if not host or parts.netloc.lower() != host or parts.scheme not in {"http", "https"}:
        return span
    path = Redirect.normalise_path(parts._replace(scheme="", netloc="", fragment="").geturl())
    found = Redirect._default_manager.filter(old_path=path, redirect_page__isnull=False).first()
    return replace(span, kind="page", target=str(found.redirect_page_id)) if found else span
