"""What an index knows of words: terms, words as written, words like another, words that begin."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.engine.constants import (
    BLOCK,
    IDF_SCALE,
    MOST_COMPLETIONS,
    SHORTEST_CORRECTED,
    WEIGHT_BITS,
)
from search.engine.packing import WEIGHT_MASK
from search.models import Deletion, Posting, SearchIndex, Term, Word

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
    """The words of one index, a query at a time.

    `closed` are documents that readers may no longer see, by number: what only they say is
    answered as if nobody had ever said it.
    """

    def __init__(self, index: SearchIndex, closed: Collection[int] = ()) -> None:
        self.index = index
        self.closed = closed

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
        known = {text: KnownTerm(key, documents) for text, key, documents in found}
        return self._still_said(known) if self.closed else known

    def words(self, surfaces: Iterable[str]) -> dict[str, KnownWord]:
        """Return those of `surfaces` that are written somewhere."""
        rows = self._written.filter(surface__in=set(surfaces))
        found = [KnownWord(*row) for row in rows.values_list(*KnownWord._fields)]
        return {word.surface: word for word in self._still_written(found)}

    def starting_with(self, start: str) -> list[KnownWord]:
        """Return words that begin so, the most frequent first."""
        rows = self._written.filter(surface__gte=start, surface__lt=start + HIGHEST_SIGN)
        rows = rows.order_by("surface").values_list(*KnownWord._fields)[:LOOKED_AT]
        found = [KnownWord(*row) for row in rows]
        found.sort(key=lambda word: (-word.count, word.surface))
        return self._still_written(found[:MOST_COMPLETIONS])

    def near(self, surfaces: Iterable[str]) -> dict[str, list[KnownWord]]:
        """Return for each of `surfaces` the words that one letter left out makes alike."""
        shortened = {surface: without_a_letter(surface) for surface in surfaces}
        texts = {text for texts in shortened.values() for text in texts}
        rows = Deletion.objects.filter(index=self.index, text__in=texts, word__count__gt=0)
        columns = ("text", "word__surface", "word__count", "word__term")
        found = [(text, KnownWord(*word)) for text, *word in rows.values_list(*columns)]
        written = set(self._still_written({word for _text, word in found}))
        by_text: dict[str, list[KnownWord]] = {}
        for text, word in found:
            if word in written:
                by_text.setdefault(text, []).append(word)
        return {
            surface: list({word for text in texts for word in by_text.get(text, ())})
            for surface, texts in shortened.items()
        }

    def _still_said(self, terms: dict[str, KnownTerm]) -> dict[str, KnownTerm]:
        """Return terms with the number of open documents that have them, if there are any."""
        closed = np.fromiter(self.closed, dtype=np.int64)
        postings = postings_of({term.id for term in terms.values()}, self.index.next_number)
        counts = {
            key: int(np.isin(numbers, closed, invert=True).sum())
            for key, (numbers, _weights) in postings.items()
        }
        known = {text: KnownTerm(one.id, counts.get(one.id, 0)) for text, one in terms.items()}
        return {text: term for text, term in known.items() if term.documents}

    def _still_written(self, words: Collection[KnownWord]) -> list[KnownWord]:
        """Return those of some words that open documents say."""
        if not self.closed:
            return list(words)
        said = self.terms({word.term for word in words})
        return [word for word in words if word.term in said]

    @property
    def _written(self):
        return Word.objects.filter(index=self.index, count__gt=0)


def without_a_letter(surface: str) -> set[str]:
    """Return a word, and what is left of it without each of its letters."""
    if len(surface) < SHORTEST_CORRECTED:
        return set()
    return {surface} | {surface[:at] + surface[at + 1 :] for at in range(len(surface))}


def postings_of(terms: set[int], size: int) -> dict[int, tuple[NDArray, NDArray]]:
    """Return {term id: (document numbers, weights)} in one query."""
    rows = Posting.objects.filter(term_id__in=terms).order_by("term_id", "block")
    blocks = defaultdict(list)
    for term, block, packed in rows.values_list("term_id", "block", "packed"):
        blocks[term].append((block, bytes(packed)))
    return {term: _unpacked(listed, size) for term, listed in blocks.items()}


def _unpacked(blocks: list[tuple[int, bytes]], size: int) -> tuple[NDArray, NDArray]:
    values = np.frombuffer(b"".join(packed for _block, packed in blocks), dtype="<u4")
    values = values.astype(np.int64)
    starts = np.array([block * BLOCK for block, _packed in blocks])
    lengths = [len(packed) // 4 for _block, packed in blocks]
    numbers = np.repeat(starts, lengths) + (values >> WEIGHT_BITS)
    # A document may have come after the index's row was read.
    known = numbers < size
    return numbers[known], (values & WEIGHT_MASK)[known]
