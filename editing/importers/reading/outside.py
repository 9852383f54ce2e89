"""Words outside the main part of a web page: used where they close the text, told otherwise."""

import datetime

from editing.importers.reading.dates import updated_line
from editing.importers.reading.pieces import Piece, in_marks
from editing.importers.reading.present_roles import present_role

LONGEST_LINE = 200
FEWEST_WORDS_OF_PROSE = 10
# So many lines after the main part may be its closing lines.
MOST_LINES = 5


def closing_lines(after: list[Piece], today: datetime.date, *, is_signed: bool) -> list[Piece]:
    """Return the short lines after the main part, up to the next heading or list.

    Where the text itself is signed, names among them are somebody else's.
    """
    lines: list[Piece] = []
    for piece in after:
        if piece.kind != "paragraph":
            break
        goes_on = present_role(piece.text) or updated_line(piece.text, today)
        if not _is_prose(piece) and (goes_on or not is_signed):
            lines.append(piece)
    return lines[:MOST_LINES]


def told(pieces: list[Piece], today: datetime.date) -> tuple[list[str], list[str]]:
    """Return in words (what is left out, what an editor should look at)."""
    left_out, unsure = [], []
    for piece in pieces:
        if updated_line(piece.text, today):
            continue  # It is read, wherever it stands.
        if _is_prose(piece):
            unsure.append(
                f"Left out, since it stands outside the page’s main part: {in_marks(piece.text)}."
            )
        else:
            left_out.append(f"outside the main part: {in_marks(piece.text)}")
    return left_out, unsure


def _is_prose(piece: Piece) -> bool:
    is_sentence = piece.text.endswith((".", "!", "?", "”", ":"))
    is_long = len(piece.text.split()) >= FEWEST_WORDS_OF_PROSE
    return len(piece.text) > LONGEST_LINE or bool(
        is_sentence and is_long and not present_role(piece.text)
    )
