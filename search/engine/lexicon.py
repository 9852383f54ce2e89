"""What an index knows of words: terms, words as written, words like another, words that begin."""

import math
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from search.engine.constants import IDF_SCALE, MOST_COMPLETIONS, SHORTEST_CORRECTED
from search.models import Deletion, SearchIndex, Term, Word

# Words that begin alike are looked at in this number, then the most frequent are taken.
LOOKED_AT = 400
HIGHEST_SIGN = "\U0010ffff"


class KnownTerm(NamedTuple):
    """A term of the index: its id, and how many documents have it."""

    id: int
    documents: int


class KnownWord(NamedTuple):
    """A word as written: how often, and the term it becomes."""

    surface: str
    count: int
    term: str


class Lexicon:
    """The words of one index, a query at a time."""

    def __init__(self, index: SearchIndex) -> None:
        self.index = index

    @cached_property
    def size(self) -> int:
        """Return the number of documents."""
        return max(1, self.index.documents)

    def importance(self, documents: int) -> int:
        """Return the inverse document frequency of BM25, never below nothing, as a whole number."""
        idf = math.log(1 + max(0.0, self.size - documents + 0.5) / (documents + 0.5))
        return round(IDF_SCALE * idf)

    def terms(self, texts: Iterable[str]) -> dict[str, KnownTerm]:
        """Return those of `texts` that documents have."""
        rows = Term.objects.filter(index=self.index, text__in=set(texts), documents__gt=0)
        found = rows.values_list("text", "pk", "documents")
        return {text: KnownTerm(key, documents) for text, key, documents in found}

    def words(self, surfaces: Iterable[str]) -> dict[str, KnownWord]:
        """Return those of `surfaces` that are written somewhere."""
        rows = self._written.filter(surface__in=set(surfaces))
        return {row[0]: KnownWord(*row) for row in rows.values_list(*KnownWord._fields)}

    def starting_with(self, start: str) -> list[KnownWord]:
        """Return words that begin so, the most frequent first."""
        rows = self._written.filter(surface__gte=start, surface__lt=start + HIGHEST_SIGN)
        rows = rows.order_by("surface").values_list(*KnownWord._fields)[:LOOKED_AT]
        found = [KnownWord(*row) for row in rows]
        return sorted(found, key=lambda word: (-word.count, word.surface))[:MOST_COMPLETIONS]

    def near(self, surfaces: Iterable[str]) -> dict[str, list[KnownWord]]:
        """Return for each of `surfaces` the words that one letter left out makes alike."""
        shortened = {surface: without_a_letter(surface) for surface in surfaces}
        texts = {text for texts in shortened.values() for text in texts}
        rows = Deletion.objects.filter(index=self.index, text__in=texts, word__count__gt=0)
        by_text: dict[str, list[KnownWord]] = {}
        for text, *word in rows.values_list("text", "word__surface", "word__count", "word__term"):
            by_text.setdefault(text, []).append(KnownWord(*word))
        return {
            surface: list({word for text in texts for word in by_text.get(text, ())})
            for surface, texts in shortened.items()
        }

    @property
    def _written(self):
        return Word.objects.filter(index=self.index, count__gt=0)


def without_a_letter(surface: str) -> set[str]:
    """Return a word, and what is left of it without each of its letters."""
    if len(surface) < SHORTEST_CORRECTED:
        return set()
    return {surface} | {surface[:at] + surface[at + 1 :] for at in range(len(surface))}
