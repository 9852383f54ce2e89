"""Takes quoted sentences with a named speaker out of paragraphs. No word is lost or doubled."""

from collections import deque

from editing.importers.reading.interrupted import interrupted
from editing.importers.reading.marked_text import MarkedText
from editing.importers.reading.names import core_of, epithet_of, is_organisation
from editing.importers.reading.pieces import Piece, in_marks
from editing.importers.reading.quoted_spans import ENDS_SENTENCE, QuotedSpan, quoted_spans
from editing.importers.reading.speakers import (
    Speaker,
    last_sentence,
    speaker_after,
    speaker_before,
)

# Fewer words than this are a turn of phrase, unless they are a whole sentence after a colon.
FEWEST_WORDS = 4
# A quotation of this many words deserves a look when nobody is named.
WORTH_A_LOOK = 8
LONGEST_NAME, LONGEST_ROLE = 160, 255
# Whoever says it is named within so many signs before or after the words.
REACH = 600


def split_quotations(pieces: list[Piece]) -> tuple[list[Piece], list[str]]:
    """Return the pieces with quotations set apart, and what an editor should look at."""
    result: list[Piece] = []
    unsure: list[str] = []
    for piece in pieces:
        if piece.kind == "paragraph":
            parts, doubts = split_paragraph(piece)
            result += parts
            unsure += doubts
        else:
            result.append(piece)
    return result, unsure


def split_paragraph(piece: Piece) -> tuple[list[Piece], list[str]]:
    """Return a paragraph as the text before each quotation, the quotation, and what follows."""
    text = piece.text
    parts: list[Piece] = []
    unsure: list[str] = []
    place = 0
    waiting = deque(quoted_spans(text))
    while waiting:
        span = waiting.popleft()
        lead = text[max(place, span.start - REACH) : span.start]
        halves = interrupted(text, lead, span, waiting[0]) if waiting else None
        if halves:
            waiting.popleft()
            span, speaker, doubt = halves.span, halves.speaker, halves.doubt
        else:
            speaker, doubt = _speaker(lead, span, text[span.end : span.end + REACH])
        if speaker and _is_inside(lead, span.words):
            speaker, doubt = None, _told_inside(span, speaker)
        if doubt:
            unsure.append(doubt)
        if speaker is None:
            continue
        parts += _text(piece, place, span.start)
        after = "" if halves else speaker.absorbed
        closing = "" if after else _stops(text[span.end : span.end + REACH])
        parts.append(_quotation(span, closing, speaker))
        place = span.end + len(after or closing)
        unsure += _doubts(piece, span, speaker)
    if not parts:
        return [piece], unsure
    return parts + _text(piece, place, len(text)), unsure


def _stops(rest: str) -> str:
    """Return the full stop, or what else ends a sentence, right after a quotation."""
    return rest[: len(rest) - len(rest.lstrip(ENDS_SENTENCE))]


def _text(piece: Piece, start: int, end: int) -> list[Piece]:
    marked = piece.marked.part(start, end)
    return [Piece("paragraph", marked)] if marked.text else []


def _speaker(lead: str, span: QuotedSpan, rest: str) -> tuple[Speaker | None, str]:
    """Return who is quoted, or None and, where it is worth a look, why the words stay in text."""
    count = len(span.words.split())
    if not span.is_closed:
        if count < WORTH_A_LOOK:
            return None, ""
        return None, f"A quotation mark is not closed: {in_marks(span.words)}."
    is_sentence = count >= FEWEST_WORDS or (
        lead.rstrip().endswith(":")
        and span.words[-1:] in ENDS_SENTENCE
        and span.words[:1].isupper()
    )
    if not is_sentence:
        return None, ""
    speaker = speaker_before(lead) or speaker_after(rest)
    if speaker and (len(speaker.name) > LONGEST_NAME or len(speaker.role) > LONGEST_ROLE):
        speaker = None
    if speaker is None:
        return None, _worth_a_look(span, count, is_led_in=_is_led_in(lead, span.words))
    if not speaker.absorbed and _goes_on(rest, span.words):
        return None, (
            f"{in_marks(span.words)} seems to be said by {speaker.name}, but the sentence goes "
            "on after it. Left in the text."
        )
    return speaker, ""


def _is_led_in(lead: str, words: str) -> bool:
    """Tell whether the words before a quotation announce it."""
    return lead.rstrip().endswith(":") or (lead.rstrip().endswith(",") and words[:1].isupper())


def _is_inside(lead: str, words: str) -> bool:
    """Tell whether a quotation only continues the sentence that it stands in."""
    before = last_sentence(lead).split()
    if not before or before[-1].endswith((*ENDS_SENTENCE, ":")):
        return False
    return words[:1].islower() or core_of(before[-1]) == "that"


def _told_inside(span: QuotedSpan, speaker: Speaker) -> str:
    return (
        f"{in_marks(span.words)} seems to be said by {speaker.name}, but is a part of a longer "
        "sentence. Left in the text."
    )


def _worth_a_look(span: QuotedSpan, count: int, *, is_led_in: bool) -> str:
    if count < WORTH_A_LOOK and not is_led_in:
        return ""
    return f"Nobody is clearly named for {in_marks(span.words)}. Left in the text."


def _goes_on(rest: str, words: str) -> bool:
    """Tell whether the sentence around a quotation goes on after it."""
    bare = rest.lstrip()
    if bare[:1] in ".!?…":
        return False
    return bool(bare) and (bare[:1].islower() or bare[:1] in ",;:–—-)" or words[-1:] == ",")


def _quotation(span: QuotedSpan, closing: str, speaker: Speaker) -> Piece:
    words = span.words.rstrip(",") if speaker.absorbed else span.words
    if words[-1:] not in ENDS_SENTENCE:
        words += closing[:1] or ("." if speaker.absorbed else "")
    return Piece(
        "quotation",
        MarkedText(words),
        speaker=speaker.name,
        role=speaker.role,
        absorbed=speaker.absorbed.strip(" ,"),
    )


def _doubts(piece: Piece, span: QuotedSpan, speaker: Speaker) -> list[str]:
    doubts = []
    if is_organisation(speaker.name):
        doubts.append(f"The quotation by “{speaker.name}” seems to be an organisation’s.")
    elif " " not in speaker.name:
        doubts.append(f"The quotation by “{speaker.name}”: is that the whole name?")
    if word := epithet_of(speaker.name):
        doubts.append(f"The quotation by “{speaker.name}”: is “{word}” a part of the name?")
    if piece.marked.meets_link(span.start, span.end):
        doubts.append(f"A link inside the quotation by {speaker.name} was taken off.")
    return doubts
