"""A byline without "By" under the title: taken where its shape is plain, else asked about."""

from dataclasses import dataclass, replace

from editing.importers.reading.names import is_role, looks_like_name, same_name, split_names
from editing.importers.reading.pieces import Author, Piece, in_marks
from editing.importers.reading.roles import looks_like_role

ENDS = (".", "!", "?", ":")
LONGEST_LINE = 200


@dataclass(frozen=True)
class BareByline:
    """A name, the role beside or below it, and how many lines they take."""

    name: str
    role: str
    lines: int


def bare_byline(pieces: list[Piece]) -> BareByline | None:
    """Read "Ada Byrne, Keeper, Harbour Trust", on one line or two, at the top of `pieces`."""
    lines = [piece.text for piece in pieces[:2] if _is_line(piece) and piece.kind == "paragraph"]
    if not lines or pieces[0].text != lines[0]:
        return None
    name, _comma, role = lines[0].partition(", ")
    if not looks_like_name(name) or is_role(name):
        return None
    if role:
        return BareByline(name, role, 1) if looks_like_role(role) else None
    if len(lines) > 1 and looks_like_role(lines[1]):
        return BareByline(name, lines[1], 2)
    return None


def asked_about(body: list[Piece], authors: list[Author]) -> tuple[list[Piece], list[str]]:
    """Ask about a first line that may be the byline, and keep it from becoming a heading.

    A name that the byline says too goes.
    """
    if not body or not _may_be_byline(body[0]):
        return body, []
    first = body[0]
    if same_name(first.text) in {same_name(author.name) for author in authors}:
        return body[1:], []
    is_byline = first.kind == "paragraph" and (first.is_byline or "," in first.text)
    doubt = f"Is {in_marks(first.text)} the byline? Left in the text."
    return [replace(first, is_byline=is_byline), *body[1:]], [doubt]


def _may_be_byline(piece: Piece) -> bool:
    """Tell a line that is called a byline, begins with a name or is all names."""
    if piece.is_byline or piece.text.startswith(("By ", "by ")):
        return _is_line(piece)
    name, _comma, rest = piece.text.partition(", ")
    if piece.kind != "paragraph":
        return looks_like_name(name) and looks_like_role(rest)
    return _is_line(piece) and bool(looks_like_name(name) or split_names(piece.text))


def _is_line(piece: Piece) -> bool:
    return len(piece.text) <= LONGEST_LINE and not piece.text.endswith(ENDS)
