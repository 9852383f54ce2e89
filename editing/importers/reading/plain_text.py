"""A page saved as plain text, cut into paragraphs, list items and lines."""

import re

from editing.importers.reading.marked_text import MarkedText
from editing.importers.reading.pieces import Piece, Source, paragraph
from editing.importers.reading.typography import one_line

# Editors and mail programs break lines before this many signs; longer lines are paragraphs.
LONGEST_WRAP = 120
BULLET = re.compile(r"\s*(?:[•●▪◦‣∙]|[*·\-–](?=\s))\s*(?=\S)")
DASH = re.compile(r"\s*[\-–]\s")
NUMBER = re.compile(r"\s*\(?[0-9]{1,2}[.)]\s+(?=\S)")


def read_plain_text(text: str) -> Source:
    """Return the pieces of a plain text: every word once, in order."""
    lines = [line.rstrip() for line in re.split(r"[\n\x0b\x0c\x85\u2028]", text)]
    width = max((len(line) for line in lines), default=0)
    blocks = _blocks(lines)
    pieces: list[Piece] = []
    for place, block in enumerate(blocks):
        around = blocks[max(0, place - 1) : place] + blocks[place + 1 : place + 2]
        # One dash alone is a signature ("– Ada Byrne"), several are a list.
        is_signature = len(block) == 1 and not any(DASH.match(one[0]) for one in around)
        if is_signature and DASH.match(block[0]):
            pieces.append(paragraph(one_line(block[0])))
        else:
            pieces += [_piece(line) for line in _unwrapped(block, width)]
    return Source([piece for piece in pieces if piece.text])


def _blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        for number, part in enumerate(line.split("\u2029")):
            if (number or not part.strip()) and blocks[-1]:
                blocks.append([])
            if part.strip():
                blocks[-1].append(part)
    return [block for block in blocks if block]


def _unwrapped(block: list[str], width: int) -> list[str]:
    """Join lines that were broken only because the next word did not fit."""
    joined: list[list[str]] = []
    before = ""
    for line in block:
        first = line.split(maxsplit=1)[0]
        was_full = width <= LONGEST_WRAP and len(before) + 1 + len(first) > width
        if joined and was_full and not _is_item(line):
            joined[-1].append(line)
        else:
            joined.append([line])
        before = line
    return [" ".join(lines) for lines in joined]


def _is_item(line: str) -> bool:
    return bool(BULLET.match(line) or NUMBER.match(line))


def _piece(line: str) -> Piece:
    if number := NUMBER.match(line):
        return Piece("item", MarkedText(one_line(line[number.end() :])), is_ordered=True)
    if bullet := BULLET.match(line):
        return Piece("item", MarkedText(one_line(line[bullet.end() :])))
    return paragraph(one_line(line))
