"""What is shown of a document: the few words of it that answer best, with the answers marked."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.passages import Passage
from search.engine.analysis import Analyzer, Token
from search.engine.constants import EXTRACT_FIELDS, EXTRACT_WORDS
from search.engine.equivalents import CODE, Phrases
from search.engine.lexicon import Lexicon
from search.engine.packing import SAME_PLACE, TERM
from search.engine.plan import Plan

# A place among the words, which word of the query is answered there, and how much that counts.
type Answer = tuple[int, int, int]

NOTHING = np.zeros(0, dtype=np.uint32)


class Part(NamedTuple):
    """Some text, and whether it is one of the words that were asked for."""

    text: str
    is_match: bool


@dataclass(frozen=True)
class Extract:
    """A piece of a passage in parts; `is_cut_before` and `is_cut_after` tell of more around it."""

    passage: Passage
    parts: list[Part]
    importance: int = 0
    is_cut_before: bool = False
    is_cut_after: bool = False


class Stretch(NamedTuple):
    """Some places of a passage in its field, and how much of the query stands there."""

    importance: int
    passage: Passage
    length: int
    start: int


class Extractor:
    """Makes extracts for one query."""

    def __init__(self, plan: Plan, lexicon: Lexicon, analyzer: Analyzer, phrases: Phrases) -> None:
        self.analyzer = analyzer
        self.texts = {text for group in plan.groups for text in group.alternatives}
        self.phrases = phrases
        self.words: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, group in enumerate(plan.groups):
            for text, weight in group.alternatives.items():
                known = plan.terms[text]
                worth = round(lexicon.importance(known.documents) * weight)
                self.words[known.id].append((at, worth))
        self.wanted = np.array(sorted(self.words), dtype=np.uint32)

    def marked(self, text: str) -> list[Part]:
        """Return a whole text, a title for instance, with the answers marked."""
        return self._parts(text, self.analyzer.tokens(text))

    def best(
        self, terms: Mapping[str, NDArray[np.uint32]], passages: Sequence[tuple[Passage, int]]
    ) -> Extract | None:
        """Return the piece that answers best; the summary's start where nothing does."""
        stretches = self._stretches(terms, passages)
        best = max(stretches, key=lambda one: one.importance, default=None)
        return self._extract(best) if best else None

    def _stretches(self, terms, passages) -> list[Stretch]:
        """Return the best stretch of every passage that extracts may come from."""
        found = []
        for name in EXTRACT_FIELDS:
            answers, first = self._answers(terms.get(name, NOTHING)), 0
            for passage, length in passages:
                if passage.field != name:
                    continue
                inside = [
                    (place - first, word, worth)
                    for place, word, worth in answers
                    if first <= place < first + length
                ]
                worth, start = _best_window(inside)
                found.append(Stretch(worth, passage, length, start))
                first += length
        return found

    def _answers(self, terms: NDArray[np.uint32]) -> list[Answer]:
        """Return where in a field the query is answered, in order."""
        bare = terms & TERM
        at = np.flatnonzero(np.isin(bare, self.wanted))
        places = np.cumsum(terms < SAME_PLACE)[at] - 1
        return [
            (place, word, worth)
            for place, term in zip(places.tolist(), bare[at].tolist(), strict=True)
            for word, worth in self.words[term]
        ]

    def _extract(self, stretch: Stretch) -> Extract:
        text, length = stretch.passage.text, stretch.length
        # Some words before the first answer tell what it is about.
        first = max(0, min(stretch.start - EXTRACT_WORDS // 4, length - EXTRACT_WORDS))
        last = first + EXTRACT_WORDS - 1
        shown = self.analyzer.tokens(text, first, last)
        if not shown:
            return Extract(stretch.passage, [Part(text, is_match=False)], stretch.importance)
        start = shown[0].start if first else 0
        end = shown[-1].end if last < length - 1 else len(text)
        return Extract(
            stretch.passage,
            self._parts(text, shown, start, end),
            stretch.importance,
            is_cut_before=start > 0,
            is_cut_after=end < len(text),
        )

    def _parts(
        self, text: str, tokens: list[Token], start: int = 0, end: int | None = None
    ) -> list[Part]:
        end = len(text) if end is None else end
        spans = sorted({(one.start, one.end) for one in tokens if one.term in self.texts})
        spans += self._phrase_spans(tokens)
        parts, at = [], start
        for begin, stop in sorted(spans):
            if begin < at:
                continue
            parts += [Part(text[at:begin], is_match=False)] if begin > at else []
            parts.append(Part(text[begin:stop], is_match=True))
            at = stop
        parts += [Part(text[at:end], is_match=False)] if at < end else []
        return parts

    def _phrase_spans(self, tokens: list[Token]) -> list[tuple[int, int]]:
        """Return where names stand that mean the same as one that was asked for."""
        asked = {text for text in self.texts if text.startswith(CODE)}
        words = [token for token in tokens if not token.is_closed]
        found = self.phrases.found([[token.term] for token in words]) if asked else ()
        return [
            (words[start].start, words[start + length - 1].end)
            for start, length, code in found
            if code in asked
        ]


def _best_window(hits: Sequence[Answer]) -> tuple[int, int]:
    """Return (importance, start) of the window with most of the query in it, the first such."""
    best, start, importance, end = 0, 0, 0, 0
    inside: dict[int, Counter[int]] = defaultdict(Counter)
    for at, first_word, first_worth in hits:
        # The window moves on: hits come in at its end, and go where it began.
        while end < len(hits) and hits[end][0] < at + EXTRACT_WORDS:
            _place, word, worth = hits[end]
            importance += max(0, worth - max(inside[word], default=0))
            inside[word][worth] += 1
            end += 1
        if importance > best:
            best, start = importance, at
        worths = inside[first_word]
        worths[first_worth] -= 1
        if not worths[first_worth]:
            del worths[first_worth]
            importance -= max(0, first_worth - max(worths, default=0))
    return best, start
