"""Asks an index: plan, score, rank again, and show why a document answers."""

from collections.abc import Collection
from functools import cached_property

from core.remembered import remember
from search.engine.analysis import analyzer_for
from search.engine.constants import RESCORED
from search.engine.extracts import Extractor
from search.engine.lexicon import Lexicon
from search.engine.packing import unpack_terms
from search.engine.plan import Plan, Planner
from search.engine.ranking import Hit, Postings, Scores, score
from search.engine.rescoring import rescored
from search.engine.synonyms import asking_phrases
from search.models import Document, SearchIndex


class Question:
    """A query put to one index. `closed` are documents that answer nothing, by number."""

    def __init__(self, index: SearchIndex, text: str, closed: Collection[int] = ()) -> None:
        self.index = index
        self.text = text
        self.analyzer = analyzer_for(index.language)
        self.closed = closed
        # What counts in place of stored postings: a trial has some.
        self.postings: Postings = {}
        self.lexicon = Lexicon(index, closed)
        self.phrases = remember(
            ("search phrases", index.pk), lambda: asking_phrases(index, self.analyzer)
        )

    @cached_property
    def plan(self) -> Plan:
        """Return what the query asks for."""
        return Planner(self.lexicon, self.analyzer, self.phrases).plan(self.text)

    @cached_property
    def scores(self) -> Scores:
        """Return the score of every document."""
        scores = score(self.plan, self.lexicon, instead=self.postings)
        scores.leave_out(self.closed)
        return scores

    def rescored(self, hits: list[Hit]) -> list[Hit]:
        """Return hits, the first of them ranked again by where the words stand."""
        first = hits[:RESCORED]
        stored = Document.objects.filter(
            index=self.index, number__in=[hit.number for hit in first]
        ).values_list("number", "terms")
        terms = {number: unpack_terms(blob) for number, blob in stored}
        return rescored(first, self.plan, terms, self.lexicon) + hits[RESCORED:]

    @cached_property
    def extractor(self) -> Extractor:
        """Return what makes extracts with the words of this query marked."""
        return Extractor(self.plan, self.lexicon, self.analyzer, self.phrases)
