"""From the pieces of a page to the blocks of a post's body."""

import json
import uuid
from itertools import groupby

from django.utils.html import strip_tags

from editing.importers.reading.pieces import Piece
from editing.importers.writing.known_people import KnownPeople

# What makes a block of a body the same one after an update, so that it keeps its id.
WORDS = {"text": "text", "heading": "text", "quote": "words"}


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
    field = WORDS.get(block["type"])
    return str(block["value"].get(field, "")) if field else ""


def _kind(piece: Piece) -> str:
    return "text" if piece.kind in {"paragraph", "item"} else piece.kind


def _block(piece: Piece, people: KnownPeople) -> dict:
    if piece.kind == "heading":
        return {"type": "heading", "value": {"text": piece.text, "level": str(piece.level)}}
    speaker = people.speaker(piece.speaker)
    value = {"words": piece.text, "name": piece.speaker, "role": piece.role}
    return {"type": "quote", "value": {**value, "profile": speaker.key if speaker else None}}


def _text(pieces: list[Piece]) -> dict:
    """Return a text block of paragraphs and lists."""
    html = []
    for (kind, is_ordered), group in groupby(pieces, key=lambda p: (p.kind, p.is_ordered)):
        if kind == "item":
            items = "".join(f"<li>{piece.marked.as_html()}</li>" for piece in group)
            html.append(f"<ol>{items}</ol>" if is_ordered else f"<ul>{items}</ul>")
        else:
            html += [f"<p>{piece.marked.as_html()}</p>" for piece in group]
    return {"type": "text", "value": {"text": "".join(html)}}
