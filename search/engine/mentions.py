"""Which documents say all the words of a name."""

from search.engine.analysis import analyzer_for
from search.engine.constants import BLOCK
from search.engine.lexicon import Lexicon
from search.engine.packing import place_of, unpack_block
from search.engine.synonyms import sequence
from search.models import Posting, SearchIndex


def numbers_that_say(index: SearchIndex, name: str) -> set[int]:
    """Return the numbers of documents that say all the words of a name, in any order."""
    terms = sequence(name, analyzer_for(index.language))
    known = Lexicon(index).terms(terms)
    if not terms or not all(term in known for term in terms):
        return set()
    numbers: set[int] | None = None
    for term in sorted(set(terms), key=lambda one: known[one].documents):
        has = _numbers(known[term].id)
        numbers = has if numbers is None else numbers & has
    return numbers or set()


def _numbers(term: int) -> set[int]:
    rows = Posting.objects.filter(term_id=term).values_list("block", "packed")
    return {
        block * BLOCK + place_of(value) for block, packed in rows for value in unpack_block(packed)
    }
