"""A page saved as HTML, cut into paragraphs, headings, list items and quotations."""

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement, PreformattedString

from editing.importers.reading.html_parts import (
    INLINE,
    attribute,
    main_part,
    metadata,
    text_of,
    without_template,
)
from editing.importers.reading.html_tables import (
    CELLS,
    has_columns,
    parts_on_a_line,
    readable_rows,
    table_of,
)
from editing.importers.reading.marked_text import Kind, MarkedText, Span
from editing.importers.reading.markup_guard import guarded
from editing.importers.reading.pieces import Piece, Source, in_marks

MARKS: dict[str, Kind] = {"b": "bold", "strong": "bold", "cite": "work"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BYLINE_NAMES = {"author", "byline", "by-line", "post-author", "entry-author", "vcard"}
SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
# Nobody reads a page that goes beyond these; hostile ones do.
MOST_MARKS, MOST_OPEN, MOST_LEVELS = 500, 20, 40
# The editor offers no lists deeper than this.
DEEPEST = 4
TOO_DEEP = "A list is nested too deep: its deepest items stand on one level."


def read_html(text: str, base: str = "") -> Source:
    """Return the pieces of a web page and what its head says; `base` is its old address."""
    safe, left_out = guarded(text)
    # The root element keeps Beautiful Soup from taking short texts for file names.
    soup = BeautifulSoup(f"<html>{safe}", "html.parser")
    source = Source([])
    _read_head(soup, source, base)
    part = main_part(soup)
    template, lines = without_template(part)
    walk = _Walk(joined(base, source.address))
    if part is not soup:
        place = soup.new_tag("main")
        part.replace_with(place)
        frame, lines_outside = without_template(soup)
        template += frame
        lines += [*lines_outside, *(line.strip() for line in soup.strings)]
        _read_outside(soup, place, source, walk)
    source.dates += lines
    walk.run(part)
    source.pieces = walk.pieces
    source.unsure += list(dict.fromkeys(walk.unsure))
    source.left_out = [*_counted(left_out), *template, *walk.left_out]
    return source


def _read_outside(soup: BeautifulSoup, place: Tag, source: Source, walk: "_Walk") -> None:
    """Read what stands before and after the place of the main part."""
    outside = _Walk(walk.base)
    outside.run(soup, landmark=place)
    pieces = [replace(piece, is_outside=True) for piece in outside.pieces]
    source.before, source.after = pieces[: outside.passed], pieces[outside.passed :]
    walk.left_out += outside.left_out


def _read_head(soup: BeautifulSoup, source: Source, base: str) -> None:
    for name, content in metadata(soup):
        if name in {"author", "article:author", "dc.creator"} and "://" not in content:
            source.authors.append(content)
        elif name in {"description", "og:description"} and not source.summary:
            source.summary = content
        elif name in {"canonical", "og:url"} and (not source.address or name == "canonical"):
            source.address = content
        elif name in {"article:published_time", "published", "datepublished", "dc.date"}:
            source.published = source.published or content
        elif name in {"article:modified_time", "datemodified"}:
            source.dates.append(f"last modified {content}")
    title = soup.find("title")
    source.title = text_of(title).split(" | ")[0] if title else ""
    if title:
        title.decompose()


def joined(base: str, address: str) -> str:
    """Return an address made whole by that of the page it stands on, if that can be done."""
    try:
        return urljoin(base, address)
    except ValueError:
        return base


def _counted(names: list[str]) -> list[str]:
    """Return each entry once, with how many there were."""
    return [
        f"{name} ({names.count(name)} times)" if names.count(name) > 1 else name
        for name in dict.fromkeys(names)
    ]


class _Walk:
    """One way through an element, without recursion: pages may be nested as deep as they like."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.pieces: list[Piece] = []
        self.unsure: list[str] = []
        self.left_out: list[str] = []
        self.blocks: list[Tag] = []
        self.open: list[tuple[Tag, Kind, str, int]] = []
        self.spans: list[Span] = []
        self.words: list[str] = []
        self.length = 0
        self.is_byline = False
        self.on_a_line: set[int] = set()
        self.passed = 0

    def run(self, part: Tag, landmark: Tag | None = None) -> None:
        """Read an element; `passed` then counts the pieces that came before the landmark."""
        waiting: list[tuple[PageElement, bool]] = [(part, False)]
        while waiting:
            node, is_leaving = waiting.pop()
            if isinstance(node, Tag):
                if is_leaving:
                    self._leave(node)
                elif node.name != "table" or not self._take_table(node):
                    self._enter(node)
                    waiting.append((node, True))
                    waiting += [(child, False) for child in reversed(node.contents)]
                if node is landmark:
                    self.passed = len(self.pieces)
            elif not isinstance(node, PreformattedString):
                self._add(str(node))
        self._end_piece()

    def _enter(self, tag: Tag) -> None:
        names = f"{attribute(tag, 'class')} {attribute(tag, 'rel')} {attribute(tag, 'itemprop')}"
        if BYLINE_NAMES & set(names.lower().split()):
            self.is_byline = True
        if tag.name == "img":
            said = attribute(tag, "alt") or attribute(tag, "src")
            self.left_out.append(f"picture: {in_marks(said)}" if said else "picture")
        elif tag.name == "q":
            self._add("“")
        elif id(tag) in self.on_a_line:
            self._add("; " if tag.name in CELLS and self.words else " ")
        elif tag.name not in INLINE:
            self._end_piece()
            self.blocks.append(tag)
        kind, target = self._mark(tag)
        if kind and len(self.open) < MOST_OPEN:
            self.open.append((tag, kind, target, self.length))

    def _leave(self, tag: Tag) -> None:
        if tag.name == "q":
            self._add("”")
        elif tag.name not in INLINE and id(tag) not in self.on_a_line:
            self._end_piece()
            self.blocks.pop()
        if self.open and self.open[-1][0] is tag:
            _tag, kind, target, start = self.open.pop()
            self._close(kind, target, start)

    def _mark(self, tag: Tag) -> tuple[Kind | None, str]:
        if tag.name != "a":
            return MARKS.get(tag.name), ""
        href = attribute(tag, "href")
        if not href or href.startswith("#") or any(kind == "link" for _t, kind, *_ in self.open):
            return None, ""
        target = self._absolute(href)
        if not target:
            self.unsure.append(f"The link to {in_marks(href)} was taken off: it leads nowhere.")
            return None, ""
        return "link", target

    def _absolute(self, href: str) -> str:
        try:
            target = urljoin(self.base, href)
            parts = urlsplit(target)
        except ValueError:
            return ""
        is_whole = parts.scheme in SAFE_SCHEMES and (parts.netloc or parts.scheme[0] != "h")
        return target if is_whole else ""

    def _close(self, kind: Kind, target: str, start: int) -> None:
        if start < self.length and len(self.spans) < MOST_MARKS:
            self.spans.append(Span(start, self.length, kind, target))

    def _add(self, words: str) -> None:
        """Add words; white space, however much, is one space."""
        words = words.replace("\u00ad", "").replace("\u200b", "")
        lead = " " if words[:1].isspace() and self.words and self.words[-1][-1] != " " else ""
        text = lead + " ".join(words.split())
        if words[-1:].isspace() and text.strip():
            text += " "
        if text and (text.strip() or lead):
            self.words.append(text)
            self.length += len(text)

    def _end_piece(self) -> None:
        """Make a piece of the words since the last one; marks that are open go on after it."""
        for _tag, kind, target, start in self.open:
            self._close(kind, target, start)
        marked = MarkedText("".join(self.words), tuple(self.spans)).part(0)
        if marked.text:
            self.pieces.append(self._piece(marked))
            self.is_byline = False
        self.open = [(tag, kind, target, 0) for tag, kind, target, _start in self.open]
        self.words, self.spans, self.length = [], [], 0

    def _piece(self, marked: MarkedText) -> Piece:
        around = self.blocks[: -MOST_LEVELS - 1 : -1]
        for number, tag in enumerate(around):
            if tag.name in HEADINGS:
                return Piece("heading", marked, HEADINGS[tag.name], is_byline=self.is_byline)
            if tag.name == "blockquote":
                return Piece("quotation", marked, is_byline=self.is_byline)
            if tag.name == "li":
                lists = [one.name for one in around[number:] if one.name in {"ol", "ul"}]
                if len(lists) > DEEPEST:
                    self.unsure.append(TOO_DEEP)
                is_ordered, depth = lists[:1] == ["ol"], min(max(len(lists), 1), DEEPEST) - 1
                return Piece("item", marked, 2, is_ordered, depth, is_byline=self.is_byline)
        return Piece("paragraph", marked, is_byline=self.is_byline)

    def _take_table(self, tag: Tag) -> bool:
        """Take a table of facts whole; of others say how they are read."""
        table = table_of(tag)
        if table:
            self._end_piece()
            if not table.caption:
                caption = ", ".join(table.headings)
                self.unsure.append(f"A table has no caption; it is called “{caption}”.")
                table = replace(table, caption=caption)
            self.pieces.append(Piece("table", MarkedText(table.text), table=table))
            links = [attribute(link, "href") for link in tag.find_all("a", href=True)]
            self.left_out += [f"link in a table: {in_marks(link)}" for link in links]
        elif has_columns(tag) and (rows := readable_rows(tag)):
            cells = [cell for row in rows for cell in row]
            self.on_a_line |= {id(part) for cell in cells for part in parts_on_a_line(cell)}
            start = in_marks(" ".join(map(text_of, rows[0])))
            self.unsure.append(f"A table became a paragraph for each row: {start}.")
        elif has_columns(tag):
            self.unsure.append("A table was taken apart: a paragraph for each of its cells.")
        return bool(table)
