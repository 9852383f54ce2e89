"""From the pieces of a page to the blocks of a post's body."""

import json
import uuid
from itertools import groupby

from django.utils.html import strip_tags

from editing.importers.reading.pieces import Piece, Table, shortened
from editing.importers.writing.known_people import KnownPeople

# What makes a block of a body the same one after an update, so that it keeps its id.
WORDS = {"text": "text", "heading": "text", "quote": "words"}
LONGEST_CAPTION = 160


def blocks_of(pieces: list[Piece], people: KnownPeople, before: list[dict]) -> list[dict]:
    """Return the blocks, as a StreamField stores them, for the pieces of a page.

    `before` are the blocks of the post as it was: one that says the same keeps its id.
    """
    ids = {(block["type"], _words(block)): block["id"] for block in before}
    blocks = []
    for kind, group in groupby(pieces, key=_kind):
        together = list(group)
        blocks += [_text(together)] if kind == "text" else [_block(p, people) for p in together]
    for block in blocks:
        block["id"] = ids.pop((block["type"], _words(block)), None) or str(uuid.uuid4())
    return blocks


def words_of(body: str) -> list[str]:
    """Return the words of each block of a body, as a revision stores it, without markup."""
    return [strip_tags(_words(block)) for block in json.loads(body)]


def _words(block: dict) -> str:
    if block["type"] == "table":
        table = block["value"]["table"]
        rows = [cell for row in table["rows"] for cell in row["values"]]
        return " ".join([*(column["heading"] for column in table["columns"]), *rows])
    field = WORDS.get(block["type"])
    return str(block["value"].get(field, "")) if field else ""


def _kind(piece: Piece) -> str:
    return "text" if piece.kind in {"paragraph", "item"} else piece.kind


def _block(piece: Piece, people: KnownPeople) -> dict:
    if piece.kind == "heading":
        return {"type": "heading", "value": {"text": piece.text, "level": str(piece.level)}}
    if piece.table:
        return {"type": "table", "value": _table(piece.table)}
    speaker = people.speaker(piece.speaker)
    value = {"words": piece.text, "name": piece.speaker, "role": piece.role}
    return {"type": "quote", "value": {**value, "profile": speaker.key if speaker else None}}


def _text(pieces: list[Piece]) -> dict:
    """Return a text block of paragraphs and lists."""
    html = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        if kind == "item":
            html.append(_lists(list(group)))
        else:
            html += [f"<p>{piece.marked.as_html()}</p>" for piece in group]
    return {"type": "text", "value": {"text": "".join(html)}}


def _lists(items: list[Piece]) -> str:
    """Return items as lists, a deeper one inside the item above it."""
    html: list[str] = []
    opened: list[str] = []
    for piece in items:
        tag = "ol" if piece.is_ordered else "ul"
        depth = min(piece.depth, len(opened))
        while len(opened) > depth + 1 or (len(opened) > depth and opened[-1] != tag):
            html.append(f"</li></{opened.pop()}>")
        if len(opened) > depth:
            html.append("</li>")
        else:
            html.append(f"<{tag}>")
            opened.append(tag)
        html.append(f"<li>{piece.marked.as_html()}")
    html += [f"</li></{tag}>" for tag in reversed(opened)]
    return "".join(html)


def _table(table: Table) -> dict:
    columns = [{"type": "text", "heading": heading} for heading in table.headings]
    rows = [{"values": list(row)} for row in table.rows]
    return {
        "caption": shortened(table.caption, LONGEST_CAPTION - 1),
        "table": {"columns": columns, "rows": rows, "caption": ""},
        "row_headers": table.names_rows,
    }
