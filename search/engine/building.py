"""Builds an index from nothing, beside the one that answers, and lets it take over when whole.

Texts are analysed once, and kept as the order of their terms. Weights need the average length of
every field and the synonyms that the texts themselves tell of ("Long Name (LN)"), so they are
made from those orders afterwards.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from django.db import connection, transaction
from django.utils import timezone

from core.remembered import forget
from search.engine.acronyms import Acronyms
from search.engine.analysis import analyzer_for
from search.engine.constants import BLOCK, FORMAT
from search.engine.entries import Entry, entry_of
from search.engine.equivalents import Phrases, codes_in
from search.engine.findable import Findable
from search.engine.packing import pack_block, packed, unpack_terms
from search.engine.rows import add_words, document_row, in_parts, name_rows, term_ids
from search.engine.synonyms import code_phrases
from search.engine.weights import weights_of
from search.models import Acronym, Document, FacetValue, Name, Posting, SearchIndex


class Building:
    """One rebuild of one index."""

    def __init__(self, site, language: str) -> None:
        self.index = SearchIndex.objects.create(site=site, language=language, format=FORMAT)
        self.analyzer = analyzer_for(language)
        self.terms: dict[str, int] = {}
        self.words: Counter[str] = Counter()
        self.term_of_word: dict[str, str] = {}
        self.lengths: Counter[str] = Counter()
        self.facets: dict[tuple[str, str], list] = {}
        self.acronyms = Acronyms(self.analyzer)

    def add(self, documents: Iterable[Findable]) -> None:
        """Add documents; they are numbered in the order in which they come."""
        documents = list(documents)
        self.acronyms.read(documents)
        entries = [(document, entry_of(document, self.analyzer)) for document in documents]
        texts = {
            term
            for _document, entry in entries
            for listed in entry.terms.values()
            for term, _is_same in listed
        }
        with transaction.atomic():
            term_ids(self.index, texts, self.terms)
            self._write(entries)

    def _write(self, entries: list[tuple[Findable, Entry]]) -> None:
        rows, first = [], self.index.next_number
        for number, (document, entry) in enumerate(entries, start=first):
            rows.append(document_row(self.index, number, document, entry, self.terms))
            self._count(number, document, entry)
        Document.objects.bulk_create(rows, batch_size=200)
        names = [
            name
            for row, (document, _entry) in zip(rows, entries, strict=True)
            for name in name_rows(self.index, row, document, self.analyzer)
        ]
        for part in in_parts(names):
            Name.objects.bulk_create(part)
        self.index.next_number = first + len(rows)

    def _count(self, number: int, document: Findable, entry: Entry) -> None:
        self.words.update(entry.words)
        self.term_of_word.update(entry.term_of_word)
        self.lengths.update(entry.lengths)
        for facet in document.facets:
            bits = self.facets.setdefault((facet.name, facet.value), [facet.label, 0])
            bits[1] |= 1 << number

    def finish(self, report: Callable[[int, int], object] = lambda _done, _of: None) -> SearchIndex:
        """Weigh what was added; return the index, whole. `report` hears (documents, of all)."""
        self.index.documents = self.index.next_number
        self.index.lengths = dict(self.lengths)
        self.index.averages = means_of(self.index)
        with transaction.atomic():
            Acronym.objects.bulk_create(
                Acronym(index=self.index, short=short, long=long_name)
                for short, long_name in self.acronyms.kept.items()
            )
            self.index.save()
        phrases = code_phrases(self.index, self.analyzer, self.terms)
        for start in range(0, self.index.next_number, BLOCK):
            with transaction.atomic():
                self._weigh(start, phrases)
            report(min(BLOCK, self.index.next_number - start), self.index.next_number)
        with transaction.atomic():
            count_documents(self.index)
            add_words(self.index, self.words, self.term_of_word)
            self._keep_facets()
        return self.index

    def _weigh(self, start: int, phrases: Phrases) -> None:
        averages = averages_of(self.index)
        postings: dict[int, list[int]] = defaultdict(list)
        rows = Document.objects.filter(index=self.index, number__range=(start, start + BLOCK - 1))
        changed = []
        for row in rows.only("number", "terms").order_by("number"):
            fields = unpack_terms(row.terms)
            codes = codes_in(fields, phrases)
            row.codes = sorted({code for found in codes.values() for code in found})
            changed += [row] if row.codes else []
            for term, weight in weights_of(fields, codes, averages).items():
                postings[term].append(packed(row.number, weight))
        Document.objects.bulk_update(changed, ["codes"], batch_size=200)
        block = start // BLOCK
        made = [
            Posting(term_id=term, block=block, packed=pack_block(one))
            for term, one in postings.items()
        ]
        for part in in_parts(sorted(made, key=lambda posting: posting.term_id)):
            Posting.objects.bulk_create(part)

    def _keep_facets(self) -> None:
        FacetValue.objects.bulk_create(
            FacetValue(
                index=self.index,
                name=name,
                value=value,
                label=label,
                numbers=bits.to_bytes((bits.bit_length() + 7) // 8, "little"),
            )
            for (name, value), (label, bits) in sorted(self.facets.items())
        )


def averages_of(index: SearchIndex) -> dict[str, float]:
    """Return the lengths that the fields of an index's documents are weighed by.

    They are those of the last weighing of all documents: all are weighed alike.
    """
    return index.averages or means_of(index)


def means_of(index: SearchIndex) -> dict[str, float]:
    """Return the mean length of every field in words, as it is now."""
    number = max(1, index.documents)
    return {name: total / number for name, total in index.lengths.items() if total}


def count_documents(index: SearchIndex) -> None:
    """Set in how many documents each term stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_term SET documents = COALESCE((SELECT SUM(length(packed)) / 4 "
            "FROM search_posting WHERE term_id = search_term.id), 0) WHERE index_id = %s",
            [index.pk],
        )


def take_over(index: SearchIndex) -> None:
    """Let an index answer instead of the one before it."""
    same = SearchIndex.objects.filter(site=index.site, language=index.language)
    with transaction.atomic():
        same.update(is_current=False)
        index.is_current, index.built_at = True, timezone.now()
        # The rest of the row may be newer than this object: changes were brought in meanwhile.
        index.save(update_fields=["is_current", "built_at"])
        forget()


def throw_away(index: SearchIndex) -> None:
    """Delete an index, table by table: a cascade would read every row first."""
    with connection.cursor() as cursor:
        for statement in [
            "DELETE FROM search_posting WHERE term_id IN "
            "(SELECT id FROM search_term WHERE index_id = %s)",
            "DELETE FROM search_deletion WHERE index_id = %s",
            "DELETE FROM search_word WHERE index_id = %s",
            "DELETE FROM search_name WHERE index_id = %s",
            "DELETE FROM search_facetvalue WHERE index_id = %s",
            "DELETE FROM search_acronym WHERE index_id = %s",
            "DELETE FROM search_missed WHERE index_id = %s",
            "DELETE FROM search_term WHERE index_id = %s",
            "DELETE FROM search_document WHERE index_id = %s",
            "DELETE FROM search_searchindex WHERE id = %s",
        ]:
            cursor.execute(statement, [index.pk])
