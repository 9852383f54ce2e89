"""Keeps an index true as pages change: a page with its quotations at a time.

What a change costs does not grow with the site: what is stored of a document is compared with
what it says now, and only what differs is written. A document keeps its number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction

from search.engine.analysis import analyzer_for
from search.engine.building import averages_of, means_of
from search.engine.constants import FEW
from search.engine.counting import count_facets, count_terms, count_words
from search.engine.entries import Entry, entry_of, unpack_passages
from search.engine.equivalents import Phrases, codes_in
from search.engine.findable import Findable
from search.engine.packing import TERM, unpack_terms
from search.engine.postings import edit
from search.engine.rows import document_row, in_parts, name_rows, term_ids
from search.engine.synonyms import code_phrases
from search.engine.weighing import locked, weigh_rows
from search.engine.weights import weights_of
from search.models import Document, Name, SearchIndex

NAMED = {"title", "names"}


@dataclass
class Change:
    """What becomes of a document: what is stored of it, if anything, and what it says now."""

    before: Document | None
    document: Findable | None
    entry: Entry
    row: Document | None = None


class Updating:
    """Writes to one index. Only one at a time does: the index's row is locked."""

    def __init__(self, index: SearchIndex) -> None:
        self.index = locked(index)
        self.analyzer = analyzer_for(index.language)
        self.ids: dict[str, int] = {}

    def write(self, documents: Sequence[Findable], gone: Sequence[str] = ()) -> int:
        """Put documents in, or what they say now; take out others; return how many differed."""
        keys = [*(document.key for document in documents), *gone]
        rows = Document.objects.filter(index=self.index, key__in=keys)
        stored = {row.key: row for row in rows}
        same = [
            stored[one.key]
            for one in documents
            if one.key in stored and stored[one.key].digest == one.digest
        ]
        is_same = {row.key for row in same}
        changes = [
            Change(stored.get(one.key), one, entry_of(one, self.analyzer))
            for one in documents
            if one.key not in is_same
        ]
        changes += [Change(stored[key], None, Entry()) for key in gone if key in stored]
        if changes:
            self._write(changes)
            if self.index.documents <= FEW:
                self._weigh_all()
        return len(changes) + _open(same)

    @cached_property
    def phrases(self) -> Phrases:
        """Return what gives documents their codes, asked for only when something is written."""
        return code_phrases(self.index, self.analyzer, self.ids)

    def _write(self, changes: list[Change]) -> None:
        codes = self._make_rows(changes)
        self._measure(changes)
        averages = averages_of(self.index)
        edits: dict[int, dict[int, int | None]] = defaultdict(dict)
        terms: Counter[int] = Counter()
        for change in changes:
            if change.before:
                old = _terms_of(change.before)
                terms.subtract(old)
                edits[change.before.number].update(dict.fromkeys(old))
            if change.row:
                fields = unpack_terms(change.row.terms)
                weights = weights_of(fields, codes[change.row.number], averages)
                terms.update(weights.keys())
                edits[change.row.number].update(weights)
        edit(edits)
        count_terms(terms)
        count_words(self.index, *self._words(changes))
        count_facets(
            self.index,
            {one.before.number: one.before.facets for one in changes if one.before},
            {one.row.number: one.document.facets for one in changes if one.row},
        )
        self._store(changes)

    def _weigh_all(self) -> None:
        """Weigh every document by the lengths that fields have now."""
        self.index.averages = means_of(self.index)
        self.index.save(update_fields=["averages"])
        weigh_rows(self.index, Document.objects.filter(index=self.index), self.phrases)

    def _make_rows(self, changes: list[Change]) -> dict[int, dict[str, Counter[int]]]:
        """Make the row of every document that stays or comes; return {number: its codes}."""
        listed = [terms for change in changes for terms in change.entry.terms.values()]
        term_ids(self.index, {term for terms in listed for term, _is_same in terms}, self.ids)
        found = {}
        for change in changes:
            if change.document is None:
                continue
            number = change.before.number if change.before else self.index.next_number
            self.index.next_number += not change.before
            change.row = document_row(self.index, number, change.document, change.entry, self.ids)
            found[number] = codes_in(unpack_terms(change.row.terms), self.phrases)
            change.row.codes = sorted({code for one in found[number].values() for code in one})
        return found

    def _measure(self, changes: list[Change]) -> None:
        """Bring the number of documents and the lengths of fields up to the changes."""
        lengths = Counter(self.index.lengths)
        for change in changes:
            lengths.subtract(change.before.lengths if change.before else {})
            lengths.update(change.entry.lengths)
            self.index.documents += (change.row is not None) - (change.before is not None)
        self.index.lengths = {name: max(0, total) for name, total in lengths.items()}
        self.index.save(update_fields=["documents", "next_number", "lengths"])

    def _words(self, changes: list[Change]) -> tuple[Counter[str], dict[str, str]]:
        """Return how much oftener each word is written now, and the term of each."""
        counts: Counter[str] = Counter()
        terms: dict[str, str] = {}
        for change in changes:
            counts.update(change.entry.words)
            terms |= change.entry.term_of_word
            if change.before:
                counts.subtract(entry_of(_document_of(change.before), self.analyzer).words)
        return counts, terms

    def _store(self, changes: list[Change]) -> None:
        """Write the documents' own rows and their names."""
        gone = [change.before.pk for change in changes if change.before and not change.row]
        for model, field in ((Name, "document__in"), (Document, "pk__in")):
            rows = model.objects.filter(**{field: gone})
            rows._raw_delete(rows.db)  # Nothing else hangs on them; a cascade would look.
        columns = [one.name for one in Document._meta.concrete_fields if not one.primary_key]
        Document.objects.bulk_create(
            [change.row for change in changes if change.row],
            update_conflicts=True,
            unique_fields=["index", "number"],
            update_fields=[name for name in columns if name not in {"index", "number"}],
        )
        self._name([change for change in changes if change.row])

    def _name(self, changes: list[Change]) -> None:
        """Write the names of documents that are called something else now."""
        wanted = {
            change.row.pk: name_rows(self.index, change.row, change.document, self.analyzer)
            for change in changes
        }
        there: dict[int, Counter] = defaultdict(Counter)
        rows = Name.objects.filter(document__in=list(wanted))
        for key, *called in rows.values_list("document", "text", "is_whole", "is_name"):
            there[key][tuple(called)] += 1
        different = [
            key
            for key, names in wanted.items()
            if there[key] != Counter((one.text, one.is_whole, one.is_name) for one in names)
        ]
        rows = Name.objects.filter(document__in=different)
        rows._raw_delete(rows.db)
        for part in in_parts([name for key in different for name in wanted[key]]):
            Name.objects.bulk_create(part)


def put(index: SearchIndex, documents: Iterable[Findable], gone: Iterable[str] = ()) -> int:
    """Put documents in and take out those whose keys are gone; return how many were written.

    A page is written in one transaction with what is found of it by itself, and each page in one
    of its own, so that nobody waits for all of them.
    """
    pages: dict[str, tuple[list[Findable], list[str]]] = defaultdict(lambda: ([], []))
    for document in documents:
        pages[_page_of(document.key)][0].append(document)
    for key in gone:
        pages[_page_of(key)][1].append(key)
    written = 0
    for now, before in pages.values():
        with transaction.atomic():
            written += Updating(index).write(now, before)
    return written


def _page_of(key: str) -> str:
    """Return the key of the page that a document is, or is a passage of."""
    return key.partition("#")[0]


def _open(rows: list[Document]) -> int:
    """Open documents that were closed for a while; return how many were."""
    closed = [row.pk for row in rows if not row.is_open]
    return Document.objects.filter(pk__in=closed).update(is_open=True) if closed else 0


def _terms_of(row: Document) -> set[int]:
    """Return the ids of all terms that a stored document has, codes included."""
    listed = unpack_terms(row.terms).values()
    return {term for one in listed for term in (one & TERM).tolist()} | set(row.codes)


def _document_of(row: Document) -> Findable:
    """Return a stored document, so that it can be analysed as it was."""
    passages = [passage for passage, _places in unpack_passages(row.passages)]
    others = [one for one in passages if one.field not in NAMED]
    title = "".join(one.text for one in passages if one.field == "title")
    names = [one.text for one in passages if one.field == "names"]
    return Findable(row.key, row.kind, title, others, names=names)
