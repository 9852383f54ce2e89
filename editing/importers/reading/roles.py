"""Roles told in prose: "In my role as Head of Place for Marlhaven City Council, I …"."""

import re
from dataclasses import dataclass
from itertools import islice

from editing.importers.reading.names import ORGANISATION_WORDS, core_of, is_capitalised, is_role

CERTAIN = re.compile(
    r"\b(?:in|from) my (?:own )?(?:current |then |day |full-time |new )?(?:role|job|post|position|"
    r"work|capacity) (?:as|of) (?:an? |the )?",
    re.IGNORECASE,
)
LIKELY = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:as|when i was|while i was|working as|i am|i’m|i'm|i work as|"
    r"i was) (?:an? |the )?",
    re.IGNORECASE,
)
CONNECTORS = {"at", "for", "with"}
INSIDE_ORGANISATIONS = {"of", "and", "the", "for", "&", "in", "on", "upon", "de", "by"}
BESIDE = {*INSIDE_ORGANISATIONS, "at", "with", "now", "as", "a", "an"}
STOPS = re.compile(r"[,;:.!?–—()]\s|[,;:.!?–—()]$|\s[–—-]\s")
LONGEST_TITLE_WORDS, LONGEST_ORGANISATION_WORDS = 12, 12
# Endings of words for what somebody does, as in "Keeper", and words that only end so.
DOERS = ("er", "or", "ist", "ian", "ant", "man", "woman", "warden")
NO_DOERS = {
    *["summer", "winter", "easter", "september", "october", "november", "december", "water"],
    *["river", "tower", "corner", "quarter", "chapter", "letter", "number", "order", "paper"],
    *["weather", "power", "border", "matter", "after", "over", "under", "other", "together"],
    *["never", "ever", "whether", "for", "floor", "door", "better", "further", "rather"],
}
LONGEST_BARE_TITLE_WORDS = 8
REACH = 250
MOST_CUES = 50  # in one paragraph


@dataclass(frozen=True)
class FoundRole:
    """A role as told: title, organisation, and a doubt in words if there is one."""

    title: str
    organisation: str = ""
    doubt: str = ""


def role_in_prose(paragraphs: list[str]) -> FoundRole | None:
    """Return the role that the writer claims in the text, conservatively, else None."""
    for pattern in (CERTAIN, LIKELY):
        for text in paragraphs:
            for cue in islice(pattern.finditer(text), MOST_CUES):
                role = _role_after(text[cue.end() : cue.end() + REACH], pattern is CERTAIN)
                if role:
                    return role
    return None


def _role_after(rest: str, is_certain: bool) -> FoundRole | None:
    """Read a role from the words that follow a cue; likely cues need "I" or "my" after it."""
    stop = STOPS.search(rest)
    phrase = rest[: stop.start()] if stop else rest
    after = rest[stop.end() :].lstrip() if stop else ""
    words = phrase.split()
    role = split_role(_up_to_the_organisation(words))
    if role is None or not role.organisation:
        if not is_certain or not words or not is_capitalised(words[0]):
            return None
        title = " ".join(_capitalised_run(words))
        doubt = f"The role “{title}” was found without an organisation."
        return FoundRole(title, doubt=doubt) if title else None
    if not is_certain:
        speaks = re.match(r"(?:I|my|we|our)\b", after) or stop is None
        if not speaks or not is_capitalised(role.title):
            return None
    if not is_capitalised(role.title):
        return FoundRole(
            role.title[:1].upper() + role.title[1:],
            role.organisation,
            f"The role “{role.title}” is told in passing: is it a title?",
        )
    return role


def _up_to_the_organisation(words: list[str]) -> str:
    """Return the words up to the end of the capitalised run after the last connector."""
    end = len(words)
    for place, word in enumerate(words):
        if word.lower() in CONNECTORS and place and _capitalised_run(words[place + 1 :]):
            end = place + 1 + len(_capitalised_run(words[place + 1 :]))
    return " ".join(words[:end])


def _capitalised_run(words: list[str]) -> list[str]:
    """Return the words of the name that begins here: "the Royal College of Nursing"."""
    run: list[str] = []
    for word in words:
        if word == "I" or not (is_capitalised(word) or word.lower() in INSIDE_ORGANISATIONS):
            break
        run.append(word)
    while run and (run[-1].lower() in INSIDE_ORGANISATIONS):
        run.pop()
    return run if any(is_capitalised(word) for word in run) else []


def split_role(text: str) -> FoundRole | None:
    """Split "Head of Place at Marlhaven Council" or "Head of Place, Marlhaven Council".

    Returns None when there are no words, and no organisation when the place to cut is not clear.
    """
    text = text.strip(" ,;.")
    if not text:
        return None
    title, _comma, rest = text.partition(", ")
    while rest and not _begins_organisation(rest) and ", " in rest:
        more, _comma, rest = rest.partition(", ")
        title = f"{title}, {more}"
    if rest and _begins_organisation(rest):
        return FoundRole(title, rest)
    words = text.split()
    for connector in ("at", "with", "for"):
        places = [
            place
            for place, word in enumerate(words)
            if word.lower() == connector and place and _capitalised_run(words[place + 1 :])
        ]
        if places:
            return _cut(words, places, connector)
    return _cut_at_of(words)


def looks_like_role(text: str) -> bool:
    """Tell whether a line has the shape of a role: what somebody is, and perhaps where."""
    role = split_role(text)
    if role is None or re.search(r"[0-9]", text):
        return False
    words = [core_of(word) for word in role.title.split()]
    if not role.organisation:
        return len(words) <= LONGEST_BARE_TITLE_WORDS and is_role(f"{words[0]} {words[-1]}")
    if not all(is_capitalised(word) or core_of(word) in BESIDE for word in _names(role)):
        return False
    return is_role(role.title) or any(_is_doer(word) for word in words)


def _names(role: FoundRole) -> list[str]:
    """Return the words of the organisation, and of a present role told behind it."""
    return [word for word in role.organisation.split() if core_of(word)]


def _is_doer(word: str) -> bool:
    return word.endswith(DOERS) and word not in NO_DOERS


def _begins_organisation(text: str) -> bool:
    words = text.split()
    return is_capitalised(words[0]) and any(core_of(word) in ORGANISATION_WORDS for word in words)


def _cut(words: list[str], places: list[int], connector: str) -> FoundRole | None:
    place = places[-1]
    title, organisation = words[:place], words[place + 1 :]
    if len(title) > LONGEST_TITLE_WORDS or len(organisation) > LONGEST_ORGANISATION_WORDS + 4:
        return None
    if organisation[0].lower() == "the":
        organisation = organisation[1:]
    doubt = ""
    if len(places) > 1:
        doubt = f"“{' '.join(words)}”: it says “{connector}” twice, so look where the title ends."
    return FoundRole(" ".join(title), " ".join(organisation), doubt)


def _cut_at_of(words: list[str]) -> FoundRole:
    """Cut "Chief Executive of Marlhaven Council" where an organisation follows the last "of"."""
    whole = " ".join(words)
    for place in range(1, len(words) - 1):
        tail = words[place + 1 :]
        if words[place].lower() == "of" and core_of(tail[-1]) in ORGANISATION_WORDS:
            tail = tail[1:] if tail[0].lower() == "the" else tail
            doubt = f"“{whole}”: look where the title ends and the organisation begins."
            return FoundRole(" ".join(words[:place]), " ".join(tail), doubt)
    return FoundRole(whole)
