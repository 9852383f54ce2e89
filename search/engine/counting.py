"""Keeps the counts of an index true: documents of terms, words as written, facets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q

from core.passages import Facet
from search.engine.rows import add_words, in_parts
from search.models import FacetValue, SearchIndex, Word


def count_terms(more: Mapping[int, int]) -> None:
    """Add to the number of documents of terms: {term id: how many more}."""
    _add("UPDATE search_term SET documents = documents + more.column2", more)


def count_words(index: SearchIndex, more: Mapping[str, int], terms: Mapping[str, str]) -> None:
    """Add to how often words are written; `terms` says what becomes of each that is new."""
    differing = {surface: times for surface, times in more.items() if times}
    ids: dict[str, int] = {}
    for some in in_parts(sorted(differing)):
        known = Word.objects.filter(index=index, surface__in=some)
        ids.update(known.values_list("surface", "pk"))
    _add(
        "UPDATE search_word SET count = count + more.column2",
        {key: differing[surface] for surface, key in ids.items()},
    )
    new = {one: times for one, times in differing.items() if one not in ids and times > 0}
    add_words(index, new, terms)


def _add(statement: str, more: Mapping[int, int]) -> None:
    """Add to rows: {id: how much more}. One statement for each is thrice as slow on PostgreSQL."""
    rows = [(key, times) for key, times in sorted(more.items()) if times]
    for some in in_parts(rows):
        values = ", ".join(["(%s, %s)"] * len(some))
        with connection.cursor() as cursor:
            cursor.execute(
                f"{statement} FROM (VALUES {values}) AS more WHERE id = more.column1",
                [value for row in some for value in row],
            )


def count_facets(
    index: SearchIndex, before: Mapping[int, list[list[str]]], now: Mapping[int, list[Facet]]
) -> None:
    """Mark documents by what they are narrowed by: {number: facets}, as stored and as they are."""
    marks: dict[tuple[str, str], dict[int, bool]] = defaultdict(dict)
    labels: dict[tuple[str, str], str] = {}
    for number in before.keys() | now.keys():
        old = {(name, value) for name, value in before.get(number, ())}
        new = {(one.name, one.value): one.label for one in now.get(number, ())}
        labels |= new
        for one in old ^ new.keys():
            marks[one][number] = one in new
    wanted = marks.keys() | labels.keys()
    rows = _facets(index, wanted)
    for name, value in sorted(wanted):
        row = rows.get((name, value)) or FacetValue(index=index, name=name, value=value)
        label = labels.get((name, value)) or row.label
        if label != row.label or (name, value) in marks:
            row.label, row.numbers = label, _marked(row.numbers, marks[name, value])
            row.save()


def _facets(index: SearchIndex, wanted: Iterable[tuple[str, str]]) -> dict:
    asked = [Q(name=name, value=value) for name, value in wanted]
    if not asked:
        return {}
    rows = FacetValue.objects.filter(reduce(or_, asked), index=index)
    return {(row.name, row.value): row for row in rows}


def _marked(stored: bytes, marks: Mapping[int, bool]) -> bytes:
    """Return bits with those set that come, and those cleared that go."""
    bits = int.from_bytes(stored, "little")
    for number, is_on in marks.items():
        bits = bits | 1 << number if is_on else bits & ~(1 << number)
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")
