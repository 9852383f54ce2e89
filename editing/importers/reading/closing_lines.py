"""The lines around the text that tell who wrote it, what they are now, and the page's dates."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from editing.importers.reading.bare_bylines import (
    ENDS,
    LONGEST_LINE,
    asked_about,
    bare_byline,
)
from editing.importers.reading.dates import FoundDate, published_line, updated_line
from editing.importers.reading.leftovers import is_leftover
from editing.importers.reading.names import is_role, looks_like_name, split_names
from editing.importers.reading.pieces import Author, Piece, in_marks
from editing.importers.reading.present_roles import (
    PresentLine,
    doubts_about,
    give_present_roles,
    present_role,
)
from editing.importers.reading.role_lines import give_role, may_be_role
from editing.importers.reading.two_bylines import together

BY = re.compile(
    r"(?:written |posted |published |words |blog |post |article )?by:?\s+", re.IGNORECASE
)
AUTHOR = re.compile(r"(?:author|writer|written by|about the author):?\s+", re.IGNORECASE)
# Closing lines are looked for among so many pieces from the end, opening ones from the top.
CLOSING, OPENING = 10, 4
PARAGRAPH = 120
BY_AT_THE_END = re.compile(r"\bby:?\s+(\S.*)", re.IGNORECASE)
# A sentence that may tell of a present role is looked for among so many before the closing lines.
WORTH_A_LOOK = 4


@dataclass
class AroundTheText:
    """What the lines before and after the text tell."""

    authors: list[Author] = field(default_factory=list)
    updated: list[FoundDate] = field(default_factory=list)
    published: list[FoundDate] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    present: list[PresentLine] = field(default_factory=list)
    # Whom the byline right above names.
    beside: tuple[str, ...] = ()


def take_lines(
    pieces: list[Piece], today: datetime.date, otherwise: list[str]
) -> tuple[list[Piece], AroundTheText]:
    """Return the pieces that are the text, and what the lines around it tell.

    `otherwise` are the authors where no line names one.
    """
    around = AroundTheText()
    pieces = [part for piece in pieces for part in _apart(piece, today)]
    top = _first_paragraph(pieces[:OPENING])
    opening = [piece for piece in pieces[:top] if not _take(_take_opening, piece, around, today)]
    opening = _take_bare_byline(opening, around)
    body = opening + pieces[top:]
    opening_authors = around.authors
    around.authors, around.beside = [], ()
    start = _start_of_closing(body, today)
    rest = [piece for piece in body[start:] if not _take(_take_closing, piece, around, today)]
    around.authors, doubts = together(opening_authors, around.authors)
    around.unsure += doubts
    before = body[max(start - WORTH_A_LOOK, 0) : start]
    body = body[:start] + rest
    if body[:1] == opening[:1] and not opening_authors:
        body, doubts = asked_about(body, around.authors)
        around.unsure += doubts
    around.authors = around.authors or [Author(name) for name in otherwise]
    return _without_present(body, before, around), around


def _take(
    take: Callable[[Piece, AroundTheText, datetime.date], bool],
    piece: Piece,
    around: AroundTheText,
    today: datetime.date,
) -> bool:
    """Take a line, and note whom it names: the line below may go on about them."""
    known = len(around.authors)
    is_taken = take(piece, around, today)
    if named := around.authors[known:]:
        around.beside = tuple(author.name for author in named)
    return is_taken


def _without_present(body: list[Piece], before: list[Piece], around: AroundTheText) -> list[Piece]:
    """Take the lines that tell what the authors are now, as all of them are known at last."""
    taken, unsure = give_present_roles(around.present, around.authors)
    seen = [line.piece for line in around.present]
    others = [piece for piece in before if piece not in seen]
    around.unsure += unsure + doubts_about(others, around.authors)
    return [piece for piece in body if piece not in taken]


def _take_bare_byline(opening: list[Piece], around: AroundTheText) -> list[Piece]:
    """Take a name with a role that stands under the title without "By"; return the rest."""
    found = bare_byline(opening) if not around.authors else None
    if found is None:
        return opening
    around.authors.append(Author(found.name))
    around.beside = (found.name,)
    around.unsure += give_role(around.authors[-1], found.role)
    said = " / ".join(piece.text for piece in opening[: found.lines])
    around.unsure.append(f"Taken for the byline: {in_marks(said, LONGEST_LINE)}.")
    for piece in opening[found.lines :]:
        _note_present(piece, around)
    return opening[found.lines :]


def _first_paragraph(pieces: list[Piece]) -> int:
    """Return where the text begins for certain: lines below it are no opening lines."""
    for place, piece in enumerate(pieces):
        if len(piece.text) > PARAGRAPH or piece.kind == "table":
            return place
    return len(pieces)


def _apart(piece: Piece, today: datetime.date) -> list[Piece]:
    """Cut "Ada Byrne | page updated 21/02/18" in two."""
    if len(piece.text) > LONGEST_LINE or updated_line(piece.text, today):
        return [piece]
    found = re.search(r"[\s|(–—-]+(?=(?:page|last)\s+(?:last\s+)?updated\b)", piece.text, re.I)
    if not found or not found.start():
        return [piece]
    if updated_line(piece.text[found.end() :], today) is None:
        return [piece]
    first, second = piece.marked.part(0, found.start()), piece.marked.part(found.end())
    return [
        replace(piece, marked=first),
        Piece("paragraph", second, is_outside=piece.is_outside),
    ]


def _take_dates(piece: Piece, around: AroundTheText, today: datetime.date) -> bool:
    if len(piece.text) > LONGEST_LINE:
        return False
    if updated := updated_line(piece.text, today):
        around.updated.append(updated)
    elif published := published_line(piece.text, today):
        around.published.append(published)
        by = BY_AT_THE_END.search(piece.text)
        around.authors += [Author(name) for name in split_names(by[1])] if by else []
    else:
        return False
    return True


def _take_opening(piece: Piece, around: AroundTheText, today: datetime.date) -> bool:
    """Take a line under the title: "By Ada Byrne, chief nurse", "Posted on 3 March 2017"."""
    if _take_dates(piece, around, today):
        return True
    if around.authors and _note_present(piece, around):
        return False
    is_role_line = _awaits_role(around) and is_role(piece.text)
    if is_role_line and may_be_role(piece.text, around.authors[-1]):
        around.unsure += give_role(around.authors[-1], piece.text)
        return True
    by = BY.match(piece.text) or AUTHOR.match(piece.text)
    if by is None and not (piece.is_byline and len(piece.text) <= LONGEST_LINE):
        return False
    return _take_byline(piece.text[by.end() if by else 0 :], around, today)


def _take_byline(said: str, around: AroundTheText, today: datetime.date) -> bool:
    """Take "Ada Byrne, chief nurse" or "Ada Byrne and Bo Roe on 3 March 2017"."""
    dated = re.search(r"\s*(?:\bon\b|[|,–—•-])\s*(?=[0-9]{1,2}\D|\w+day\b)", said)
    if dated and (published := published_line(f"published {said[dated.end() :]}", today)):
        around.published.append(published)
        said = said[: dated.start()]
    said = said.strip(" .|")
    names = split_names(said)
    if names:
        around.authors += [Author(name) for name in names]
        return True
    name, _comma, role = said.partition(", ")
    if not looks_like_name(name) or len(said) > LONGEST_LINE:
        return False
    around.authors.append(Author(name))
    around.unsure += give_role(around.authors[-1], role)
    return True


def _note_present(piece: Piece, around: AroundTheText) -> bool:
    """Note a line that tells a present role; it stays in the text until its owner is known."""
    told = present_role(piece.text)
    if told:
        around.present.append(PresentLine(piece, told, around.beside))
    return told is not None


def _awaits_role(around: AroundTheText) -> bool:
    """Tell whether the line right above names one author, who is still without a role."""
    last = around.authors[-1] if around.authors and len(around.beside) == 1 else None
    is_told = any(line.beside == around.beside for line in around.present)
    return bool(last and not (last.role_title or last.now_text or is_told))


def _start_of_closing(pieces: list[Piece], today: datetime.date) -> int:
    """Return where the lines after the text begin: the first of the last few that tells one."""
    start = len(pieces)
    for place in range(len(pieces) - 1, max(-1, len(pieces) - 1 - CLOSING), -1):
        piece = pieces[place]
        if len(piece.text) > LONGEST_LINE or piece.kind in {"item", "quotation", "table"}:
            break
        if _tells(piece, today):
            start = place
        elif piece.text.endswith((".", "!", "?")) and len(piece.text.split()) > CLOSING:
            break
    return start


def _tells(piece: Piece, today: datetime.date) -> bool:
    text = piece.text
    return bool(
        piece.is_byline
        or looks_like_name(text.strip("–—- "))
        or split_names(text.strip("–—- "))
        or ((by := BY.match(text) or AUTHOR.match(text)) and _starts_with_name(text[by.end() :]))
        or _is_signed_with_role(text)
        or present_role(text)
        or updated_line(text, today)
        or published_line(text, today)
    )


def _starts_with_name(text: str) -> bool:
    return bool(split_names(text)) or looks_like_name(text.partition(", ")[0].strip(" ."))


def _is_signed_with_role(text: str) -> bool:
    """Tell a line such as "Ada Byrne, chief nurse at Gannet Hospice", which is no sentence."""
    name, _comma, role = text.strip("–—- ").partition(", ")
    return looks_like_name(name) and is_role(role) and not text.endswith(ENDS)


def _take_closing(piece: Piece, around: AroundTheText, today: datetime.date) -> bool:
    """Take one line after the text; what nobody can place goes back to the text."""
    text = piece.text.strip()
    if _take_dates(piece, around, today):
        return True
    if _note_present(piece, around):
        return False
    by = BY.match(text) or AUTHOR.match(text)
    is_byline = by or (_is_signed_with_role(text) and not is_role(text.partition(", ")[0]))
    is_likely_role = around.authors and not is_byline and is_role(text)
    if not is_likely_role and _take_byline(
        text[by.end() :] if by else text.strip("–—- "), around, today
    ):
        return True
    if is_leftover(text):
        around.left_out.append(f"template: {in_marks(text)}")
        return True
    if _awaits_role(around) and may_be_role(text, around.authors[-1]):
        around.unsure += give_role(around.authors[-1], text)
        return True
    if piece.is_outside:
        return False
    around.unsure.append(
        f"Kept as text, though it stands among the last lines: {in_marks(text, 80)}."
    )
    return False
