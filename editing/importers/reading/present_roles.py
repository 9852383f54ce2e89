"""Lines that tell what somebody is now: "Now Head of Place", "Ada has since become …"."""

import re
from dataclasses import dataclass

from editing.importers.reading.names import (
    NEVER_IN_NAMES,
    ORGANISATION_WORDS,
    STARTERS,
    core_of,
    is_capitalised,
    looks_like_name,
    same_name,
)
from editing.importers.reading.pieces import Author, Piece, in_marks

PRONOUNS = {"he", "she", "they"}
LONGEST_LINE = 200
_WHO = r"(?P<who>[^,.:;()]{2,60}?)"
SPELLINGS = [
    re.compile(
        rf"(?:{_WHO}(?:,|’s| is| are| –| —| -)?\s+)?(?:now|currently)"
        r"(?:\s+(?:(?:works?|working|serves?|serving)\s+)?as)?\b[\s:,–—-]*(?P<role>\S.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WHO}\s+(?:has|have)\s+(?:since|now)\s+"
        r"(?:become|been\s+(?:made|appointed)(?:\s+as)?)\s+(?P<role>\S.*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"since\s+(?:[a-z]+\s+)?(?P<year>[12][0-9]{3}),?\s+"
        rf"(?:{_WHO}\s+(?:is|are|has\s+been|have\s+been)\s+)?(?P<role>\S.*)",
        re.IGNORECASE,
    ),
]
AT_WORK = re.compile(r"(?:works?|working)(?=\s+(?:at|for|with)\s)")
BEGINS_ROLE = re.compile(
    r"(?:an? |the )?[A-Z]|retired\b|(?:working )?(?:at|for|with) (?:the )?[A-Z]"
)
# What no role holds: it would be a sentence, or tell of a second person.
OF_A_SENTENCE = re.compile(r"[.!?]\s+\S|\b(?:is|are|was|were|has|have|he|she|they|now|currently)\b")
# A longer sentence or two that may tell the same, which nobody can take apart safely.
MAY_TELL = re.compile(
    r"(?:now both|both (?:are )?now)\b"
    rf"|{_WHO} (?:(?:is|are) (?:both )?(?:now|currently)|now|(?:has|have) since) ",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PresentRole:
    """A present role as one line tells it: whose (a name, a pronoun or nothing), and since when."""

    who: str
    role: str
    year: str = ""


@dataclass(frozen=True)
class PresentLine:
    """Such a line, and the names on the byline right above it."""

    piece: Piece
    told: PresentRole
    beside: tuple[str, ...]

    def owner(self, authors: list[Author]) -> Author | None:
        """Return whose role it is, where that can be told for certain."""
        if self.told.who and core_of(self.told.who) not in PRONOUNS:
            found = [author for author in authors if _may_be(self.told.who, author.name)]
        elif self.told.who or not self.beside:
            found = authors
        else:
            beside = {same_name(name) for name in self.beside}
            found = [author for author in authors if same_name(author.name) in beside]
        return found[0] if len(found) == 1 else None


def present_role(text: str) -> PresentRole | None:
    """Read "Now Head of Place", "Ada is now …", "Since 2019 Head of Place", else nothing."""
    line = _without_brackets(text)
    for spelling in SPELLINGS if len(line) <= LONGEST_LINE else ():
        found = spelling.fullmatch(line)
        if not found:
            continue
        parts = found.groupdict()
        who, role = (parts["who"] or "").strip(), AT_WORK.sub("working", parts["role"])
        is_one = BEGINS_ROLE.match(role) and not OF_A_SENTENCE.search(role)
        if is_one and (not who or _is_somebody(who)):
            return PresentRole(who, role.rstrip(". "), parts.get("year") or "")
    return None


def give_present_roles(
    lines: list[PresentLine], authors: list[Author]
) -> tuple[list[Piece], list[str]]:
    """Give the authors their present roles; return the lines that told them, and the doubts.

    Where nobody is named as an author, whoever is named with a present role is taken for one.
    """
    taken: list[Piece] = []
    unsure: list[str] = []
    has_byline = bool(authors)
    for line in lines:
        said = in_marks(line.piece.text, LONGEST_LINE)
        if not has_byline and looks_like_name(line.told.who):
            authors.append(Author(line.told.who))
        author = line.owner(authors)
        if author is None or author.now_text:
            where = "Left out." if line.piece.is_outside else "Left in the text."
            unsure.append(f"Whose is {said}? {where}")
            continue
        author.now_text = line.told.role
        taken.append(line.piece)
        if line.told.year:
            unsure.append(f"{said}: taken for what {author.name} is now, without the year.")
    return taken, unsure


def doubts_about(pieces: list[Piece], authors: list[Author]) -> list[str]:
    """Ask about sentences of the text that may tell what an author is now."""
    doubts = []
    names = {word for author in authors for word in same_name(author.name).split()}
    for piece in pieces:
        found = MAY_TELL.match(piece.text)
        who = set(same_name(found["who"] or "").split()) if found else set()
        if found and (not who or who & (PRONOUNS | names)):
            said = in_marks(piece.text, LONGEST_LINE)
            doubts.append(f"Does {said} tell what an author is now? Left in the text.")
    return doubts


def _is_somebody(who: str) -> bool:
    """Tell a pronoun, a whole name, or one word that may be a given or family name."""
    word = core_of(who)
    if word in PRONOUNS or looks_like_name(who):
        return True
    is_word = re.fullmatch(r"[^\W\d_][\w’'-]*", who) and is_capitalised(who)
    return bool(is_word) and word not in STARTERS | NEVER_IN_NAMES | ORGANISATION_WORDS


def _may_be(who: str, name: str) -> bool:
    """Tell whether all words of one name stand in the other: "Ada", "Ms Byrne", "Ada J Byrne"."""
    some, others = set(same_name(who).split()), set(same_name(name).split())
    return bool(some) and (some <= others or others <= some)


def _without_brackets(text: str) -> str:
    """Take brackets and dashes off that stand around a whole line, not around its last word."""
    text = text.strip(" –—-")
    if text[:1] + text[-1:] in {"()", "[]"} and text.count(text[0]) == 1:
        text = text[1:-1]
    return text.strip()
