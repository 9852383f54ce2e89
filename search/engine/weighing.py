"""Weighs stored documents again: when names mean something else, or fields have grown.

Weights hold a field's length against the average of all documents. That moves with every
publication, so it is kept as of the last weighing: all documents are weighed alike, as they are
after a rebuild.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import QuerySet

from search.engine.analysis import analyzer_for
from search.engine.building import averages_of, means_of
from search.engine.constants import BLOCK
from search.engine.counting import count_terms
from search.engine.equivalents import Phrases, codes_in
from search.engine.packing import unpack_terms
from search.engine.postings import edit
from search.engine.rows import in_parts
from search.engine.synonyms import code_phrases
from search.engine.weights import weights_of
from search.models import Document, SearchIndex


def locked(index: SearchIndex) -> SearchIndex:
    """Return an index as it is now; nobody else writes to it until the transaction ends."""
    return SearchIndex.objects.select_for_update().get(pk=index.pk)


def take_up_names(index: SearchIndex, numbers: Iterable[int]) -> None:
    """Give documents the codes of names that mean something else now, some at a time."""
    for some in in_parts(sorted(numbers), BLOCK):
        with transaction.atomic():
            held = locked(index)
            documents = Document.objects.filter(index=index, number__in=some)
            weigh_rows(held, documents, _phrases(held), only_codes=True)


def weigh_again(index: SearchIndex, least: float = 0.0) -> bool:
    """Weigh all documents by the lengths that fields have now; tell whether that was needed.

    It is if one has changed by more than the share `least` since the last time. Documents that
    are put in meanwhile are weighed by the lengths of before, until the next time.
    """
    index.refresh_from_db()
    means = means_of(index)
    if not _is_worn(index, means, least):
        return False
    for start in range(0, index.next_number, BLOCK):
        with transaction.atomic():
            held = locked(index)
            held.averages = means
            documents = Document.objects.filter(
                index=index, number__range=(start, start + BLOCK - 1)
            )
            weigh_rows(held, documents, _phrases(held))
    SearchIndex.objects.filter(pk=index.pk).update(averages=means)
    return True


def _is_worn(index: SearchIndex, means: Mapping[str, float], least: float) -> bool:
    before = index.averages
    if not before or not least:
        return before != means
    # Below one word, nothing is held against a field: see weights_of.
    shares = (
        max(1.0, before.get(name, 0.0)) / max(1.0, means.get(name, 0.0))
        for name in before.keys() | means.keys()
    )
    return any(abs(share - 1) > least for share in shares)


def _phrases(index: SearchIndex) -> Phrases:
    return code_phrases(index, analyzer_for(index.language), {})


def weigh_rows(
    index: SearchIndex, documents: QuerySet, phrases: Phrases, *, only_codes: bool = False
) -> None:
    """Weigh stored documents, with the codes that their words give them now.

    `only_codes` leaves all other terms as they are: names change nothing about them.
    """
    edits: dict[int, dict[int, int | None]] = {}
    terms: Counter[int] = Counter()
    changed = []
    averages = averages_of(index)
    for row in documents.only("number", "terms", "codes"):
        fields = unpack_terms(row.terms)
        codes = codes_in(fields, phrases)
        now = sorted({code for found in codes.values() for code in found})
        weights = weights_of(fields, codes, averages) if now or not only_codes else {}
        if only_codes:
            weights = {code: weights[code] for code in now}
        edits[row.number] = dict.fromkeys(row.codes) | weights
        if now != row.codes:
            terms.subtract(row.codes)
            terms.update(now)
            row.codes = now
            changed.append(row)
    edit(edits)
    count_terms(terms)
    Document.objects.bulk_update(changed, ["codes"], batch_size=200)
