"""The lines around the text that tell who wrote it, what they are now, and the page's dates."""

import datetime
import re
from dataclasses import dataclass, field

from editing.importers.reading.bare_bylines import (
    ENDS,
    LONGEST_LINE,
    asked_about,
    bare_byline,
)
from editing.importers.reading.dates import FoundDate, published_line, updated_line
from editing.importers.reading.leftovers import is_leftover
from editing.importers.reading.names import is_role, looks_like_name, same_name, split_names
from editing.importers.reading.pieces import Author, Piece, shortened
from editing.importers.reading.roles import FoundRole, split_role

BY = re.compile(
    r"(?:written |posted |published |words |blog |post |article )?by:?\s+", re.IGNORECASE
)
AUTHOR = re.compile(r"(?:author|writer|written by|about the author):?\s+", re.IGNORECASE)
NOW = re.compile(
    r"(?:(?P<name>[^,.:;]{3,60}?)(?:,| is| –| —| -)?\s+)?(?P<now>now|currently)"
    r"(?:\s+(?:working\s+)?as)?\b[\s:,–—-]*(?P<role>\S.*)",
    re.IGNORECASE,
)
# Closing lines are looked for among so many pieces from the end, opening ones from the top.
CLOSING, OPENING = 10, 4
PARAGRAPH = 120
BY_AT_THE_END = re.compile(r"\bby:?\s+(\S.*)", re.IGNORECASE)
NOW_BESIDE = re.compile(r"[\s,]*\(?\bnow(?: as)?[:,]?\s+(?P<now>[^()]+(?:\([^()]*\))?[^()]*?)\)?$")


@dataclass
class AroundTheText:
    """What the lines before and after the text tell."""

    authors: list[Author] = field(default_factory=list)
    updated: list[FoundDate] = field(default_factory=list)
    published: list[FoundDate] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def take_lines(pieces: list[Piece], today: datetime.date) -> tuple[list[Piece], AroundTheText]:
    """Return the pieces that are the text, and what the lines around it tell."""
    around = AroundTheText()
    pieces = [part for piece in pieces for part in _apart(piece, today)]
    top = _first_paragraph(pieces[:OPENING])
    opening = [piece for piece in pieces[:top] if not _take_opening(piece, around, today)]
    opening = _take_bare_byline(opening, around)
    body = opening + pieces[top:]
    opening_authors = around.authors
    around.authors = []
    start = _start_of_closing(body, today)
    rest = [piece for piece in body[start:] if not _take_closing(piece, around, today)]
    around.authors = _together(opening_authors, around)
    body = body[:start] + rest
    if body[:1] == opening[:1] and not opening_authors:
        body, doubts = asked_about(body, around.authors)
        around.unsure += doubts
    return body, around


def _take_bare_byline(opening: list[Piece], around: AroundTheText) -> list[Piece]:
    """Take a name with a role that stands under the title without "By"; return the rest."""
    found = bare_byline(opening) if not around.authors else None
    if found is None:
        return opening
    around.authors.append(Author(found.name))
    _give_role(around, found.role)
    said = " / ".join(piece.text for piece in opening[: found.lines])
    around.unsure.append(f"Taken for the byline: “{said}”.")
    return opening[found.lines :]


def _first_paragraph(pieces: list[Piece]) -> int:
    """Return where the text begins for certain: lines below it are no opening lines."""
    places = (place for place, piece in enumerate(pieces) if len(piece.text) > PARAGRAPH)
    return next(places, len(pieces))


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
        Piece(piece.kind, first, piece.level, is_byline=piece.is_byline),
        Piece("paragraph", second),
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
    if _lacks_role(around) and is_role(piece.text) and not piece.text.endswith(ENDS):
        _give_role(around, piece.text)
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
    _give_role(around, role)
    return True


def _lacks_role(around: AroundTheText) -> bool:
    """Tell whether the author named last is still without a role."""
    last = around.authors[-1] if around.authors else None
    return bool(last and not (last.role_title or last.now_text))


def _give_role(around: AroundTheText, text: str) -> None:
    author = around.authors[-1]
    if beside := NOW_BESIDE.search(text):
        text, author.now_text = text[: beside.start()], beside["now"].strip()
    role = split_role(text) or FoundRole(text)
    author.role_title, author.organisation_name = role.title, role.organisation
    if role.doubt:
        around.unsure.append(role.doubt)


def _start_of_closing(pieces: list[Piece], today: datetime.date) -> int:
    """Return where the lines after the text begin: the first of the last few that tells one."""
    start = len(pieces)
    for place in range(len(pieces) - 1, max(-1, len(pieces) - 1 - CLOSING), -1):
        piece = pieces[place]
        if len(piece.text) > LONGEST_LINE or piece.kind in {"item", "quotation"}:
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
        or _now(text)
        or updated_line(text, today)
        or published_line(text, today)
    )


def _starts_with_name(text: str) -> bool:
    return bool(split_names(text)) or looks_like_name(text.partition(", ")[0].strip(" ."))


def _is_signed_with_role(text: str) -> bool:
    """Tell a line such as "Ada Byrne, chief nurse at Gannet Hospice", which is no sentence."""
    name, _comma, role = text.strip("–—- ").partition(", ")
    return looks_like_name(name) and is_role(role) and not text.endswith(ENDS)


def _now(text: str) -> tuple[str, str] | None:
    """Return (name or nothing, role) of "Now Head of Place" or "Ada Byrne is now …"."""
    found = NOW.fullmatch(_without_brackets(text))
    if not found:
        return None
    name = (found["name"] or "").strip()
    starts = re.match(r"(?:an? |the )?[A-Z]|retired\b", found["role"])
    is_sentence = re.search(r"[.!?]\s+\S", found["role"]) or len(text) > LONGEST_LINE
    if is_sentence or not starts or (name and not looks_like_name(name)):
        return None
    return name, found["role"].rstrip(". ")


def _without_brackets(text: str) -> str:
    """Take brackets and dashes off that stand around a whole line, not around its last word."""
    text = text.strip(" –—-")
    if text[:1] + text[-1:] in {"()", "[]"} and text.count(text[0]) == 1:
        text = text[1:-1]
    return text.strip()


def _take_closing(piece: Piece, around: AroundTheText, today: datetime.date) -> bool:
    """Take one line after the text; what nobody can place goes back to the text."""
    text = piece.text.strip()
    if _take_dates(piece, around, today):
        return True
    if now := _now(text):
        return _take_now(*now, around)
    lacks_role = _lacks_role(around)
    by = BY.match(text) or AUTHOR.match(text)
    may_be_role = lacks_role and not by and is_role(text)
    if not may_be_role and _take_byline(
        text[by.end() :] if by else text.strip("–—- "), around, today
    ):
        return True
    if is_leftover(text):
        around.left_out.append(f"template: “{shortened(text)}”")
        return True
    if lacks_role and not text.endswith(ENDS):
        _give_role(around, text)
        return True
    around.unsure.append(f"Kept as text, though it stands among the last lines: “{text[:80]}”.")
    return False


def _take_now(name: str, role: str, around: AroundTheText) -> bool:
    if name and name not in {author.name for author in around.authors}:
        around.authors.append(Author(name))
    if not around.authors:
        # Whose it is may be told above the text: see _together.
        around.authors.append(Author(""))
    author = next((a for a in around.authors if a.name == name), around.authors[-1])
    author.now_text = role
    return True


def _together(opening: list[Author], around: AroundTheText) -> list[Author]:
    """Return the authors named above and below the text, each once."""
    closing = around.authors
    nameless = next((author for author in closing if not author.name), None)
    if nameless:
        closing.remove(nameless)
        if len(opening) == 1:
            opening[0].now_text = nameless.now_text
        else:
            around.unsure.append(f"Whose is “Now {nameless.now_text}”? No one author is named.")
    above = {same_name(author.name): author for author in opening}
    others = [author for author in closing if same_name(author.name) not in above]
    if opening and others:
        around.unsure.append(
            f"Two bylines: “{_listed(opening)}” above the text, “{_listed(others)}” below it. "
            "All are taken for authors."
        )
    for author in closing:
        same = above.setdefault(same_name(author.name), author)
        if same is author:
            opening = [*opening, author]
            continue
        same.now_text = same.now_text or author.now_text
        if not same.role_title:
            same.role_title = author.role_title
            same.organisation_name = author.organisation_name
    return opening


def _listed(authors: list[Author]) -> str:
    return " and ".join(author.name for author in authors)
