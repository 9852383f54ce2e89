"""From an analysed document to the rows that are kept of it."""

import re
from collections.abc import Iterable, Mapping

from search.engine.analysis import APOSTROPHE, HYPHEN, Analyzer, fold
from search.engine.entries import Entry, pack_passages
from search.engine.findable import Findable
from search.engine.lexicon import without_a_letter
from search.engine.packing import SAME_PLACE, pack_terms
from search.models import Deletion, Document, Name, SearchIndex, Term, Word

LONGEST_NAME = 200
SIGN = re.compile(r"[^\w\s'’‘ʼ＇]|_")
# Rows in one statement: SQLite takes 32,766 values, PostgreSQL 65,535.
ROWS_AT_ONCE = 2_000


def document_row(
    index: SearchIndex, number: int, document: Findable, entry: Entry, ids: Mapping[str, int]
) -> Document:
    """Return a document's own row. `ids` knows the id of every term of it."""
    terms = {
        name: [ids[term] | SAME_PLACE * is_same for term, is_same in listed]
        for name, listed in entry.terms.items()
    }
    return Document(
        index=index,
        number=number,
        key=document.key,
        page_id=document.page_id,
        file_id=document.file_id,
        kind=document.kind,
        title=document.title,
        dated=document.dated,
        expires_at=document.expires_at,
        lengths=dict(entry.lengths),
        facets=[[facet.name, facet.value] for facet in document.facets],
        terms=pack_terms(terms),
        passages=pack_passages(entry),
        digest=document.digest,
    )


def name_rows(
    index: SearchIndex, row: Document, document: Findable, analyzer: Analyzer
) -> list[Name]:
    """Return a document's title and names, whole and from each telling word on."""
    if not document.is_called:
        return []
    rows = []
    for called, is_name in [(document.title, False), *((name, True) for name in document.names)]:
        words = called_words(called)[:LONGEST_NAME]
        for at, word in enumerate(words):
            if at and analyzer.is_stop_word(word):
                continue
            text = " ".join(words[at:])[:LONGEST_NAME]
            rows.append(
                Name(index=index, document=row, text=text, is_whole=not at, is_name=is_name)
            )
    return rows


def called_words(text: str) -> list[str]:
    """Return the words of a title, name or query in the form in which titles are compared.

    Nobody types the colon of "Friday at four: what we learned".
    """
    words = APOSTROPHE.sub("'", SIGN.sub(" ", fold(text))).split()
    return [bare for word in words if (bare := word.strip("'"))]


def folded_words(text: str) -> list[str]:
    """Return the words of a query in the form in which queries are compared.

    A hyphen parts words, so that "singh" begins one of "Holloway-Singh"; an apostrophe does not.
    """
    return APOSTROPHE.sub("'", HYPHEN.sub(" ", fold(text))).split()


def term_ids(index: SearchIndex, texts: Iterable[str], known: dict[str, int]) -> None:
    """Make the terms that are missing, and add the ids of all of `texts` to `known`."""
    for some in in_parts(sorted({text for text in texts if text not in known})):
        found = Term.objects.filter(index=index, text__in=some).values_list("text", "pk")
        known.update(found)
        if missing := [text for text in some if text not in known]:
            rows = [Term(index=index, text=text) for text in missing]
            Term.objects.bulk_create(rows, ignore_conflicts=True)
            known.update(found.filter(text__in=missing))


def add_words(index: SearchIndex, counts: Mapping[str, int], terms: Mapping[str, str]) -> None:
    """Make words that are new, each with what is left of it without one of its letters."""
    for some in in_parts(sorted(counts)):
        rows = [Word(index=index, surface=one, term=terms[one], count=counts[one]) for one in some]
        Word.objects.bulk_create(rows)
        shortened = [
            Deletion(index=index, text=text, word=row)
            for row in rows
            for text in sorted(without_a_letter(row.surface))
        ]
        for part in in_parts(shortened):
            Deletion.objects.bulk_create(part)


def in_parts(rows: list, most: int = ROWS_AT_ONCE) -> Iterable[list]:
    """Yield a list in parts, by default as long as one statement takes."""
    for start in range(0, len(rows), most):
        yield rows[start : start + most]
