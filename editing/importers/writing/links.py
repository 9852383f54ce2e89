"""Links in the text: the names of people the site knows, and the old site's own addresses."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from wagtail.contrib.redirects.models import Redirect

from editing.importers.reading.marked_text import MarkedText, Span
from editing.importers.reading.names import STARTERS, TITLES, core_of, is_capitalised
from editing.importers.reading.pieces import Piece
from editing.importers.writing.known_people import Known, KnownPeople

RUNNING_TEXT = {"paragraph", "item"}
# Stands for a post that a dry run does not write: no page has such a key.
PROMISED = "-1"


@dataclass
class Linked:
    """The pieces with their links, who was linked, and what an editor should look at."""

    pieces: list[Piece]
    names: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)


def link_names(pieces: list[Piece], people: KnownPeople, authors: set[int]) -> Linked:
    """Link the first mention of each profile that everybody may read, longest names first.

    Links that are there stay, authors (by key) have theirs in the byline, and names that
    several people share lead nowhere.
    """
    linked = Linked(list(pieces))
    free = [known for known in people.all if known.is_readable and known.key not in authors]
    wanted = [(name, known) for known in free for name in known.names if _is_safe(name, known)]
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


def link_old_pages(
    pieces: list[Piece], host: str, promised: Collection[str] = ()
) -> tuple[list[Piece], bool]:
    """Turn links to the old site's pages into links to the posts that were made of them.

    Also tell whether any of them leads to no post yet. `promised` are paths that a dry run would
    make lead to one.
    """
    moved = [replace(piece, marked=_moved(piece.marked, host, promised)) for piece in pieces]
    spans = [span for piece in moved for span in piece.marked.spans]
    return moved, any(span.kind == "link" and _is_below(span, host) for span in spans)


def _moved(marked: MarkedText, host: str, promised: Collection[str]) -> MarkedText:
    return replace(
        marked,
        spans=tuple(
            _moved_span(span, promised) if span.kind == "link" and _is_below(span, host) else span
            for span in marked.spans
        ),
    )


def _is_below(span: Span, host: str) -> bool:
    parts = urlsplit(span.target)
    return bool(host) and parts.netloc.lower() == host and parts.scheme in {"http", "https"}


def _moved_span(span: Span, promised: Collection[str]) -> Span:
    parts = urlsplit(span.target)
    path = Redirect.normalise_path(parts._replace(scheme="", netloc="", fragment="").geturl())
    found = Redirect._default_manager.filter(old_path=path, redirect_page__isnull=False).first()
    if found is None and path in promised:
        return replace(span, kind="page", target=PROMISED)
    return replace(span, kind="page", target=str(found.redirect_page_id)) if found else span
