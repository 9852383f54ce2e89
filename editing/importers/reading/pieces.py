"""What a page is read as: pieces of its body, authors, dates, and what is unsure or left out."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from editing.importers.reading.marked_text import MarkedText

PieceKind = Literal["heading", "paragraph", "item", "quotation", "table"]


@dataclass(frozen=True)
class Table:
    """A table of facts: words alone, a heading for every column."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names_rows: bool = False

    @property
    def text(self) -> str:
        """Return all words of the table, row by row."""
        return " ".join(cell for row in (self.headings, *self.rows) for cell in row if cell)

    def spelled(self, spell: Callable[[str], str]) -> "Table":
        """Return the table with each of its texts in another spelling."""
        headings = tuple(spell(heading) for heading in self.headings)
        rows = tuple(tuple(spell(cell) for cell in row) for row in self.rows)
        return Table(spell(self.caption), headings, rows, self.names_rows)


@dataclass(frozen=True)
class Piece:
    """A heading, paragraph, list item, quotation or table, in the order of the page.

    A quotation has its speaker; `absorbed` are the words of the attribution that its block now
    says instead ("said Ada Byrne"). `is_byline` is what the markup calls the author. `depth` counts
    the lists around that of an item. `is_outside` tells that it stands outside the main part.
    """

    kind: PieceKind
    marked: MarkedText
    level: int = 2
    is_ordered: bool = False
    depth: int = 0
    speaker: str = ""
    role: str = ""
    absorbed: str = ""
    is_byline: bool = False
    is_outside: bool = False
    table: Table | None = None

    @property
    def text(self) -> str:
        """Return the words without marks."""
        return self.marked.text


def paragraph(text: str) -> Piece:
    """Return a paragraph of plain words."""
    return Piece("paragraph", MarkedText(text))


@dataclass
class Author:
    """Somebody the page names as its writer, their role that day, and what they are "now"."""

    name: str
    role_title: str = ""
    organisation_name: str = ""
    now_text: str = ""


@dataclass
class Source:
    """A file taken apart by its markup alone, before anything is understood.

    `before` and `after` are what stands outside the main part.
    """

    pieces: list[Piece]
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    title: str = ""
    authors: list[str] = field(default_factory=list)
    summary: str = ""
    address: str = ""
    dates: list[str] = field(default_factory=list)
    published: str = ""
    unsure: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@dataclass
class LegacyPage:
    """A page of the old site, understood: what the import writes and what it reports.

    `own_address` is the one that the page itself gives in full; `address` may be completed by
    what was said of the place of its file.
    """

    title: str
    body: list[Piece]
    authors: list[Author] = field(default_factory=list)
    summary: str = ""
    address: str = ""
    own_address: str = ""
    published_on: datetime.date | None = None
    page_updated_on: datetime.date | None = None
    unsure: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def quotations(self) -> list[Piece]:
        """Return the quotations that become blocks."""
        return [piece for piece in self.body if piece.kind == "quotation"]


def shortened(text: str, most: int = 60) -> str:
    """Return the beginning of `text` in whole words, for a line of a report."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:–—- ") + "…"


def in_marks(text: str, most: int = 60) -> str:
    """Return the beginning of `text` in quotation marks, for a line of a report.

    Marks inside become single ones; one pair around the whole text, or what is left of it, goes.
    """
    said = shortened(text, most).translate(str.maketrans("“”", "‘’"))
    if text.startswith("“") and "“" not in text[1:] and "”" not in text[1:-1]:
        said = said[1:].removesuffix("’")
    return f"“{said}”"
