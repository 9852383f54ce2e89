"""From a query to what is asked of the index: for each word, the terms that would answer it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from search.engine.analysis import Analyzer, Token
from search.engine.constants import (
    BESIDE_A_RARE_WORD,
    LONGEST_QUERY,
    MOST_WORDS_IN_QUERY,
    RARE,
    SHORTEST_PREFIX,
    SPLIT_WEIGHT,
)
from search.engine.equivalents import Phrases
from search.engine.lexicon import KnownTerm, KnownWord, Lexicon
from search.engine.spelling import Guess, best_split, completions, corrections, splits


@dataclass
class Group:
    """A word of the query with the terms that answer it: {text: how much it counts (0 to 1)}.

    `times` says how often the query says it, `corrected_to` what was meant instead.
    """

    position: int
    surface: str
    alternatives: dict[str, float] = field(default_factory=dict)
    times: int = 1
    corrected_to: str = ""

    def offer(self, term: str, weight: float) -> None:
        """Add an alternative, or let it count more."""
        self.alternatives[term] = max(weight, self.alternatives.get(term, 0))


@dataclass
class Plan:
    """All that a query asks for. `terms` knows every alternative of every group.

    `unanswered` are the words, as written, that nothing in the index answers or resembles.
    """

    text: str
    tokens: list[Token]
    groups: list[Group]
    terms: dict[str, KnownTerm]
    unanswered: list[str]

    @property
    def corrected(self) -> dict[str, str]:
        """Return {word as typed: word that results are shown for}."""
        return {group.surface: group.corrected_to for group in self.groups if group.corrected_to}


class Planner:
    """Plans queries for one index."""

    def __init__(self, lexicon: Lexicon, analyzer: Analyzer, phrases: Phrases) -> None:
        self.lexicon = lexicon
        self.analyzer = analyzer
        self.phrases = phrases

    def plan(self, text: str) -> Plan:
        """Return what a query asks for; no input is an error."""
        tokens = self.analyzer.tokens(text[:LONGEST_QUERY])
        parts = self._telling([token for token in tokens if not token.is_closed])
        codes = list(self.phrases.found(_places(tokens)))
        asked = self._asked(tokens, parts, [code for _start, _length, code in codes])
        groups = self._groups(parts, asked)
        self._offer_compounds(groups, tokens, asked)
        _offer_codes(groups, codes, asked.terms)
        unanswered = [group.surface for group in groups if not group.alternatives]
        groups = _merged([group for group in groups if group.alternatives])
        # "thier" means a word that a query is asked without.
        is_stop_word = self.analyzer.is_stop_word
        groups = [group for group in groups if not is_stop_word(group.corrected_to)] or groups
        terms = asked.terms
        most = sorted(groups, key=lambda one: -group_importance(one, terms, self.lexicon))
        kept = {id(group) for group in most[:MOST_WORDS_IN_QUERY]}
        groups = [group for group in groups if id(group) in kept]
        return Plan(text, tokens, groups, terms, list(dict.fromkeys(unanswered)))

    def _telling(self, parts: list[Token]) -> list[Token]:
        """Return the words that say something, or all if none does."""
        telling = [
            token
            for token in parts
            if not self.analyzer.is_stop_word(token.surface)
            and (len(token.surface) > 1 or not token.surface.isascii() or token.surface.isdigit())
        ]
        return telling or parts

    def _asked(self, tokens: list[Token], parts: list[Token], codes: list[str]) -> "Asked":
        """Look everything up that may be needed, in few queries whatever the length."""
        joined = {pair: self.analyzer.term(pair) for pair in _pairs(parts)}
        variants = {token.term: self.analyzer.language.variants(token.term) for token in parts}
        texts = {token.term for token in tokens} | set(joined.values()) | set(codes)
        texts |= {form for forms in variants.values() for form in forms}
        terms = self.lexicon.terms(texts)
        words = self.lexicon.words({token.surface for token in parts})
        unknown = {
            token.surface
            for token in parts
            if token.surface not in words and (token.surface.isalpha() or token.term not in terms)
        }
        last = parts[-1].surface if parts else ""
        begun = last in unknown and len(last) >= SHORTEST_PREFIX
        asked = Asked(terms, words, unknown, joined, variants)
        asked.completions = completions(self.lexicon.starting_with(last)) if begun else []
        if unknown:
            near = self.lexicon.near(unknown)
            asked.corrections = {one: corrections(one, near.get(one, [])) for one in unknown}
            halves = {half for one in unknown for pair in splits(one) for half in pair}
            asked.halves = self.lexicon.words(halves) if halves else {}
            asked.terms |= self.lexicon.terms(asked.guessed_terms)
        return asked

    def _groups(self, parts: list[Token], asked: "Asked") -> list[Group]:
        groups: list[Group] = []
        for token in parts:
            group = Group(token.position, token.surface)
            if token.term in asked.terms:
                group.offer(token.term, 1.0)
            for form in asked.variants.get(token.term, ()):
                if form in asked.terms:
                    group.offer(form, 1.0)
            if token.surface in asked.unknown:
                is_last = token is parts[-1]
                is_begun = is_last and asked.completions
                halves = best_split(token.surface, asked.halves)
                if halves and not group.alternatives and not is_begun:
                    groups += [
                        Group(token.position, half.surface, {half.term: SPLIT_WEIGHT})
                        for half in halves
                    ]
                    continue
                _guess(group, asked, token, is_last=is_last)
            groups.append(group)
        return groups

    def _offer_compounds(self, groups: list[Group], tokens: list[Token], asked: "Asked") -> None:
        """Let a closed form answer for its parts, and parts side by side for their closed form."""
        for token in tokens:
            if token.is_closed and token.term in asked.terms:
                for group in groups:
                    if group.position >= token.position and group.surface in token.surface:
                        group.alternatives.setdefault(token.term, 1.0)
        for left, right in pairwise(groups):
            term = asked.joined.get(left.surface + right.surface)
            if right.position == left.position + 1 and term in asked.terms:
                left.alternatives.setdefault(term, 1.0)
                right.alternatives.setdefault(term, 1.0)


@dataclass
class Asked:
    """What the index answered about a query's words."""

    terms: dict[str, KnownTerm]
    words: dict[str, KnownWord]
    unknown: set[str]
    joined: dict[str, str]
    variants: dict[str, list[str]]
    completions: list[Guess] = field(default_factory=list)
    corrections: dict[str, list[Guess]] = field(default_factory=dict)
    halves: dict[str, KnownWord] = field(default_factory=dict)

    @property
    def guessed_terms(self) -> set[str]:
        """Return the terms of every word that may have been meant."""
        guesses = [*self.completions, *(one for all_ in self.corrections.values() for one in all_)]
        return {guess.word.term for guess in guesses} | {w.term for w in self.halves.values()}


def _guess(group: Group, asked: Asked, token: Token, *, is_last: bool) -> None:
    """Offer what may have been meant by a word that the site does not know."""
    if is_last:
        for guess in asked.completions:
            group.offer(guess.word.term, guess.weight)
    guesses = asked.corrections.get(token.surface, [])
    if not group.alternatives:
        for guess in guesses:
            group.offer(guess.word.term, guess.weight)
        group.corrected_to = guesses[0].word.surface if guesses else ""
    elif token.term in asked.terms and asked.terms[token.term].documents <= RARE:
        for guess in guesses:
            group.alternatives.setdefault(guess.word.term, guess.weight * BESIDE_A_RARE_WORD)


def _pairs(parts: Sequence[Token]) -> list[str]:
    """Return neighbours written as one word."""
    return [
        left.surface + right.surface
        for left, right in pairwise(parts)
        if right.position == left.position + 1
    ]


def _places(tokens: list[Token]) -> list[list[str]]:
    places: list[list[str]] = []
    for token in tokens:
        if token.position == len(places):
            places.append([])
        places[token.position].append(token.term)
    return places


def _offer_codes(groups: list[Group], codes: list, terms: dict[str, KnownTerm]) -> None:
    """Let a synonym answer for the words it is said with; several words share its weight."""
    for start, length, code in codes:
        covered = [group for group in groups if start <= group.position < start + length]
        if code in terms:
            for group in covered:
                group.offer(code, 1.0 / len(covered))


def _merged(groups: list[Group]) -> list[Group]:
    """Count a word that is said twice twice, in one group."""
    merged: dict[tuple, Group] = {}
    for group in groups:
        same = merged.setdefault(tuple(sorted(group.alternatives)), group)
        if same is not group:
            same.times += 1
    return list(merged.values())


def group_importance(group: Group, terms: dict[str, KnownTerm], lexicon: Lexicon) -> float:
    """Return how telling a word of the query is: its best alternative, as often as it is said."""
    weighed = [
        lexicon.importance(terms[text].documents) * weight
        for text, weight in group.alternatives.items()
    ]
    return max(weighed, default=0) * group.times
