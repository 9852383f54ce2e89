"""Keeps an index true as pages change: one document at a time, at a cost that does not grow.

A document keeps its number. What it said is taken out with the help of the order of terms kept
of it, and what it says now is put in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import F

from search.engine.analysis import Analyzer, analyzer_for
from search.engine.building import averages_of
from search.engine.constants import BLOCK
from search.engine.entries import Entry, entry_of, unpack_passages
from search.engine.equivalents import Phrases, codes_in
from search.engine.findable import Findable
from search.engine.packing import (
    TERM,
    pack_block,
    packed,
    place_of,
    unpack_block,
    unpack_terms,
)
from search.engine.rows import add_words, document_row, in_parts, name_rows, term_ids
from search.engine.synonyms import code_phrases
from search.engine.weights import weights_of
from search.models import Document, FacetValue, Name, Posting, SearchIndex, Term, Word


class Updating:
    """Writes to one index. Only one at a time does: the index's row is locked."""

    def __init__(self, index: SearchIndex) -> None:
        self.index = SearchIndex.objects.select_for_update().get(pk=index.pk)
        self.analyzer: Analyzer = analyzer_for(index.language)
        self.ids: dict[str, int] = {}
        self.phrases: Phrases = code_phrases(self.index, self.analyzer, self.ids)

    def put(self, document: Findable, *, again: bool = False) -> bool:
        """Put a document in, or what it says now; tell whether anything was written.

        `again` writes it also where it says the same: names may mean something else now.
        """
        before = Document.objects.filter(index=self.index, key=document.key).first()
        if before and before.digest == document.digest and not again:
            return _open(before)
        number = before.number if before else self.index.next_number
        if before:
            self._take_out(before)
        else:
            self.index.next_number += 1
        entry = entry_of(document, self.analyzer)
        texts = {term for listed in entry.terms.values() for term, _is_same in listed}
        term_ids(self.index, texts, self.ids)
        row = document_row(self.index, number, document, entry, self.ids)
        self._put_in(row, entry, document)
        return True

    def remove(self, key: str) -> bool:
        """Take a document out, and tell whether it was there."""
        before = Document.objects.filter(index=self.index, key=key).first()
        if before:
            self._take_out(before)
            self.index.save()
        return bool(before)

    def _put_in(self, row: Document, entry: Entry, document: Findable) -> None:
        fields = unpack_terms(row.terms)
        codes = codes_in(fields, self.phrases)
        row.codes = sorted({code for found in codes.values() for code in found})
        row.save(force_insert=True)
        self.index.documents += 1
        lengths = Counter(self.index.lengths)
        lengths.update(entry.lengths)
        self.index.lengths = dict(lengths)
        self.index.save()
        weights = weights_of(fields, codes, averages_of(self.index))
        _rewrite(row.number, weights.keys(), weights)
        Term.objects.filter(pk__in=weights).update(documents=F("documents") + 1)
        self._count_words(entry, +1)
        for part in in_parts(name_rows(self.index, row, document, self.analyzer)):
            Name.objects.bulk_create(part)
        for facet in document.facets:
            self._mark(facet.name, facet.value, row.number, label=facet.label)

    def _take_out(self, row: Document) -> None:
        listed = unpack_terms(row.terms).values()
        terms = {term for one in listed for term in (one & TERM).tolist()} | set(row.codes)
        _rewrite(row.number, terms, {})
        Term.objects.filter(pk__in=terms).update(documents=F("documents") - 1)
        entry = _entry_again(row, self.analyzer)
        self._count_words(entry, -1)
        for name, value in row.facets:
            self._mark(name, value, row.number, is_on=False)
        lengths = Counter(self.index.lengths)
        lengths.subtract(row.lengths)
        self.index.lengths = {name: max(0, total) for name, total in lengths.items()}
        self.index.documents = max(0, self.index.documents - 1)
        Name.objects.filter(document=row).delete()
        row.delete()

    def _count_words(self, entry: Entry, sign: int) -> None:
        surfaces = list(entry.words)
        known = Word.objects.filter(index=self.index, surface__in=surfaces)
        known = set(known.values_list("surface", flat=True))
        by_times: dict[int, list[str]] = defaultdict(list)
        for surface in known:
            by_times[entry.words[surface]].append(surface)
        for times, some in by_times.items():
            words = Word.objects.filter(index=self.index, surface__in=some)
            words.update(count=F("count") + sign * times)
        if sign > 0:
            new = {one: times for one, times in entry.words.items() if one not in known}
            add_words(self.index, new, entry.term_of_word)

    def _mark(self, name: str, value: str, number: int, *, label: str = "", is_on=True) -> None:
        facet, _is_new = FacetValue.objects.get_or_create(
            index=self.index, name=name, value=value, defaults={"label": label}
        )
        bits = int.from_bytes(facet.numbers, "little")
        bits = bits | 1 << number if is_on else bits & ~(1 << number)
        facet.numbers = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
        facet.label = label or facet.label
        facet.save()


def put(
    index: SearchIndex,
    documents: Iterable[Findable],
    gone: Iterable[str] = (),
    *,
    again: bool = False,
) -> int:
    """Put documents in and take out those whose keys are gone; return how many were written.

    Each is written in a transaction of its own, so that nobody waits for all of them.
    """
    written = 0
    for document in documents:
        with transaction.atomic():
            written += Updating(index).put(document, again=again)
    for key in gone:
        with transaction.atomic():
            written += Updating(index).remove(key)
    return written


def _open(row: Document) -> bool:
    """Open a document that was closed for a while; tell whether it was."""
    if row.is_open:
        return False
    row.is_open = True
    row.save(update_fields=["is_open"])
    return True


def _rewrite(number: int, terms: Iterable[int], weights: Mapping[int, int]) -> None:
    """Take a document out of the postings of `terms`, and put it in with `weights`."""
    block, place = divmod(number, BLOCK)
    for some in in_parts(sorted(terms)):
        rows = Posting.objects.filter(term_id__in=some, block=block)
        kept = {
            row.term_id: [one for one in unpack_block(row.packed) if place_of(one) != place]
            for row in rows
        }
        rows._raw_delete(rows.db)  # Nothing hangs on them; a cascade would look.
        for term in some:
            if term in weights:
                kept.setdefault(term, []).append(packed(number, weights[term]))
        Posting.objects.bulk_create(
            Posting(term_id=term, block=block, packed=pack_block(values))
            for term, values in sorted(kept.items())
            if values
        )


def _entry_again(row: Document, analyzer: Analyzer) -> Entry:
    """Return a stored document as it was analysed."""
    passages = [passage for passage, _places in unpack_passages(row.passages)]
    named = [one for one in passages if one.field in {"title", "names"}]
    others = [one for one in passages if one.field not in {"title", "names"}]
    titles = [one.text for one in named if one.field == "title"]
    names = [one.text for one in named if one.field == "names"]
    return entry_of(Findable(row.key, row.kind, "".join(titles), others, names=names), analyzer)
