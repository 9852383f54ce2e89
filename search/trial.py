"""Tries a synonym without writing anything: what a search finds now, and what it would find.

The names get the codes that they would have, with the weights that the index would give them,
as postings that stand in for the stored ones.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from search.engine.asking import Question
from search.engine.building import averages_of
from search.engine.equivalents import Phrases, codes_in
from search.engine.lexicon import KnownTerm, Lexicon
from search.engine.mentions import numbers_that_say
from search.engine.packing import TERM, unpack_terms
from search.engine.ranking import Postings
from search.engine.synonyms import Synonym, sequence, synonyms_of
from search.engine.weights import weights_of
from search.models import Document, EditorsSynonym, SearchIndex
from search.results import PER_PAGE, Asked, Result, Results
from search.synonym_source import meant_by


class TrialLexicon(Lexicon):
    """A lexicon in which some terms are other than stored."""

    def __init__(
        self, index: SearchIndex, closed: Collection[int], instead: Mapping[str, KnownTerm]
    ) -> None:
        super().__init__(index, closed)
        self.instead = instead

    def terms(self, texts: Iterable[str]) -> dict[str, KnownTerm]:
        """Return those of `texts` that documents would have."""
        wanted = set(texts)
        tried = {text: self.instead[text] for text in wanted if text in self.instead}
        known = super().terms(wanted - tried.keys())
        return known | {text: term for text, term in tried.items() if term.documents}


class TrialQuestion(Question):
    """A query put to an index as it would be with other synonyms."""

    def __init__(self, asked: Question, before: list[Synonym], after: list[Synonym]) -> None:
        index = asked.index
        super().__init__(index, asked.text, asked.closed)
        everything = [one for one in synonyms_of(index) if one not in before] + after
        self.phrases = Phrases(
            (sequence(name, self.analyzer), one.code)
            for one in everything
            for name in (*one.found, *one.asked)
        )
        changed = {one.code for one in (*before, *after)}
        found: dict[str, list[str]] = defaultdict(list)
        for one in everything:
            if one.code in changed:
                found[one.code] += one.found
        # The highest keys that a stored term could have: no table is as long as that.
        self.keys = {code: TERM - at for at, code in enumerate(sorted(changed))}
        self.postings = _postings(self, found)
        self.lexicon = TrialLexicon(
            index,
            self.closed,
            {code: KnownTerm(key, len(self.postings[key][0])) for code, key in self.keys.items()},
        )


def _postings(question: TrialQuestion, found: Mapping[str, list[str]]) -> Postings:
    """Return the documents that would have each code, and with what weight."""
    index, phrases = question.index, _phrases(question, found)
    names = {name for listed in found.values() for name in listed}
    numbers = {number for name in names for number in numbers_that_say(index, name)}
    weights: dict[int, dict[int, int]] = {key: {} for key in question.keys.values()}
    averages = averages_of(index)
    rows = Document.objects.filter(index=index, number__in=numbers).order_by("number")
    for number, terms in rows.values_list("number", "terms").iterator(chunk_size=500):
        fields = unpack_terms(terms)
        codes = codes_in(fields, phrases)
        if any(codes.values()):
            weighed = weights_of(fields, codes, averages)
            for key in {key for counts in codes.values() for key in counts}:
                weights[key][number] = weighed[key]
    return {
        key: (np.array(list(of), dtype=np.int64), np.array(list(of.values()), dtype=np.int64))
        for key, of in weights.items()
    }


def _phrases(question: TrialQuestion, found: Mapping[str, list[str]]) -> Phrases:
    """Return the phrases that would give a document a code; nothing is written for them."""
    sequences = [
        (code, sequence(name, question.analyzer)) for code, names in found.items() for name in names
    ]
    ids = Lexicon(question.index).terms({term for _code, terms in sequences for term in terms})
    return Phrases(
        ([ids[term].id for term in terms], question.keys[code])
        for code, terms in sequences
        if all(term in ids for term in terms)
    )


@dataclass
class Row:
    """A place of the list, now and with the synonym, and what becomes of each result."""

    place: int
    now: Result | None
    then: Result | None
    change: str = ""
    gone: bool = False


class Trial:
    """The first results of a search now, and as they would be with a record as it is typed."""

    def __init__(self, index: SearchIndex, text: str, record: EditorsSynonym) -> None:
        stored = EditorsSynonym.objects.filter(pk=record.pk, language=index.language).first()
        before = list(meant_by(stored)) if stored else []
        asked = Asked(text)
        self.now, self.then = Results(index, asked), Results(index, asked)
        self.then.question = TrialQuestion(self.then.question, before, list(meant_by(record)))

    @cached_property
    def rows(self) -> list[Row]:
        """Return the first ten places side by side."""
        now, then = self.now.page(0, PER_PAGE), self.then.page(0, PER_PAGE)
        was = {hit.number: place for place, hit in enumerate(self.now.in_order, start=1)}
        stays = {result.hit.number for result in then}
        return [
            Row(
                at + 1,
                now[at] if at < len(now) else None,
                then[at] if at < len(then) else None,
                change=_change(was, then[at].hit.number, at + 1) if at < len(then) else "",
                gone=at < len(now) and now[at].hit.number not in stays,
            )
            for at in range(max(len(now), len(then)))
        ]

    @property
    def is_the_same(self) -> bool:
        """Tell whether nothing changes among the first ten, nor the number of results."""
        is_quiet = not any(row.change or row.gone for row in self.rows)
        return is_quiet and self.now.count == self.then.count


def _change(was: Mapping[int, int], number: int, place: int) -> str:
    """Return in words what becomes of a result; nothing if it stays where it is."""
    before = was.get(number)
    if before is None:
        return "new"
    if before == place:
        return ""
    return f"up from {before}" if before > place else f"down from {before}"
