"""Quotations that their speaker interrupts, as in “We were late,” said Ada Byrne, “and lost”."""

from dataclasses import dataclass, replace

from editing.importers.reading.names import core_of
from editing.importers.reading.pieces import shortened
from editing.importers.reading.quoted_spans import ENDS_SENTENCE, QuotedSpan
from editing.importers.reading.speakers import (
    ADVERBS,
    VERBS,
    Speaker,
    speaker_after,
    speaker_before,
)

FEWEST_WORDS = 4
LONGEST_BETWEEN_WORDS = 16
LONGEST_BETWEEN, REACH = 200, 600


@dataclass(frozen=True)
class Interrupted:
    """Both halves as one quotation, with its speaker; or the doubt for which they stay."""

    span: QuotedSpan
    speaker: Speaker | None = None
    doubt: str = ""


def interrupted(text: str, lead: str, first: QuotedSpan, second: QuotedSpan) -> Interrupted | None:
    """Read two quotations and the words between them as one, or return None if they are two.

    `lead` is the text before the first. The words keep their order; a comma stays a comma, and
    becomes a full stop only where the words between end in one.
    """
    between = text[first.end : second.start]
    if not (first.is_closed and second.is_closed and first.words and second.words):
        return None
    if len(between) > LONGEST_BETWEEN or not _is_attribution(first.words, between, second.words):
        return None
    rest = text[second.end : second.end + REACH]
    words = _joined(first.words, between, second.words)
    whole = QuotedSpan(first.start, second.end, words)
    speaker = _speaker(between)
    goes_on = _goes_on(rest, second.words) or speaker_after(rest) is not None
    if between.rstrip().endswith("."):
        # A new sentence begins: where anything is unclear, it is a quotation of its own.
        is_clear = speaker and words and not goes_on
        return Interrupted(whole, speaker) if is_clear else None
    before = speaker_before(lead)
    is_another = before and speaker and before.name != speaker.name
    is_whole = len(words.split()) >= FEWEST_WORDS and not goes_on
    if speaker and is_whole and not is_another:
        return Interrupted(whole, speaker)
    said = shortened(f"{first.words} {second.words}")
    doubt = f"The quotation “{said}” is interrupted by who says it. Left in the text."
    return Interrupted(whole, doubt=doubt)


def _is_attribution(first: str, between: str, second: str) -> bool:
    """Tell whether the words between two quotations only say who speaks both."""
    said = between.strip()
    words = [core_of(word) for word in said.split() if core_of(word)]
    if not words or len(words) > LONGEST_BETWEEN_WORDS or said.endswith(":"):
        return False
    if words[0] in VERBS:
        return True
    # “Light it.” Ada Byrne said, “Light it again.” leads in to the second of two.
    is_open = first.endswith(",") or said.startswith((",", "–", "—"))
    if is_open and second[:1].islower() and said.endswith((",", "–", "—")):
        return any(word in VERBS for word in words) or said[0] in "–—"
    while len(words) > 1 and words[-1] in ADVERBS:
        words.pop()
    return words[-1] in VERBS and ((is_open and said.endswith(",")) or said.endswith("."))


def _speaker(between: str) -> Speaker | None:
    """Return who is named between the halves, if nothing else is said there."""
    said = between.strip(" ,.")
    found = speaker_after(f"{said}.")
    if found is None or found.absorbed.strip(" .") != said.strip(" ."):
        return None
    return replace(found, absorbed=said)


def _joined(first: str, between: str, second: str) -> str:
    """Return both halves as the one sentence or the two that they are; nothing if unclear."""
    if between.rstrip().endswith((";", "–", "—")):
        return ""
    start = second.lstrip("‘“'\"(")
    is_new = start[:1].isupper() and core_of(start.split()[0]).split("’")[0] != "i"
    if first[-1] in ENDS_SENTENCE:
        return f"{first} {second}" if is_new or first[-1] != "." else ""
    if between.rstrip().endswith("."):
        return f"{first.rstrip(',')}. {second}" if start[:1].isupper() else ""
    return f"{first} {second}" if not is_new else ""


def _goes_on(rest: str, words: str) -> bool:
    """Tell whether the sentence goes on after the second half."""
    bare = rest.lstrip()
    if words[-1] not in ENDS_SENTENCE and bare[:1] not in set(ENDS_SENTENCE):
        return bool(bare) or words[-1] == ","
    return bare[:1].islower() or bare[:1] in set(",;:–—-)")
