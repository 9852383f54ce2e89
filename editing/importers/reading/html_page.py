"""A page saved as HTML, cut into paragraphs, headings, list items and quotations."""

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement, PreformattedString

from editing.importers.reading.html_parts import (
    attribute,
    main_part,
    metadata,
    text_of,
    without_template,
)
from editing.importers.reading.marked_text import Kind, MarkedText, Span
from editing.importers.reading.markup_guard import guarded
from editing.importers.reading.pieces import Piece, PieceKind, Source, shortened

INLINE = {
    *["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font"],
    *["i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong"],
    *["sub", "sup", "time", "tt", "u", "var", "wbr", "img"],
}
MARKS: dict[str, Kind] = {"b": "bold", "strong": "bold", "cite": "work"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BYLINE_NAMES = {"author", "byline", "by-line", "post-author", "entry-author", "vcard"}
SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
# Nobody reads a page that goes beyond these; hostile ones do.
MOST_MARKS, MOST_OPEN, MOST_LEVELS = 500, 20, 40


def read_html(text: str, base: str = "") -> Source:
    """Return the pieces of a web page and what its head says; `base` is its old address."""
    safe, left_out = guarded(text)
    # The root element keeps Beautiful Soup from taking short texts for file names.
    soup = BeautifulSoup(f"<html>{safe}", "html.parser")
    source = Source([])
    _read_head(soup, source, base)
    part = main_part(soup)
    template, lines = without_template(part)
    if part is not soup.body:
        part.extract()
        lines += [line.strip() for line in soup.strings]
    source.dates += lines
    walk = _Walk(joined(base, source.address))
    walk.run(part)
    source.pieces = walk.pieces
    source.unsure += walk.unsure
    source.left_out = [*_counted(left_out), *template, *walk.left_out]
    return source


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

    def run(self, part: Tag) -> None:
        waiting: list[tuple[PageElement, bool]] = [(part, False)]
        while waiting:
            node, is_leaving = waiting.pop()
            if isinstance(node, Tag):
                if is_leaving:
                    self._leave(node)
                else:
                    self._enter(node)
                    waiting.append((node, True))
                    waiting += [(child, False) for child in reversed(node.contents)]
            elif not isinstance(node, PreformattedString):
                self._add(str(node))
        self._end_piece()

    def _enter(self, tag: Tag) -> None:
        names = f"{attribute(tag, 'class')} {attribute(tag, 'rel')} {attribute(tag, 'itemprop')}"
        if BYLINE_NAMES & set(names.lower().split()):
            self.is_byline = True
        if tag.name == "img":
            said = attribute(tag, "alt") or attribute(tag, "src")
            self.left_out.append(f"picture: “{shortened(said)}”" if said else "picture")
        elif tag.name == "q":
            self._add("“")
        elif tag.name not in INLINE:
            self._end_piece()
            self.blocks.append(tag)
        kind, target = self._mark(tag)
        if kind and len(self.open) < MOST_OPEN:
            self.open.append((tag, kind, target, self.length))

    def _leave(self, tag: Tag) -> None:
        if tag.name == "q":
            self._add("”")
        elif tag.name not in INLINE:
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
            self.unsure.append(f"The link to “{shortened(href)}” was taken off: it leads nowhere.")
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
            kind, level, is_ordered = self._kind()
            self.pieces.append(Piece(kind, marked, level, is_ordered, is_byline=self.is_byline))
            self.is_byline = False
        self.open = [(tag, kind, target, 0) for tag, kind, target, _start in self.open]
        self.words, self.spans, self.length = [], [], 0

    def _kind(self) -> tuple[PieceKind, int, bool]:
        around = self.blocks[: -MOST_LEVELS - 1 : -1]
        for number, tag in enumerate(around):
            if tag.name in HEADINGS:
                return "heading", HEADINGS[tag.name], False
            if tag.name == "blockquote":
                return "quotation", 2, False
            if tag.name == "li":
                lists = [one.name for one in around[number:] if one.name in {"ol", "ul"}]
                return "item", 2, bool(lists) and lists[0] == "ol"
        return "paragraph", 2, False
