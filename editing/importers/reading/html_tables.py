"""Tables of a web page: tables of facts are kept, of others the rows or the cells are read."""

from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PreformattedString

from editing.importers.reading.html_parts import INLINE, attribute
from editing.importers.reading.pieces import Table
from editing.importers.reading.typography import one_line

ROW_GROUPS = {"thead", "tbody", "tfoot"}
CELLS = {"td", "th"}
# Inside a cell these part words, and no more.
PARTING = ["p", "br"]


def table_of(tag: Tag) -> Table | None:
    """Return a table of facts, if the markup gives every column a heading, else None.

    Only the table's own children are looked at: tables may be nested as deep as they like.
    """
    rows = [list(_cells(row)) for row in _rows(tag)]
    captions = [child for child in _children(tag) if child.name == "caption"]
    if len(rows) < 2 or _has_more_than_rows(tag):
        return None
    if not all(_is_plain(row) for row in rows) or not all(map(_is_words, captions)):
        return None
    head, *body = rows
    headings = tuple(map(_words, head))
    is_whole = len(head) > 1 and all(len(row) == len(head) for row in body)
    has_facts = all(any(cell.name == "td" for cell in row) for row in body)
    if not (is_whole and has_facts and all(headings) and _is_head(head)):
        return None
    return Table(
        " ".join(map(_words, captions)),
        headings,
        tuple(tuple(map(_words, row)) for row in body),
        names_rows=all(row[0].name == "th" for row in body),
    )


def has_columns(tag: Tag) -> bool:
    """Tell whether any row of a table has several cells: else it only makes a box."""
    return any(len(list(_cells(row))) > 1 for row in _rows(tag))


def readable_rows(tag: Tag) -> list[list[Tag]]:
    """Return the rows of a table if each can be read as one line, cell by cell, else none.

    Empty cells at the end of a row are passed over.
    """
    rows = [list(_cells(row)) for row in _rows(tag)]
    if not all(_is_words(cell) for row in rows for cell in row):
        return []
    for row in rows:
        while row and not _words(row[-1]):
            row.pop()
    return rows


def parts_on_a_line(cell: Tag) -> list[Tag]:
    """Return the elements that must make no paragraph if the cell is read on a line."""
    return [cell, *cell.find_all(PARTING)]


def _children(tag: Tag) -> Iterator[Tag]:
    return (child for child in tag.children if isinstance(child, Tag))


def _rows(tag: Tag) -> Iterator[Tag]:
    for child in _children(tag):
        if child.name == "tr":
            yield child
        elif child.name in ROW_GROUPS:
            yield from (row for row in _children(child) if row.name == "tr")


def _cells(row: Tag) -> Iterator[Tag]:
    return (cell for cell in _children(row) if cell.name in CELLS)


def _has_more_than_rows(tag: Tag) -> bool:
    """Tell whether words stand between the cells, where no table has a place for them."""
    places = [tag, *(one for one in _children(tag) if one.name in ROW_GROUPS), *_rows(tag)]
    known = {"tr", "caption", "colgroup", "col", *ROW_GROUPS, *CELLS}
    return any(
        child.name not in known
        if isinstance(child, Tag)
        else str(child).strip() and not isinstance(child, PreformattedString)
        for place in places
        for child in place.children
    )


def _is_plain(row: list[Tag]) -> bool:
    """Tell a row of single cells with words alone: no pictures, no marks that an element makes."""
    spans = [attribute(cell, name) for cell in row for name in ("colspan", "rowspan")]
    return all(span in {"", "1"} for span in spans) and all(
        _is_words(cell) and cell.find(["img", "q"]) is None for cell in row
    )


def _is_words(cell: Tag) -> bool:
    """Tell whether words alone are in a cell; it stops at the first thing that is more."""
    known, waiting = {*INLINE, *PARTING}, [cell]
    while waiting:
        children = list(_children(waiting.pop()))
        if any(child.name not in known for child in children):
            return False
        waiting += children
    return True


def _words(cell: Tag) -> str:
    return one_line((" " if cell.find(PARTING) else "").join(cell.strings))


def _is_head(row: list[Tag]) -> bool:
    parent = row[0].parent.parent if row[0].parent else None
    is_group = parent is not None and parent.name == "thead"
    return is_group or all(cell.name == "th" for cell in row)
