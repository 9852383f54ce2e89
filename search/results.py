"""The results of a search: what was understood, what was found, and how it can be narrowed."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from search.engine.asking import Question
from search.engine.constants import RESCORED
from search.engine.entries import unpack_passages
from search.engine.extracts import Extract, Part
from search.engine.packing import unpack_terms
from search.engine.ranking import Hit
from search.engine.rows import called_words
from search.facets import FacetChoices, Facets
from search.files import pages_offering
from search.gate import closed_numbers, open_pages, public_files
from search.models import Document, Name, SearchIndex
from search.promoting import Decided, decided

PER_PAGE = 10
# Nobody turns a hundred pages; programs do.
MOST_RESULTS = 1_000


@dataclass
class Result:
    """One result. `target` is the page (its own type) or the file it leads to."""

    target: object
    kind: str
    title: list[Part]
    extract: Extract | None
    dated: datetime.date | None
    hit: Hit
    # The pages that offer it, if it is a file.
    offered_by: list

    @property
    def url(self) -> str:
        """Return where the result leads: to the passage itself where there is one."""
        anchor = self.extract.passage.anchor if self.extract else ""
        return f"{self.target.url}#{anchor}" if anchor else self.target.url


@dataclass
class Asked:
    """What a reader asks for: the words, and how to narrow, sort and widen.

    `is_wide` lets all count that says any of the words.
    """

    text: str
    chosen: dict[str, str] = field(default_factory=dict)
    is_by_date: bool = False
    is_wide: bool = False


class Results:
    """The answer of one index to one search."""

    def __init__(self, index: SearchIndex, asked: Asked) -> None:
        self.index = index
        self.asked = asked
        self.question = Question(index, asked.text, closed_numbers(index))
        self.facets = Facets(index, asked.chosen)

    @property
    def corrected(self) -> dict[str, str]:
        """Return {word as typed: word that these are the results for}."""
        return self.question.plan.corrected

    @property
    def unanswered(self) -> list[str]:
        """Return words that nothing on the site says or resembles: passed over for the others."""
        plan = self.question.plan
        return plan.unanswered if plan.groups else []

    @cached_property
    def shown_for(self) -> str:
        """Return the query as it was understood: with the words that were corrected."""
        corrected = self.corrected
        words = called_words(self.asked.text)
        return " ".join(corrected.get(word, word) for word in words)

    @cached_property
    def decided(self) -> Decided:
        """Return what editors put first or last for this search."""
        return decided(self.index, (self.asked.text, self.shown_for))

    @cached_property
    def counted(self) -> NDArray[np.bool_]:
        """Return all that count as results, before they are narrowed."""
        scores = self.question.scores
        counted = scores.scores > 0 if self.asked.is_wide else scores.counted()
        self.decided.include(counted)
        return counted

    @cached_property
    def narrowed(self) -> NDArray[np.bool_]:
        """Return all results, narrowed as was asked."""
        return self.facets.narrowed(self.counted)

    @cached_property
    def count(self) -> int:
        """Return how many results there are."""
        return int(self.narrowed.sum())

    @cached_property
    def facet_choices(self) -> list[FacetChoices]:
        """Return what the results can be narrowed by."""
        return self.facets.choices(self.counted)

    @cached_property
    def in_order(self) -> list[Hit]:
        """Return the hits that are shown, in the order in which they are shown."""
        if self.asked.is_by_date:
            return self._by_date()
        best = self.question.scores.best(MOST_RESULTS, self.narrowed)
        best = self.question.rescored(best)
        pinned = {number: place for place, number in enumerate(self.called_so)}
        first = [hit for hit in best if hit.number in pinned]
        first.sort(key=lambda hit: pinned[hit.number])
        ordered = [*first, *(hit for hit in best if hit.number not in pinned)]
        return self.decided.arranged(ordered, self.narrowed)[:MOST_RESULTS]

    @cached_property
    def left_out(self) -> NDArray[np.bool_]:
        """Return what says too little of the query to count, narrowed as was asked."""
        return self.facets.narrowed(self.question.scores.scores > 0) & ~self.narrowed

    @cached_property
    def further(self) -> list[Hit]:
        """Return what was left out, best first: for long questions."""
        return self.question.scores.best(MOST_RESULTS, self.left_out)

    def page(self, start: int, stop: int) -> list[Result]:
        """Return some of the results, ready to be shown."""
        return self._results(self.in_order[start:stop])

    @cached_property
    def called_so(self) -> list[int]:
        """Return the documents that are called exactly as was asked, by number.

        Names come first, then titles, then names that end so: surnames, old ones among them.
        """
        asked = {" ".join(called_words(self.asked.text)), self.shown_for}
        # As lists: for a bare "is_whole", or an "or", SQLite would read every name there is.
        kinds = {"is_name__in": [True, False], "is_whole__in": [True, False]}
        rows = Name.objects.filter(index=self.index, text__in=asked, **kinds)
        rows = rows.exclude(is_name=False, is_whole=False)  # The end of a title.
        rows = rows.order_by("-is_whole", "-is_name", "document__number")
        return list(dict.fromkeys(rows.values_list("document__number", flat=True)[:RESCORED]))

    def _by_date(self) -> list[Hit]:
        """Return the newest results; those without a date come last."""
        scores = self.question.scores
        rows = Document.objects.filter(index=self.index, dated__isnull=False)
        rows = rows.order_by("-dated", "-number").values_list("number", flat=True)
        # A document may have come after the index's row was read.
        known = rows.filter(number__lt=self.index.next_number)
        dated = (number for number in known.iterator() if self.narrowed[number])
        newest = list(dict.fromkeys(islice(dated, MOST_RESULTS)))
        undated = [hit.number for hit in scores.best(MOST_RESULTS, self.narrowed)]
        return scores.hits(list(dict.fromkeys([*newest, *undated]))[:MOST_RESULTS])

    def _results(self, hits: list[Hit]) -> list[Result]:
        """Return hits ready to be shown, but for those that readers may no longer see."""
        listed = Document.objects.filter(index=self.index, number__in=[hit.number for hit in hits])
        rows = {row.number: row for row in listed if row.is_open}
        keys = {row.page_id for row in rows.values() if row.page_id}
        pages = {page.pk: page for page in open_pages(self.index).filter(pk__in=keys).specific()}
        keys = {row.file_id for row in rows.values() if row.file_id}
        files = public_files().in_bulk(keys) if keys else {}
        targets = {
            number: pages.get(row.page_id) or files.get(row.file_id) for number, row in rows.items()
        }
        offering = pages_offering(open_pages(self.index), list(files)) if files else {}
        return [
            self._result(hit, row, target, offering.get(row.file_id, []))
            for hit in hits
            if (row := rows.get(hit.number)) and (target := targets.get(hit.number))
        ]

    def _result(self, hit: Hit, row: Document, target, offered_by: list) -> Result:
        extractor = self.question.extractor
        extract = extractor.best(unpack_terms(row.terms), unpack_passages(row.passages))
        title = extractor.marked(row.title)
        return Result(target, row.kind, title, extract, row.dated, hit, offered_by)
