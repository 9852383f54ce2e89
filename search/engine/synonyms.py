"""Where equivalent names come from: what texts tell of, and what the site says.

The site gives `equivalent_names()`: tuples of names of one thing (an organisation's, say) and the
synonyms of editors. A code's text is made of its names, so that it is the same after a rebuild.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.equivalents import equivalent_names
from search.engine.analysis import Analyzer
from search.engine.equivalents import CODE, Phrases
from search.engine.rows import term_ids
from search.models import Acronym, SearchIndex


@dataclass(frozen=True)
class Synonym:
    """Names of one thing. Those in `found` are found by those in `asked`, and by each other."""

    found: tuple[str, ...]
    asked: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Return the term that stands for all of them."""
        return f"{CODE}{self.found[0]}"[:70].casefold()


_sources: list[Callable[[SearchIndex], Iterable[Synonym]]] = []


def register(source: Callable[[SearchIndex], Iterable[Synonym]]) -> None:
    """Let `source` say what means the same in an index, beside its texts and the site's names."""
    if source not in _sources:
        _sources.append(source)


def synonyms_of(index: SearchIndex) -> list[Synonym]:
    """Return every synonym of an index: those of its texts, and those that the site gives."""
    acronyms = Acronym.objects.filter(index=index).values_list("short", "long")
    named = [Synonym(names) for names in equivalent_names()]
    others = [synonym for source in _sources for synonym in source(index)]
    return [*(Synonym((short, long)) for short, long in acronyms), *named, *others]


def code_phrases(index: SearchIndex, analyzer: Analyzer, known: dict[str, int]) -> Phrases:
    """Return the phrases that give a document its codes, in ids; `known` learns them."""
    synonyms = synonyms_of(index)
    sequences = [(one.code, sequence(name, analyzer)) for one in synonyms for name in one.found]
    wanted = {code for code, _terms in sequences} | {t for _code, terms in sequences for t in terms}
    term_ids(index, wanted, known)
    return Phrases(([known[term] for term in terms], known[code]) for code, terms in sequences)


def asking_phrases(index: SearchIndex, analyzer: Analyzer) -> Phrases:
    """Return the phrases by which a query asks for a code, in texts."""
    return Phrases(
        (sequence(name, analyzer), one.code)
        for one in synonyms_of(index)
        for name in (*one.found, *one.asked)
    )


def sequence(name: str, analyzer: Analyzer) -> list[str]:
    """Return the terms of a name in order, without closed forms."""
    return [token.term for token in analyzer.tokens(name) if not token.is_closed]
