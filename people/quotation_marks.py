"""Quotation marks: the page adds them, so typed ones are taken off."""

PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“"}
DOUBLE = {"“", '"', "«", "„"}


def without_marks(words: str) -> str:
    """Return `words` without the quotation marks around them; marks inside stay.

    >>> without_marks("“We each had half the map.”")
    'We each had half the map.'
    >>> without_marks("“Yes” and “no” are both answers")
    '“Yes” and “no” are both answers'
    """
    words = words.strip()
    while len(words) > 1 and _enclosed(words):
        words = words[1:-1].strip()
    return words


def _enclosed(words: str) -> bool:
    opening, closing = words[0], PAIRS.get(words[0])
    if closing is None or words[-1] != closing:
        return False
    inner = words[1:-1]
    if opening == closing:
        marks = [place for place, sign in enumerate(inner) if sign == opening]
        return all(_between_letters(inner, place) for place in marks)
    return _depth_stays_open(inner, opening, closing)


def _depth_stays_open(inner: str, opening: str, closing: str) -> bool:
    """Tell whether the first mark is closed only at the end. An apostrophe is no closing mark."""
    depth = 1
    for place, sign in enumerate(inner):
        if sign == opening:
            depth += 1
        elif sign == closing and not _between_letters(inner, place):
            depth -= 1
            if depth == 0:
                return False
    return True


def _between_letters(text: str, place: int) -> bool:
    """Tell an apostrophe ("don’t") from a mark that closes."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return place > 0 and len(around) == 2 and around.isalpha()


def paragraphs(words: str) -> list[str]:
    """Return the paragraphs of a quotation, each without typed marks of its own.

    Long quotations repeat the opening mark at each paragraph and close only the last.
    """
    parts = [part.strip() for part in words.replace("\r\n", "\n").split("\n") if part.strip()]
    if len(parts) > 1 and all(part[0] in DOUBLE for part in parts):
        parts = [part.lstrip("".join(DOUBLE)) for part in parts]
        parts[-1] = parts[-1].rstrip("".join(PAIRS[mark] for mark in DOUBLE))
    whole = without_marks("\n".join(parts))
    return [part.strip() for part in whole.split("\n") if part.strip()]
