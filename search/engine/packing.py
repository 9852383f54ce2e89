"""How postings and the order of terms are packed into rows."""

import zlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from search.engine.constants import BLOCK, FIELD_NAMES, WEIGHT_BITS

WEIGHT_MASK = (1 << WEIGHT_BITS) - 1
# Set on a term that stands at the place of the one before: a compound and its first part.
SAME_PLACE = 1 << 31
# What is left of it without that.
TERM = SAME_PLACE - 1


def packed(number: int, weight: int) -> int:
    """Return a document's place in its block and its weight as one number."""
    return (number % BLOCK) << WEIGHT_BITS | weight


def place_of(value: int) -> int:
    """Return the document's place in its block."""
    return value >> WEIGHT_BITS


def pack_block(values: Iterable[int]) -> bytes:
    """Return the postings of a block as bytes, four a document, in the order of documents."""
    return np.array(sorted(values), dtype="<u4").tobytes()


def unpack_block(stored: bytes) -> list[int]:
    """Return what `pack_block` packed."""
    return np.frombuffer(stored, dtype="<u4").tolist()


def pack_terms(fields: Mapping[str, Sequence[int]]) -> bytes:
    """Return the terms of each field in order, as bytes; `SAME_PLACE` may be set on each."""
    lengths = [len(fields.get(name, ())) for name in FIELD_NAMES]
    flat = [*lengths, *(term for name in FIELD_NAMES for term in fields.get(name, ()))]
    return zlib.compress(np.array(flat, dtype="<u4").tobytes(), 6)


def unpack_terms(stored: bytes) -> dict[str, NDArray[np.uint32]]:
    """Return what `pack_terms` packed, fields without terms left out."""
    flat = np.frombuffer(zlib.decompress(stored), dtype="<u4")
    lengths, terms = flat[: len(FIELD_NAMES)], flat[len(FIELD_NAMES) :]
    ends = np.cumsum(lengths)
    return {
        name: terms[end - length : end]
        for name, length, end in zip(FIELD_NAMES, lengths, ends, strict=True)
        if length
    }
