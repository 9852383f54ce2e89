"""Writes postings: what documents of a block give to each term, only where it differs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from django.db import connection

from search.engine.constants import BLOCK, WEIGHT_BITS
from search.engine.packing import packed
from search.engine.rows import in_parts
from search.models import Posting

BYTES = 4  # a document

# {term id: {document's number: its weight there, or None where it goes}}
type Edits = Mapping[int, Mapping[int, int | None]]


def edit(edits: Mapping[int, Mapping[int, int | None]]) -> None:
    """Put documents in and take them out. `edits` are {number: {term id: weight or None}}."""
    blocks: dict[int, dict[int, dict[int, int | None]]] = defaultdict(lambda: defaultdict(dict))
    for number, weights in edits.items():
        for term, weight in weights.items():
            blocks[number // BLOCK][term][number] = weight
    for block, wanted in blocks.items():
        for terms in in_parts(sorted(wanted)):
            _edit_block(block, {term: wanted[term] for term in terms})


def _edit_block(block: int, edits: Edits) -> None:
    rows = Posting.objects.filter(term_id__in=list(edits), block=block)
    before = {term: bytes(stored) for term, stored in rows.values_list("term_id", "packed")}
    after = {term: _edited(before.get(term, b""), edits[term]) for term in edits}
    changed = {term: stored for term, stored in after.items() if stored != before.get(term, b"")}
    gone = [term for term, stored in changed.items() if not stored]
    if gone:
        empty = Posting.objects.filter(term_id__in=gone, block=block)
        empty._raw_delete(empty.db)  # Nothing hangs on them; a cascade would look.
    write((term, block, stored) for term, stored in changed.items() if stored)


def _edited(stored: bytes, edits: Mapping[int, int | None]) -> bytes:
    """Return the postings of a term in a block with some documents' changed."""
    for number, weight in edits.items():
        place = number % BLOCK
        values = np.frombuffer(stored, dtype="<u4")
        start, end = np.searchsorted(values, (place << WEIGHT_BITS, place + 1 << WEIGHT_BITS))
        now = b"" if weight is None else packed(number, weight).to_bytes(BYTES, "little")
        stored = stored[: start * BYTES] + now + stored[end * BYTES :]
    return stored


def write(rows: Iterable[tuple[int, int, bytes]]) -> None:
    """Write rows (term id, block, packed), in place of those that there are."""
    for some in in_parts(list(rows)):
        values = ", ".join(["(%s, %s, %s)"] * len(some))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO search_posting (term_id, block, packed) VALUES {values} "  # noqa: S608
                "ON CONFLICT (term_id, block) DO UPDATE SET packed = excluded.packed",
                [value for row in some for value in row],
            )
