"""Lines that tell an author's role of the day: "Chief Nurse, Gannet Hospice, now Head of Fog"."""

import re

from editing.importers.reading.bare_bylines import ENDS, LONGEST_LINE
from editing.importers.reading.names import is_role, same_name
from editing.importers.reading.pieces import Author, in_marks
from editing.importers.reading.roles import FoundRole, looks_like_role, split_role

NOW_BESIDE = re.compile(
    r"[\s,]*\(?\b(?:(?:and|but|who|he|she|they|is|are)\s+)*now(?: as)?[:,]?\s+"
    r"(?P<now>[^()]+(?:\([^()]*\))?[^()]*?)\)?$"
)
# What no role holds: it would be a sentence, or tell of another time.
OF_A_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|he|she|they|we|both|now|currently|since|works?|become|formerly"
    r"|previously|(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)


def may_be_role(text: str, author: Author) -> bool:
    """Tell a line that may be an author's role of the day from a sentence about them."""
    beside = NOW_BESIDE.search(text)
    role = text[: beside.start()] if beside else text
    if set(same_name(author.name).split()) & set(same_name(role).split()[:1]):
        return False
    begins = role[:1].isupper() or is_role(role)
    return bool(begins and not text.endswith(ENDS) and not OF_A_SENTENCE.search(role))


def give_role(author: Author, text: str) -> list[str]:
    """Give an author the role that a line tells, and a present role beside it; return doubts."""
    if beside := NOW_BESIDE.search(text):
        text, author.now_text = text[: beside.start()], beside["now"].strip()
    role = split_role(text) or FoundRole(text)
    author.role_title, author.organisation_name = role.title, role.organisation
    doubts = [role.doubt] if role.doubt else []
    if text and not (is_role(text) or role.organisation or looks_like_role(text)):
        doubts.append(f"Taken for the role of {author.name}: {in_marks(text, LONGEST_LINE)}.")
    return doubts
