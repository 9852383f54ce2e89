"""Names of one thing: acronyms, synonyms, an organisation's old and new name.

All share one *code*, a term of its own. A document that says any of them has the code, and a
query that says any of them asks for it. So nothing is counted twice, and rare names are found by
common ones.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from search.engine.packing import SAME_PLACE, TERM

CODE = "§"
LONG_NAME = re.compile(r"((?:[^\W_]+[ \-’']+){1,9}[^\W_]+) \(([A-Z][A-Z&0-9]{1,7})s?\)")
LITTLE_WORDS = {"of", "and", "the", "for", "in", "to", "on", "at", "a", "an"}


class Phrases:
    """Finds phrases in a sequence of places, each with one or more terms."""

    def __init__(self, phrases: Iterable[tuple[Sequence, object]]) -> None:
        self.by_first = defaultdict(list)
        for sequence, what in phrases:
            if sequence:
                self.by_first[sequence[0]].append((tuple(sequence), what))

    def __bool__(self) -> bool:
        return bool(self.by_first)

    def found(self, places: Sequence[Sequence]) -> Iterator[tuple[int, int, object]]:
        """Yield (first place, number of places, what was found) for every phrase there is."""
        for start, terms in enumerate(places):
            for term in terms:
                for sequence, what in self.by_first.get(term, ()):
                    if _stands_at(places, start, sequence):
                        yield start, len(sequence), what


def _stands_at(places: Sequence[Sequence], start: int, sequence: Sequence) -> bool:
    if start + len(sequence) > len(places):
        return False
    return all(term in places[start + at] for at, term in enumerate(sequence))


def places_of(terms: NDArray[np.uint32]) -> list[list[int]]:
    """Return the term ids of a field, place by place."""
    places: list[list[int]] = []
    for term in terms.tolist():
        if term & SAME_PLACE:
            places[-1].append(term & TERM)
        else:
            places.append([term])
    return places


def codes_in(fields: Mapping[str, NDArray[np.uint32]], phrases: Phrases) -> dict[str, Counter[int]]:
    """Return {field: {code: times}} of a document."""
    if not phrases:
        return {}
    return {
        name: Counter(code for _start, _length, code in phrases.found(places_of(terms)))
        for name, terms in fields.items()
        if not phrases.by_first.keys().isdisjoint((terms & TERM).tolist())
    }


def acronyms_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield (acronym, long name) for every "Long Name (LN)" whose initials agree."""
    if "(" not in text:
        return
    for match in LONG_NAME.finditer(text):
        words, acronym = re.findall(r"[^\W_]+", match[1]), match[2].replace("&", "").lower()
        for take in range(len(acronym), min(len(words), len(acronym) + 3) + 1):
            tail = [word.lower() for word in words[-take:]]
            initials = "".join(word[0] for word in tail if word not in LITTLE_WORDS)
            if initials == acronym and tail[0] not in LITTLE_WORDS:
                yield acronym, " ".join(tail)
                break
