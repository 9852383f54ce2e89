"""Who said it: the speaker that the words before or after a quotation name."""

import re
from dataclasses import dataclass

from editing.importers.reading.names import (
    STARTERS,
    clean_name,
    core_of,
    is_capitalised,
    is_role,
    looks_like_name,
    name_after,
    name_before,
)

VERBS = {
    *["said", "says", "say", "saying", "wrote", "writes", "written", "put", "puts", "observed"],
    *["observes", "remarked", "remarks", "reminded", "reminds", "told", "tells", "noted", "notes"],
    *["argued", "argues", "explained", "explains", "asked", "asks", "declared", "declares"],
    *["claimed", "claims", "believed", "believes", "concluded", "concludes", "quipped", "stated"],
    *["suggested", "suggests", "taught", "teaches", "states", "added", "adds", "replied"],
    *["commented", "comments", "warned", "warns", "urged", "urges", "insisted", "insists"],
    *["recalled", "recalls", "advised", "advises", "answered", "reflected", "reflects"],
    *["called", "calls", "summed", "sums", "challenged", "encouraged", "announced", "repeats"],
}
ADVERBS = {
    *["once", "famously", "often", "also", "recently", "later", "has", "had", "have", "always"],
    *["rightly", "wisely", "memorably", "simply", "himself", "herself", "themselves", "then", "so"],
    *["still", "again", "never", "ever", "first", "quite", "aptly", "eloquently", "just"],
    *["already"],
    *["repeatedly", "wittily", "clearly", "beautifully", "neatly", "rather"],
}
INTRODUCE = {"to quote", "quoting", "according to", "the words of", "words from", "quote from"}
LONGEST_TAIL, LONGEST_APPOSITION = 7, 14
LONGEST_LEAD = 600
SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’\"')]))\s+(?=[“‘\"']?[A-ZÀ-Þ0-9])")
ABBREVIATED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|Rev|Cllr|St|[A-Z])\.$")


@dataclass(frozen=True)
class Speaker:
    """A speaker's name; a role and the words absorbed where the attribution follows the words."""

    name: str
    role: str = ""
    absorbed: str = ""


def last_sentence(text: str) -> str:
    """Return the sentence, or part of one, at the end of a text."""
    start = max(0, len(text) - LONGEST_LEAD)
    for gap in SENTENCE_END.finditer(text, start):
        if not ABBREVIATED.search(text[: gap.start()][-6:]):
            start = gap.end()
    return text[start:]


def speaker_before(lead: str) -> Speaker | None:
    """Return who the words that lead in to a quotation say is speaking, if they name anybody."""
    sentence = last_sentence(lead).strip()
    ends_with_sign = sentence[-1:] in ":,–—-"
    words = sentence.rstrip(" :,–—-").split()
    if not words:
        return None
    if sentence.endswith(":") and looks_like_name(sentence[:-1].strip()):
        return Speaker(sentence[:-1].strip())
    introduced = _introduced(words, ends_with_sign)
    if introduced:
        return introduced
    for place in range(len(words) - 1, max(-1, len(words) - LONGEST_TAIL - 2), -1):
        if core_of(words[place]) in VERBS and words[place][-1].isalpha():
            name = _subject(words[:place])
            return Speaker(name) if name else None
    return None


def _introduced(words: list[str], ends_with_sign: bool) -> Speaker | None:
    """Read "In the words of Ada Byrne:" and "According to Ada Byrne,"."""
    name = name_before(words)
    before = " ".join(core_of(word) for word in words[: len(words) - len(name)])
    if name and ends_with_sign and any(before.endswith(cue) for cue in INTRODUCE):
        return Speaker(clean_name(name))
    return None


def _subject(words: list[str]) -> str:
    """Return the name that stands before a verb, past adverbs and "…, the historian,"."""
    while words and core_of(words[-1]) in ADVERBS:
        words = words[:-1]
    if not words:
        return ""
    if words[-1].endswith(",") and not is_capitalised(words[-1]):
        words = _before_apposition(words)
    elif words[-1].endswith(","):
        name = name_before(words)
        before = words[: len(words) - len(name)]
        if before and not before[-1].endswith(","):
            words = _before_apposition(words) or words
    name = name_before(words)
    return clean_name(name) if name and core_of(name[0]) not in STARTERS else ""


def _before_apposition(words: list[str]) -> list[str]:
    """Take off "the historian of the fens," from "Ada Byrne, the historian of the fens,"."""
    for place in range(len(words) - 2, max(-1, len(words) - LONGEST_APPOSITION), -1):
        if words[place].endswith(","):
            return words[: place + 1]
    return []


def speaker_after(rest: str) -> Speaker | None:
    """Return who the words after a quotation say has spoken, if that is all that they say.

    "– Ada Byrne", "(Ada Byrne)", "said Ada Byrne, chief nurse." and "Ada Byrne once said." count;
    a sentence that goes on to say more does not.
    """
    bare = rest.lstrip(" ,")
    dashed = re.match(r"[–—―]\s*|-\s+|\(", bare)
    if dashed:
        return _signed(rest, bare[dashed.end() :], is_in_brackets=dashed[0] == "(")
    end = _sentence_end(bare)
    sentence = bare[:end]
    words = sentence.rstrip(" .").split()
    if not words or (not sentence.endswith((".", "!")) and bare[end:].strip()):
        return None
    if core_of(words[0]) in VERBS:
        return _after_verb(words[1:], _absorbed(rest, sentence))
    name = name_after(words)
    tail = [core_of(word) for word in words[len(name) :]]
    if name and tail and tail[-1] in VERBS and all(word in ADVERBS for word in tail[:-1]):
        return Speaker(clean_name(name), absorbed=_absorbed(rest, sentence))
    return None


def _absorbed(rest: str, sentence: str) -> str:
    """Return everything of `rest` up to the end of the attribution."""
    return rest[: rest.index(sentence) + len(sentence)]


def _sentence_end(text: str) -> int:
    for gap in SENTENCE_END.finditer(text):
        if not ABBREVIATED.search(text[: gap.start()][-6:]):
            return gap.start()
    return len(text)


def _after_verb(words: list[str], absorbed: str) -> Speaker | None:
    name = name_after(words)
    rest = words[len(name) :]
    if not name or (rest and not name[-1].endswith(",")):
        return None
    role = " ".join(rest)
    if re.search(r"[,;:“”\"]|\b(?:who|when|as|and (?:he|she|they|I))\b|^now\b", role):
        return None
    if re.match(r"[a-z]+(?:ing|ly)\b", role) and not is_role(role):
        return None  # "said Ada Byrne, smiling": that is no role.
    return Speaker(clean_name(name), _role(role), absorbed)


def _signed(rest: str, signature: str, is_in_brackets: bool) -> Speaker | None:
    """Read the name, and perhaps a role, after a dash or in brackets."""
    if is_in_brackets:
        inside, bracket, after = signature.partition(")")
        if not bracket:
            return None
        stop = after[:1] if after[:1] in set(".,;") else ""
        absorbed = rest[: len(rest) - len(after)] + stop
    else:
        inside, absorbed = signature, rest
    name, _comma, role = inside.strip().rstrip(".").partition(", ")
    if not looks_like_name(name) or re.search(r"[.!?]\s", role):
        return None
    return Speaker(name, _role(role), absorbed)


def _role(text: str) -> str:
    return text[:1].upper() + text[1:]
