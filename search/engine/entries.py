"""A document once its text is analysed: terms in order, words as written, passages to show."""

import json
import zlib
from collections import Counter
from dataclasses import dataclass, field

from core.passages import Passage
from search.engine.analysis import Analyzer, Token
from search.engine.constants import FIELDS, MOST_WORDS_IN_DOCUMENT
from search.engine.findable import Findable


@dataclass
class Entry:
    """The terms of each field in order, and how often each word is written."""

    # {field: [(term, whether it stands at the place of the one before)]}
    terms: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    lengths: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    term_of_word: dict[str, str] = field(default_factory=dict)
    # (passage, how many places its words take)
    passages: list[tuple[Passage, int]] = field(default_factory=list)

    def add(self, passage: Passage, tokens: list[Token]) -> None:
        """Add a passage and its words."""
        terms = self.terms.setdefault(passage.field, [])
        place = -1
        for token in tokens:
            terms.append((token.term, token.position == place))
            place = token.position
            if token.surface.isalpha():
                self.words[token.surface] += 1
                self.term_of_word[token.surface] = token.term
        self.lengths[passage.field] += place + 1
        self.passages.append((passage, place + 1))


def entry_of(document: Findable, analyzer: Analyzer) -> Entry:
    """Return a document analysed; what is beyond the longest document is left out."""
    entry, room = Entry(), MOST_WORDS_IN_DOCUMENT
    for passage in document.all_passages:
        if passage.field not in FIELDS:
            raise ValueError(f"There is no field {passage.field!r}: use one of {list(FIELDS)}.")
        tokens = analyzer.tokens(passage.text)[:room]
        if tokens:
            entry.add(passage, tokens)
        room -= len(tokens)
    return entry


def pack_passages(entry: Entry) -> bytes:
    """Return an entry's passages as bytes."""
    rows = [[one.field, one.text, one.anchor, one.label, places] for one, places in entry.passages]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 6)


def unpack_passages(stored: bytes) -> list[tuple[Passage, int]]:
    """Return what `pack_passages` packed: (passage, how many places its words take)."""
    rows = json.loads(zlib.decompress(stored))
    return [(Passage(*row[:-1]), row[-1]) for row in rows]
