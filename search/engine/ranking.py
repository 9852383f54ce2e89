"""The ranking: for each word the best of its alternatives, added up over the words.

Postings come from the database as they lie there and are added up as arrays, for every document
at once. Weights and importances are whole numbers, so the sums are the same whatever the database
(decision 0012 tells why this is not done in SQL, with figures).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.engine.constants import FEWEST_HITS, LEAST_COVERAGE
from search.engine.equivalents import CODE
from search.engine.lexicon import Lexicon, postings_of
from search.engine.plan import Group, Plan

# Coverage is counted in thousandths of the query's importance.
WHOLE = 1000
LEAST = round(WHOLE * LEAST_COVERAGE)


class Hit(NamedTuple):
    """A document that answers: its number, score, and thousandths of the query that it covers."""

    number: int
    score: int
    coverage: int


class Alternative(NamedTuple):
    """A term with what its weight in a document is multiplied by."""

    term: int
    factor: int


@dataclass
class Scores:
    """Score and coverage of every document of an index, by its number."""

    scores: NDArray[np.int64]
    coverage: NDArray[np.int64]

    def leave_out(self, numbers: Iterable[int]) -> None:
        """Let some documents answer nothing."""
        left_out = np.fromiter(numbers, dtype=np.int64)
        left_out = left_out[left_out < len(self.scores)]
        self.scores[left_out] = 0
        self.coverage[left_out] = 0

    def counted(self) -> NDArray[np.bool_]:
        """Tell for every document whether it counts as a result: it covers enough, or leads."""
        counts = self.coverage >= LEAST
        for hit in self.best(FEWEST_HITS):
            counts[hit.number] = True
        return counts

    def best(self, most: int, among: NDArray[np.bool_] | None = None) -> list[Hit]:
        """Return the best documents in order, `most` at the most; equals in order of number."""
        scores = self.scores if among is None else np.where(among, self.scores, 0)
        numbers = np.flatnonzero(scores)
        if len(numbers) > most:
            # Enough to hold all that equal the last one: the order decides among them.
            last = np.partition(scores[numbers], len(numbers) - most)[len(numbers) - most]
            numbers = numbers[scores[numbers] >= last]
        order = np.lexsort((numbers, -scores[numbers]))[:most]
        return self.hits(numbers[order])

    def hits(self, numbers: NDArray[np.int64] | list[int]) -> list[Hit]:
        """Return documents, by number, as hits in the same order."""
        chosen = np.asarray(numbers, dtype=np.int64)
        columns = (chosen, self.scores[chosen], self.coverage[chosen])
        return [Hit(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


# {term id: (document numbers, weights)}
Postings = Mapping[int, tuple[NDArray[np.int64], NDArray[np.int64]]]


def score(plan: Plan, lexicon: Lexicon, instead: Postings) -> Scores:
    """Return the score of every document for a plan.

    `instead` holds postings that count in place of the stored ones: a trial of what is not there.
    """
    groups = [alternatives_of(group, plan, lexicon) for group in plan.groups]
    size = lexicon.index.next_number
    scores = np.zeros(size, dtype=np.int64)
    coverage = np.zeros(size, dtype=np.int64)
    postings = postings_of({one.term for group in groups for one in group}, size)
    postings |= instead
    total = sum(max((one.factor for one in group), default=0) for group in groups) or 1
    for group in groups:
        best = np.zeros(size, dtype=np.int64)
        for one in group:
            numbers, weights = postings.get(one.term, (NONE, NONE))
            best[numbers] = np.maximum(best[numbers], one.factor * weights)
        scores += best
        covered = round(WHOLE * max((one.factor for one in group), default=0) / total)
        coverage[best > 0] += covered
    return Scores(scores, coverage)


NONE: NDArray[np.int64] = np.zeros(0, dtype=np.int64)


def alternatives_of(group: Group, plan: Plan, lexicon: Lexicon) -> list[Alternative]:
    """Return the terms of a group, each with its importance.

    What stands for a word as written is never more telling than the word: its rare spellings
    would win over it otherwise. A synonym of several words is at least as telling as each that it
    stands for: a document that has it says them all.
    """
    importance = {
        text: lexicon.importance(plan.terms[text].documents) for text in group.alternatives
    }
    whole = [
        importance[text]
        for text, weight in group.alternatives.items()
        if weight >= 1 and not text.startswith(CODE)
    ]
    cap = min(whole, default=max(importance.values(), default=0))
    least = min(whole, default=0)
    alternatives = []
    for text, weight in sorted(group.alternatives.items()):
        is_code = text.startswith(CODE)
        worth = (
            max(weight * importance[text], least)
            if is_code
            else weight * min(importance[text], cap)
        )
        factor = round(group.times * worth)
        alternatives += [Alternative(plan.terms[text].id, factor)] if factor else []
    return alternatives
