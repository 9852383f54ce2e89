"""Why a search finds what it finds, in the order in which it does: each score taken apart.

The numbers are the engine's own: points of all words, added up and multiplied by what their
places in the text are worth, are the score to the last digit (a test holds it to that).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from search.engine.asking import Question
from search.engine.constants import ADJACENT_SHARE, RESCORED, TITLE_SHARE
from search.engine.equivalents import CODE, Phrases, codes_in
from search.engine.lexicon import postings_of
from search.engine.packing import TERM, unpack_terms
from search.engine.plan import Group
from search.engine.ranking import Alternative, alternatives_of
from search.engine.rescoring import Nearness, nearness
from search.engine.synonyms import sequence, synonyms_of
from search.models import Document, SearchIndex
from search.results import PER_PAGE, Asked, Result, Results

# What editors call the fields.
FIELD_LABELS = {
    "title": "title",
    "names": "other names",
    "byline": "authors and speakers",
    "headings": "headings",
    "summary": "summary",
    "body": "text",
    "quotation": "quotations",
    "transcript": "transcript",
}


@dataclass
class WordScore:
    """What one word of the search gives a result, by the alternative that gives most.

    `factor` is the word's importance in this search, `weight` how much the document is about it,
    `points` their product. `places` says in which fields it stands, and how often.
    """

    word: str
    answered_by: str
    how: str
    factor: int
    weight: int
    documents: int
    places: list[tuple[str, int]] = field(default_factory=list)

    @property
    def points(self) -> int:
        """Return what the word adds to the score."""
        return self.factor * self.weight


@dataclass
class Explained:
    """One result, with its score taken apart."""

    place: int
    result: Result
    words: list[WordScore]
    nearness: Nearness | None
    is_called_so: bool
    is_promoted: bool
    is_demoted: bool

    @property
    def sum(self) -> int:
        """Return the points of all words."""
        return sum(word.points for word in self.words)

    @property
    def total(self) -> int:
        """Return the score: the points, times what the places of the words are worth."""
        return round(self.sum * self.nearness.factor) if self.nearness else self.sum

    @property
    def near_percent(self) -> float:
        """Return by how many per cent words that stand near each other raise the score."""
        return 100 * ADJACENT_SHARE * self.nearness.near if self.nearness else 0.0

    @property
    def title_percent(self) -> float:
        """Return by how many per cent words in the title raise the score."""
        return 100 * TITLE_SHARE * self.nearness.in_title**2 if self.nearness else 0.0


class Explanation:
    """The first results of a search, each explained."""

    def __init__(self, index: SearchIndex, text: str) -> None:
        self.index = index
        self.results = Results(index, Asked(text))

    @cached_property
    def explained(self) -> list[Explained]:
        """Return the first ten results with their scores taken apart."""
        results = self.results.page(0, PER_PAGE)
        numbers = [result.hit.number for result in results]
        stored = Document.objects.filter(index=self.index, number__in=numbers)
        terms = {row.number: unpack_terms(row.terms) for row in stored}
        question, decided = self.results.question, self.results.decided
        found = nearness([terms[number] for number in numbers], question.plan, question.lexicon)
        best = question.scores.best(RESCORED, self.results.narrowed)
        reranked = {hit.number for hit in best}
        called_so = set(self.results.called_so)
        return [
            Explained(
                place,
                result,
                self._words(number, terms[number]),
                near if number in reranked else None,
                is_called_so=number in called_so,
                is_promoted=number in decided.first,
                is_demoted=number in decided.last,
            )
            for place, (result, number, near) in enumerate(
                zip(results, numbers, found, strict=True), start=1
            )
        ]

    @cached_property
    def _scored(self) -> list[tuple[Group, list[tuple[Alternative, dict[int, int]]]]]:
        """Return each word with its alternatives and {document: weight} of each."""
        plan, lexicon = self.results.question.plan, self.results.question.lexicon
        groups = [(group, alternatives_of(group, plan, lexicon)) for group in plan.groups]
        terms = {one.term for _group, alternatives in groups for one in alternatives}
        postings = postings_of(terms, self.index.next_number)
        weights = {
            term: dict(zip(numbers.tolist(), weighed.tolist(), strict=True))
            for term, (numbers, weighed) in postings.items()
        }
        return [
            (group, [(one, weights.get(one.term, {})) for one in alternatives])
            for group, alternatives in groups
        ]

    def _words(self, number: int, fields: Mapping) -> list[WordScore]:
        texts = {known.id: text for text, known in self.results.question.plan.terms.items()}
        words = []
        for group, alternatives in self._scored:
            there = [(one, weights[number]) for one, weights in alternatives if number in weights]
            if not there:
                continue
            best, weight = max(there, key=lambda pair: pair[0].factor * pair[1])
            text = texts[best.term]
            words.append(
                WordScore(
                    group.surface,
                    text.removeprefix(CODE),
                    how_it_answers(group, text, self.results.question),
                    best.factor,
                    weight,
                    self.results.question.plan.terms[text].documents,
                    self._places(best.term, fields),
                )
            )
        return words

    def _places(self, term: int, fields: Mapping) -> list[tuple[str, int]]:
        codes = codes_in(fields, self._phrases)
        counts: Counter[str] = Counter()
        for name, terms in fields.items():
            label = FIELD_LABELS.get(name, name)
            counts[label] += int(((terms & TERM) == term).sum()) + codes.get(name, {}).get(term, 0)
        return [(label, times) for label, times in counts.items() if times]

    @cached_property
    def _phrases(self) -> Phrases:
        """Return the names of things whose codes were asked for, in ids."""
        question = self.results.question
        synonyms = [one for one in synonyms_of(self.index) if one.code in question.plan.terms]
        sequences = [
            (one.code, sequence(name, question.analyzer)) for one in synonyms for name in one.found
        ]
        ids = question.lexicon.terms({term for _code, terms in sequences for term in terms})
        return Phrases(
            ([ids[term].id for term in terms], question.plan.terms[code].id)
            for code, terms in sequences
            if all(term in ids for term in terms)
        )


def how_it_answers(group: Group, text: str, question: Question) -> str:
    """Return in plain words why a term answers a word of a search."""
    analyzer, plan = question.analyzer, question.plan
    if text.startswith(CODE):
        return "a name that means the same"
    if text == analyzer.term(group.surface):
        return "as asked, or another ending of it"
    if group.corrected_to and text == analyzer.term(group.corrected_to):
        return f"corrected to “{group.corrected_to}”"
    if group.corrected_to:
        return "another likely correction"
    if group.alternatives[text] < 1 and text.startswith(group.surface[:3]):
        return "the word goes on like this"
    if group.alternatives[text] < 1:
        return "a similar spelling"
    joined = {token.term for token in plan.tokens if token.is_closed}
    return "written as one word" if text in joined or group.surface in text else "another form"
