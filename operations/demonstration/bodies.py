"""Turns pieces of text into the raw value of a body: what a StreamField stores."""

import uuid
from dataclasses import dataclass

from operations.demonstration.reading import Piece, cells, pieces, rich_text

# Block ids follow from a page's name and a block's place: the same words, the same ids.
NAMESPACE = uuid.UUID("6f6dd1ab-7b3c-4dbb-9a4e-2f1b8d1c5e10")


@dataclass
class Keys:
    """Primary keys of what the words name, by name."""

    pages: dict[str, int]
    pictures: dict[str, int]
    documents: dict[str, int]

    def page(self, name: str) -> int:
        """Return the key of the page called `name` in words/."""
        return self.pages[name]


def body_of(name: str, text: str, keys: Keys) -> list[dict]:
    """Return the blocks of a text. `name` makes their ids its own."""
    return [
        {
            "type": piece.kind,
            "value": VALUES[piece.kind](piece, keys),
            "id": str(uuid.uuid5(NAMESPACE, f"{name} {place}")),
        }
        for place, piece in enumerate(pieces(text))
    ]


def _text(piece: Piece, keys: Keys) -> dict:
    return {"text": rich_text(piece.text, keys.page), **_language(piece)}


def _heading(piece: Piece, _keys: Keys) -> dict:
    return {"text": piece.text, "level": piece.get("level", "2")}


def quotation(piece: Piece, keys: Keys) -> dict:
    """Return a quotation; `pull: yes` marks words that the text says too."""
    return {
        "words": piece.text.replace("\n\n", "\n"),
        "profile": keys.page(piece.get("by")) if piece.get("by") else None,
        "name": piece.get("name"),
        "role": piece.get("role"),
        "where_said": piece.get("where"),
        "said_on": piece.get("on") or None,
        "work_title": piece.get("work"),
        "work_year": int(piece.get("year")) if piece.get("year") else None,
        "work_address": piece.get("address"),
        "is_pull_quote": piece.get("pull") == "yes",
        **_language(piece),
    }


def _picture(piece: Piece, keys: Keys) -> dict:
    return {
        "image": keys.pictures[piece.get("picture")],
        "alt": piece.get("alt"),
        "is_decorative": piece.get("decoration") == "yes",
        "caption": piece.get("caption"),
    }


def _film(piece: Piece, keys: Keys) -> dict:
    return {
        "title": piece.get("title"),
        "address": piece.get("address"),
        "poster": keys.pictures[piece.get("poster")],
        "length": piece.get("length"),
        "transcript": rich_text(piece.text, keys.page),
    }


def _document(piece: Piece, keys: Keys) -> dict:
    return {
        "document": keys.documents[piece.get("document")],
        "title": piece.get("title"),
        "is_accessible": piece.get("accessible") == "yes",
        "other_format": piece.get("other"),
    }


def _table(piece: Piece, _keys: Keys) -> dict:
    top, *lines = [cells(line) for line in piece.text.splitlines()]
    columns = [
        {"type": "number" if heading.startswith("#") else "text", "heading": heading.lstrip("# ")}
        for heading in top
    ]
    table = {"columns": columns, "rows": [{"values": line} for line in lines], "caption": ""}
    return {"caption": piece.get("caption"), "table": table, "row_headers": True}


def _facts(piece: Piece, keys: Keys) -> dict:
    facts = [line.partition(": ") for line in piece.text.splitlines()]
    items = [
        {"term": term, "description": rich_text(words, keys.page)} for term, _colon, words in facts
    ]
    return {"heading": piece.get("heading"), "items": items}


def _aside(piece: Piece, keys: Keys) -> dict:
    return {"heading": piece.get("heading"), **_text(piece, keys)}


def _details(piece: Piece, keys: Keys) -> dict:
    return {"summary": piece.get("summary"), **_text(piece, keys)}


def _call_to_action(piece: Piece, keys: Keys) -> dict:
    page = piece.get("page")
    return {
        "text": piece.get("words"),
        "page": keys.page(page) if page else None,
        "address": piece.get("address"),
    }


def _related_pages(piece: Piece, keys: Keys) -> dict:
    pages = [keys.page(name) for name in piece.head["page"]]
    return {"heading": piece.get("heading", "Read on"), "pages": pages}


def _people(piece: Piece, keys: Keys) -> dict:
    profiles = [keys.page(name) for name in piece.head["person"]]
    return {"heading": piece.get("heading"), "profiles": profiles}


def _language(piece: Piece) -> dict:
    return {"language": piece.get("language")} if piece.get("language") else {}


VALUES = {
    "text": _text,
    "heading": _heading,
    "quote": quotation,
    "picture": _picture,
    "film": _film,
    "document": _document,
    "table": _table,
    "facts": _facts,
    "aside": _aside,
    "details": _details,
    "call_to_action": _call_to_action,
    "related_pages": _related_pages,
    "people": _people,
}
