"""Words that the site does not know: what was meant, what was begun, what was run together."""

from typing import NamedTuple

from rapidfuzz.distance import OSA

from search.engine.constants import (
    COMPLETION_BY_SHARE,
    LEAST_COMPLETION,
    MOST_CORRECTIONS,
    OTHER_FIRST_LETTER,
    PER_ERROR,
    SHORTEST_PART,
    SHORTEST_SPLIT,
    TWO_ERRORS_FROM,
)
from search.engine.lexicon import KnownWord


class Guess(NamedTuple):
    """A word that may have been meant, and how much that counts (0 to 1)."""

    word: KnownWord
    weight: float


def corrections(surface: str, near: list[KnownWord]) -> list[Guess]:
    """Return the likeliest corrections among the words near `surface`.

    The fewest errors win, a change of the first letter counts half an error more; of equals the
    most frequent comes first.
    """
    most = 2 if len(surface) >= TWO_ERRORS_FROM else 1
    ranked = []
    for word in near:
        errors = OSA.distance(surface, word.surface, score_cutoff=most)
        if 0 < errors <= most:
            errors += OTHER_FIRST_LETTER * (word.surface[0] != surface[0])
            ranked.append((errors, -word.count, word.surface, word))
    ranked.sort()
    fewest = ranked[0][0] if ranked else 0
    best = [row for row in ranked[:MOST_CORRECTIONS] if row[0] == fewest]
    return [Guess(word, PER_ERROR**errors) for errors, _count, _surface, word in best]


def completions(words: list[KnownWord]) -> list[Guess]:
    """Return words that begin as the reader has typed so far, the frequent counting more."""
    total = sum(word.count for word in words) or 1
    return [
        Guess(word, LEAST_COMPLETION + COMPLETION_BY_SHARE * word.count / total) for word in words
    ]


def splits(surface: str) -> list[tuple[str, str]]:
    """Return the ways in which a word may be two run together."""
    if len(surface) < SHORTEST_SPLIT or not surface.isalpha():
        return []
    places = range(SHORTEST_PART, len(surface) - SHORTEST_PART + 1)
    return [(surface[:at], surface[at:]) for at in places]


def best_split(surface: str, known: dict[str, KnownWord]) -> tuple[KnownWord, KnownWord] | None:
    """Return the two known words that `surface` is most likely made of, if each is frequent."""
    ways = [
        (min(known[left].count, known[right].count), known[left], known[right])
        for left, right in splits(surface)
        if left in known and right in known
    ]
    rarest, left, right = max(ways, default=(0, None, None), key=lambda way: way[0])
    return (left, right) if rarest > 1 else None
