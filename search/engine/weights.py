"""How much a term counts in a document: BM25F, as a whole number.

Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004): the
occurrences of all fields are added, each by its field's weight and against its length, and only
their sum is saturated. To this comes what the title says, saturated by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from search.engine.constants import (
    FIELDS,
    K1,
    TITLE_ITSELF,
    TITLE_K1,
    WEIGHT_BITS,
    WEIGHT_SCALE,
)
from search.engine.packing import SAME_PLACE, TERM

MOST = (1 << WEIGHT_BITS) - 1


def weights_of(
    fields: Mapping[str, NDArray[np.uint32]],
    codes: Mapping[str, Counter],
    averages: Mapping[str, float],
) -> dict[int, int]:
    """Return {term id: weight} of a document.

    `fields` are its term ids in order, `codes` the synonyms in each field {field: {id: times}},
    `averages` the mean number of words of each field over all documents that have it.
    """
    sums: dict[int, float] = defaultdict(float)
    titles: dict[int, float] = {}
    for name, terms in fields.items():
        field = FIELDS[name]
        length = int((terms < SAME_PLACE).sum())
        norm = 1 - field.shortening + field.shortening * length / max(1.0, averages.get(name, 1.0))
        counts = Counter((terms & TERM).tolist())
        counts.update(codes.get(name, {}))
        for term, times in counts.items():
            sums[term] += field.weight * times / norm
        if name == "title":
            titles = {term: times / norm for term, times in counts.items()}
    return {term: _whole(total, titles.get(term, 0.0)) for term, total in sums.items()}


def _whole(total: float, title: float) -> int:
    weight = _saturated(total, K1) + TITLE_ITSELF * _saturated(title, TITLE_K1)
    return min(MOST, max(1, round(weight * WEIGHT_SCALE)))


def _saturated(times: float, k1: float) -> float:
    return times * (k1 + 1) / (times + k1)
