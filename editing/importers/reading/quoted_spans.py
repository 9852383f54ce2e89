"""Where quotation marks open and close in a text, mixed straight and curly ones included."""

from collections.abc import Iterator
from dataclasses import dataclass

OPENING_DOUBLE, CLOSING_DOUBLE = '“„«"', '”“»"'
ENDS_SENTENCE = ".!?…"
BEFORE_OPENING = set(" \t\u00a0([{–—-:,/")
AFTER_CLOSING = set(" \t\u00a0)]},.;:!?–—-…/")
FEWEST_WORDS_IN_SINGLE = 4
LONGEST_IN_SINGLE = 2_000


@dataclass(frozen=True)
class QuotedSpan:
    """A quotation in a text: from its opening mark to after its closing one."""

    start: int
    end: int
    words: str
    is_closed: bool = True


def quoted_spans(text: str) -> Iterator[QuotedSpan]:
    """Yield the quotations of a text from left to right; one inside another is not told apart."""
    place = 0
    while place < len(text):
        sign = text[place]
        span = None
        if sign in OPENING_DOUBLE and _opens(text, place):
            span = _double(text, place)
        elif sign in "‘'" and _opens(text, place):
            span = _single(text, place)
        if span is None:
            place += 1
            continue
        yield span
        place = span.end


def _opens(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1 : place + 2]
    return bool(after) and not after.isspace() and (before.isspace() or before in BEFORE_OPENING)


def _double(text: str, start: int) -> QuotedSpan:
    depth = 0
    for place in range(start + 1, len(text)):
        sign = text[place]
        if sign in "“„«" and _opens(text, place):
            depth += 1
        elif sign in '”»"' or (sign == "“" and text[start] == "„"):
            if sign == '"' and not _closes(text, place):
                continue
            if depth == 0:
                return QuotedSpan(start, place + 1, text[start + 1 : place].strip())
            depth -= 1
    return QuotedSpan(start, len(text), text[start + 1 :].strip(), is_closed=False)


def _closes(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    return not text[place - 1].isspace() and (not after or after in AFTER_CLOSING)


def _single(text: str, start: int) -> QuotedSpan | None:
    """Return a sentence in single marks, or a part of one that ends in a comma.

    A mark between words may be an apostrophe: “giants’”.
    """
    for place in range(start + 1, min(len(text), start + LONGEST_IN_SINGLE)):
        if text[place] not in "’'" or not _closes(text, place):
            continue
        after = text[place + 1 : place + 2]
        if text[place - 1] in ENDS_SENTENCE + "," or (after and after in ".,;!?") or not after:
            words = text[start + 1 : place].strip()
            is_long = len(words.split()) >= FEWEST_WORDS_IN_SINGLE
            is_said = text[place - 1] in ENDS_SENTENCE + ","
            return QuotedSpan(start, place + 1, words) if words and (is_long or is_said) else None
    return None
