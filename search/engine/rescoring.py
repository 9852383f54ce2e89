"""The best documents ranked again by where the words stand: side by side, and in the title."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.engine.constants import ADJACENT_SHARE, NEAR, NEAR_IN_BODY, TITLE_SHARE
from search.engine.lexicon import Lexicon
from search.engine.packing import SAME_PLACE, TERM
from search.engine.plan import Plan, group_importance
from search.engine.ranking import Hit

# Places of one word that are looked at: more of them say nothing new.
MOST_PLACES = 20

# {field: its term ids in order}
Terms = Mapping[str, NDArray[np.uint32]]
# For each word of the query, the places in a field where one of its terms stands.
Places = list[list[int]]


class Nearness(NamedTuple):
    """How near each other the words of a query stand, and how much of it a title says: shares."""

    near: float
    in_title: float

    @property
    def factor(self) -> float:
        """Return what a document's score is multiplied by."""
        return 1 + ADJACENT_SHARE * self.near + TITLE_SHARE * self.in_title**2


def rescored(
    hits: list[Hit], plan: Plan, terms: Mapping[int, Terms], lexicon: Lexicon
) -> list[Hit]:
    """Return hits in their new order. `terms` holds the terms of each document's fields."""
    hits = [hit for hit in hits if hit.number in terms]
    found = nearness([terms[hit.number] for hit in hits], plan, lexicon)
    again = [
        hit._replace(score=round(hit.score * one.factor))
        for hit, one in zip(hits, found, strict=True)
    ]
    return sorted(again, key=lambda hit: (-hit.score, hit.number))


def nearness(documents: list[Terms], plan: Plan, lexicon: Lexicon) -> list[Nearness]:
    """Return for each document how the words of a query stand in it."""
    importance = [group_importance(group, plan.terms, lexicon) for group in plan.groups]
    return [_nearness(fields, importance) for fields in _places(documents, plan)]


def _nearness(fields: Mapping[str, Places], importance: list[float]) -> Nearness:
    near, in_title = 0.0, 0.0
    for name, places in fields.items():
        if name == "title":
            said = sum(worth for one, worth in zip(places, importance, strict=True) if one)
            in_title = said / (sum(importance) or 1)
        share = _adjacent(places, importance) * (1.0 if name == "title" else NEAR_IN_BODY)
        near = max(near, share)
    return Nearness(near, in_title)


def _places(documents: list[Terms], plan: Plan) -> list[dict[str, Places]]:
    """Return the places of the query's words in each field of each document.

    All fields of all documents are looked through at once: a loop over them takes ten times as
    long.
    """
    groups_of: dict[int, list[int]] = defaultdict(list)
    for at, group in enumerate(plan.groups):
        for text in group.alternatives:
            groups_of[plan.terms[text].id].append(at)
    found: list[dict[str, Places]] = [{} for _ in documents]
    parts = [(at, name) for at, fields in enumerate(documents) for name in fields]
    if not parts or not groups_of:
        return found
    texts = [documents[at][name] for at, name in parts]
    terms = np.concatenate(texts)
    part_of = np.repeat(np.arange(len(parts)), [len(text) for text in texts])
    wanted = np.array(sorted(groups_of), dtype=np.uint32)
    bare = terms & TERM
    matches = np.flatnonzero(
        wanted[np.searchsorted(wanted, bare).clip(max=len(wanted) - 1)] == bare
    )
    places = np.cumsum(terms < SAME_PLACE)
    rows = zip(
        bare[matches].tolist(), places[matches].tolist(), part_of[matches].tolist(), strict=True
    )
    for term, place, part in rows:
        at, name = parts[part]
        field = found[at].setdefault(name, [[] for _ in plan.groups])
        for group in groups_of[term]:
            if len(field[group]) < MOST_PLACES:
                field[group].append(place)
    return found


def _adjacent(places: Places, importance: list[float]) -> float:
    """Return the share of neighbouring words that stand side by side, or near by half and less.

    A pair counts as much as the lesser of its words.
    """
    share, total = 0.0, 0.0
    pairs = zip(pairwise(places), pairwise(importance), strict=True)
    for (left, right), worths in pairs:
        total += min(worths)
        if left and right:
            gap = min(abs(b - a) or 1 for a in left for b in right)
            near = 1.0 if gap == 1 else 0.5 / gap if gap <= NEAR else 0.0
            share += min(worths) * near
    return share / total if total else 0.0
