"""Quotation marks: the page adds them, so typed ones are taken off."""

# What each opening mark is closed by, in the languages that people paste from.
PAIRS = dict(zip("“\"‘'«»‹›", "”\"’'»«›‹", strict=True)) | {"„": "“”", "‚": "‘’"}
OPENERS = {sign: {one for one in PAIRS if sign in PAIRS[one]} for sign in "".join(PAIRS.values())}
# A single mark without a partner is an apostrophe: ’twas, the dogs’.
DOUBLE = set('“”„"«»')
STOPS = set(".,;:!?…")


def without_marks(words: str) -> str:
    """Return `words` without the quotation marks around them; marks inside stay.

    >>> without_marks("“We each had half the map.”")
    'We each had half the map.'
    >>> without_marks("“Yes” and “no” are both answers")
    '“Yes” and “no” are both answers'
    """
    before = None
    while words != before:
        before, words = words, _without_outer_marks(words.strip()).strip()
    return words


def paragraphs(words: str) -> list[str]:
    """Return the paragraphs of a quotation, each without typed marks of its own.

    Long quotations repeat the opening mark at each paragraph and close only the last.
    """
    parts = [part.strip() for part in words.splitlines() if part.strip()]
    bare = [without_marks(part) for part in parts]
    each_in_marks = all(
        part[0] in DOUBLE and part != one for part, one in zip(parts, bare, strict=True)
    )
    if not each_in_marks:
        bare = without_marks("\n".join(parts)).split("\n")
    return [part.strip() for part in bare if part.strip()]


def _without_outer_marks(words: str) -> str:
    if all(sign in PAIRS or sign in OPENERS or sign.isspace() for sign in words):
        return ""
    first, last = words[0], words[-1]
    stop = last if last in STOPS and words[-2:-1] in OPENERS else ""
    end = len(words) - 1 - len(stop)
    if first in PAIRS:
        closed_at = _partner(words, PAIRS[first])
        if closed_at == end:
            inner = words[1:end].strip()
            return inner if inner[-1:] in STOPS else inner + stop
        if closed_at is None and first in DOUBLE:
            return words[1:]
    closes = last in OPENERS and last in DOUBLE and not _means_inches(words)
    if closes and _partner(words[::-1], OPENERS[last]) is None:
        return words[:-1]
    return words


def _partner(words: str, partners) -> int | None:
    """Return where the mark that `words` begin with is closed, or None."""
    opening, depth = words[0], 1
    for place, sign in enumerate(words[1:], start=1):
        if _is_apostrophe(words, place):
            continue
        if sign in partners:
            depth -= 1
        elif sign == opening:
            depth += 1
        if depth == 0:
            return place
    return None


def _is_apostrophe(words: str, place: int) -> bool:
    """Tell the mark in "don’t" from one that closes."""
    around = words[place - 1] + words[place + 1 : place + 2]
    return len(around) == 2 and around.isalpha()


def _means_inches(words: str) -> bool:
    return words[-1] == '"' and words[-2:-1].isdigit()
