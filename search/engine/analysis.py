"""From text to terms: what is the same word for the index and for a query.

Unicode is normalised (NFKC), case and diacritics are folded, words are cut to their stems in the
language of the page. A compound ("co-operation", "patient's", "N.H.S.", "R&D") gives its parts
and, at the place of the first, its closed form. Chinese, Japanese and Korean, which put no spaces
between words, give pairs of signs.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from search.engine.constants import LONGEST_WORD
from search.engine.languages import Language, language_of

JOINERS = "'’‘ʼ＇‐‑\\-/.&"
# Signs that nobody sees and that part no word: soft hyphens, zero widths, directions.
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
WORD = rf"[^\W_][^\W_{UNSEEN}]*(?:[{UNSEEN}]+[^\W_]+)*"
PIECE = re.compile(rf"{WORD}(?:[{JOINERS}]{WORD})*")
JOINER = re.compile(rf"[{JOINERS}]")
APOSTROPHE = re.compile(r"['’‘ʼ＇]")
HYPHEN = re.compile(r"[‐‑–—-]")
INVISIBLE = re.compile(rf"[{UNSEEN}]")
# Han, kana, hangul: no spaces between words.
UNSPACED = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003134f]+"
)
POSSESSIVE = {"s"}
CONTRACTED = {"t", "d", "m", "ll", "re", "ve"}


class Token(NamedTuple):
    """A word of a text: its place among the words, as written (folded), and its term.

    `start` and `end` are its place in the text among the characters. `is_closed` marks the
    closed form of a compound: its parts follow, the first at the same place.
    """

    position: int
    surface: str
    term: str
    start: int
    end: int
    is_closed: bool = False


class Analyzer:
    """Cuts texts of one language into tokens."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.term = lru_cache(maxsize=100_000)(self._term)
        self.plain = lru_cache(maxsize=100_000)(self._plain)

    def tokens(self, text: str, first: int = 0, last: int | None = None) -> list[Token]:
        """Return the tokens of a text in order; positions count words, closed forms not.

        Those before the position `first` and after `last` are left out, which is quicker.
        """
        found: list[Token] = []
        position = 0
        for match in PIECE.finditer(text):
            if last is not None and position > last:
                break
            piece = match.group()
            plain = self.plain(piece)
            if plain:
                if position >= first:
                    found.append(Token(position, *plain, *match.span()))
                position += 1
                continue
            tokens = list(self._tokens_of(piece, position, match.start()))
            position = tokens[-1].position + 1 if tokens else position
            found += [token for token in tokens if token.position >= first]
        return found

    def _plain(self, piece: str) -> tuple[str, str] | None:
        """Return surface and term of a piece that is one word; most are."""
        if JOINER.search(piece) or UNSPACED.search(piece):
            return None
        surface = fold(piece)[:LONGEST_WORD]
        return (surface, self.term(surface)) if surface else None

    def is_stop_word(self, surface: str) -> bool:
        """Tell whether a word says nothing by itself."""
        return surface in self.language.stop_words

    def _term(self, surface: str) -> str:
        return self.language.stem(surface)[:LONGEST_WORD]

    def _tokens_of(self, piece: str, position: int, start: int) -> Iterator[Token]:
        end = start + len(piece)
        parts = _parts(piece)
        if len(parts) > 1:
            closed = "".join(fold(part) for part, _at in parts)[:LONGEST_WORD]
            yield Token(position, closed, self.term(closed), start, end, is_closed=True)
        for part, at in parts:
            for word, offset in _words(part):
                surface = fold(word)[:LONGEST_WORD]
                if not surface:
                    continue
                begin = start + at + offset
                yield Token(position, surface, self.term(surface), begin, begin + len(word))
                position += 1


def _parts(piece: str) -> list[tuple[str, int]]:
    """Return the parts of a piece, each with its place in it.

    A possessive s goes; "don’t" and "N.H.S." are one word each.
    """
    parts, at = [], 0
    for part in JOINER.split(piece):
        parts.append((part, at))
        at += len(part) + 1
    if len(parts) == 1:
        return parts
    last = parts[-1][0].lower()
    is_after_apostrophe = APOSTROPHE.match(piece[parts[-1][1] - 1])
    if is_after_apostrophe and last in POSSESSIVE:
        return parts[:-1]
    is_contracted = is_after_apostrophe and last in CONTRACTED and len(parts) == 2
    if is_contracted or all(len(part) == 1 for part, _at in parts):
        return [("".join(part for part, _at in parts), 0)]
    return parts


def _words(part: str) -> Iterator[tuple[str, int]]:
    """Yield a part whole, or its unspaced writing in pairs of signs, each with its place."""
    place = 0
    for run in UNSPACED.finditer(part):
        if run.start() > place:
            yield part[place : run.start()], place
        signs = run.group()
        for at in range(max(1, len(signs) - 1)):
            yield signs[at : at + 2], run.start() + at
        place = run.end()
    if place < len(part):
        yield part[place:], place


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return a word in its one form: NFKC, no case, no diacritics, nothing that is not seen."""
    if word.isascii():
        return word.lower()
    word = INVISIBLE.sub("", word)
    parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    bare = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return unicodedata.normalize("NFKC", bare)


@cache
def analyzer_for(code: str) -> Analyzer:
    """Return the analyser for a locale's code."""
    return Analyzer(language_of(code))
