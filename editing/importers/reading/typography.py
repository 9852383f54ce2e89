"""Typewriter quotation marks and apostrophes become typographic ones, sign for sign."""

import re

WORD = re.compile(r"\S+")
ADDRESS = re.compile(r"https?://|www\.")
# Words that begin with an apostrophe, which no opening mark may replace.
SHORTENED = re.compile(r"(?:tis|twas|twere|em|til|till|cause|bout|n)\b|\d", re.IGNORECASE)
OPENS_AFTER = set(" \t\n\u00a0([{/–—-“‘")


def curl(text: str) -> str:
    """Return `text` with curly marks. Its length stays, curly marks and addresses stay too."""
    signs = list(text.replace("´", "'").replace("`", "'"))
    kept = _places_in_addresses(text)
    last_single = _last_closing(signs)
    is_open = False
    for place, sign in enumerate(signs):
        if sign in "“”":
            is_open = sign == "“"
        if place in kept or sign not in "'\"":
            continue
        before = signs[place - 1] if place else " "
        after = signs[place + 1] if place + 1 < len(signs) else " "
        opens = before in OPENS_AFTER and not after.isspace()
        if sign == "'":
            signs[place] = _single(
                "".join(signs[place + 1 : place + 7]), opens, place < last_single
            )
        elif opens:
            signs[place], is_open = "“", True
        elif is_open or not before.isdigit():
            signs[place], is_open = "”", False
    return "".join(signs)


def _places_in_addresses(text: str) -> set[int]:
    """Return the places of signs that belong to web and mail addresses."""
    kept: set[int] = set()
    for word in WORD.finditer(text):
        start = word.start() if "@" in word[0] else None
        if found := ADDRESS.search(word[0]):
            start = word.start() + found.start() if start is None else start
        if start is not None:
            kept.update(range(start, word.end()))
    return kept


def _single(following: str, opens: bool, is_closed_later: bool) -> str:
    if opens and is_closed_later and not SHORTENED.match(following):
        return "‘"
    return "’"


def _last_closing(signs: list[str]) -> int:
    """Return the place of the last mark that could close a single quotation."""
    for place in range(len(signs) - 1, 0, -1):
        after = signs[place + 1] if place + 1 < len(signs) else " "
        if signs[place] in "'’" and not after.isalnum() and not signs[place - 1].isspace():
            return place
    return -1


def one_line(text: str) -> str:
    """Return `text` with every run of white space, breaks and joints made one space."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())
