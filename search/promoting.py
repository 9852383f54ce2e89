"""What editors put first or last for a search.

Promoted pages come first, once, whether or not they say what was asked for; demoted ones come
last. A promotion that says the search and nothing else wins over one that has words in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from django.db.models.signals import post_delete, post_save
from numpy.typing import NDArray

from core.remembered import forget, remember
from search.engine.analysis import analyzer_for
from search.engine.ranking import Hit
from search.engine.synonyms import sequence
from search.gate import let_through
from search.models import DemotedPage, Document, PromotedPage, Promotion, SearchIndex
from search.models.synonyms import lines_of


class Rule(NamedTuple):
    """A search that editors decided about: its terms, and keys of pages."""

    terms: tuple[str, ...]
    is_exact: bool
    promoted: tuple[int, ...]
    demoted: tuple[int, ...]


@dataclass(frozen=True)
class Decided:
    """What holds for one search, as numbers of documents: first ones in order, and last ones."""

    first: tuple[int, ...] = ()
    last: frozenset[int] = frozenset()

    def include(self, counted: NDArray[np.bool_]) -> None:
        """Let promoted pages count as results."""
        for number in self.first:
            if number < len(counted):
                counted[number] = True

    def arranged(self, hits: list[Hit], among: NDArray[np.bool_]) -> list[Hit]:
        """Return hits in their order with promoted ones first and demoted ones last."""
        if not self.first and not self.last:
            return hits
        found = {hit.number: hit for hit in hits}
        shown = [number for number in self.first if number < len(among) and among[number]]
        first = [found.get(number, Hit(number, 0, 0)) for number in shown]
        others = [hit for hit in hits if hit.number not in set(shown)]
        ordinary = [hit for hit in others if hit.number not in self.last]
        return [*first, *ordinary, *(hit for hit in others if hit.number in self.last)]


def decided(index: SearchIndex, texts: Iterable[str]) -> Decided:
    """Return what editors decided about a search, as typed and as understood.

    Only pages that everybody may read are promoted.
    """
    rules = remember(("search promotions", index.language), lambda: rules_of(index.language))
    if not rules:
        return Decided()
    asked = [sequence(text, analyzer_for(index.language)) for text in dict.fromkeys(texts)]
    rules = matching(rules, asked)
    promoted = list(dict.fromkeys(key for rule in rules for key in rule.promoted))
    demoted = {key for rule in rules for key in rule.demoted}.difference(promoted)
    if not promoted and not demoted:
        return Decided()
    last = Document.objects.filter(index=index, page_id__in=demoted)
    first = let_through(index).filter(key__in=[f"page:{key}" for key in promoted])
    numbers = dict(first.values_list("page_id", "number"))
    return Decided(
        tuple(numbers[key] for key in promoted if key in numbers),
        frozenset(last.values_list("number", flat=True)),
    )


def rules_of(language: str) -> list[Rule]:
    """Return every promotion of a language, one rule a search."""
    rows = Promotion.objects.filter(language=language).order_by("pk")
    analyzer = analyzer_for(language)
    return [
        Rule(
            tuple(sequence(line, analyzer)),
            row.match == Promotion.EXACT,
            tuple(row.promoted.values_list("page_id", flat=True)),
            tuple(row.demoted.values_list("page_id", flat=True)),
        )
        for row in rows
        for line in lines_of(row.phrases)
    ]


def matching(rules: Iterable[Rule], asked: list[list[str]]) -> list[Rule]:
    """Return the rules that hold for a search: exact ones, else those with the most words."""
    rules = [rule for rule in rules if rule.terms]
    exact = [rule for rule in rules if rule.is_exact and list(rule.terms) in asked]
    if exact:
        return exact
    contained = [
        rule
        for rule in rules
        if not rule.is_exact and any(set(rule.terms) <= set(one) for one in asked)
    ]
    return sorted(contained, key=lambda rule: -len(rule.terms))


def connect() -> None:
    """Forget what was remembered of promotions when one changes."""
    for model in (Promotion, PromotedPage, DemotedPage):
        for signal in (post_save, post_delete):
            signal.connect(forget, sender=model, dispatch_uid=f"search.{model.__name__}")
