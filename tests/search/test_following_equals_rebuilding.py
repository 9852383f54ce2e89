"""An index that followed its documents is the one that a rebuild of them makes."""

from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Site

from core.passages import Facet, Passage
from search.catching_up import bring_in
from search.engine import updating
from search.engine.analysis import analyzer_for
from search.engine.asking import Question
from search.engine.building import Building
from search.engine.constants import BLOCK
from search.engine.findable import Findable
from search.engine.packing import WEIGHT_MASK, place_of, unpack_block
from search.engine.synonyms import code_phrases
from search.engine.updating import put
from search.engine.weighing import locked, weigh_again, weigh_rows
from search.models import (
    Document,
    EditorsSynonym,
    FacetValue,
    Name,
    Posting,
    SearchIndex,
    Term,
    Waiting,
    Word,
)

pytestmark = pytest.mark.django_db

WORDS = ["heron", "herons", "weir", "well-being", "egret", "the", "flood", "CCG", "water", "waters"]
PAGES = ["page:1", "page:1#a", "page:2", "page:3", "page:30"]

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@st.composite
def documents(draw) -> Findable:
    """Return a document of one of the pages, with whatever it says."""
    fields = st.sampled_from(["summary", "headings", "body", "quotation"])
    passages = draw(st.lists(st.builds(Passage, fields, texts), max_size=4))
    years = draw(st.lists(st.sampled_from(["2024", "2025", "2026"]), max_size=2, unique=True))
    return Findable(
        key=draw(st.sampled_from(PAGES)),
        kind="page",
        title=draw(texts),
        passages=[one for one in passages if one.text],
        page_id=1,
        names=draw(st.lists(texts, max_size=2)),
        facets=[Facet("year", year, year) for year in years],
        is_called=draw(st.booleans()),
    )


steps = st.lists(st.one_of(documents(), st.sampled_from(PAGES)), min_size=1, max_size=8)


def followed(edits: list) -> tuple[SearchIndex, dict[str, Findable]]:
    """Return an index that took every edit by itself, and the documents that are left."""
    index, there = built([Findable("page:0", "page", "The weir of before", [])]), {}
    for edit in edits:
        if isinstance(edit, Findable):
            put(index, [edit])
            there[edit.key] = edit
        else:
            put(index, [], gone=[edit])
            there.pop(edit, None)
    put(index, [], gone=["page:0"])
    index.refresh_from_db()
    return index, there


def built(listed) -> SearchIndex:
    building = Building(Site.objects.get(is_default_site=True), "en")
    building.add(listed)
    return building.finish()


def contents(index: SearchIndex) -> dict:
    """Return what an index holds, with keys in place of the numbers and ids of its rows."""
    keys = dict(Document.objects.filter(index=index).values_list("number", "key"))
    terms = dict(Term.objects.filter(index=index).values_list("pk", "text"))
    rows = Document.objects.filter(index=index)
    names = Name.objects.filter(index=index)
    return {
        "averages": index.averages,
        "documents": {
            row.key: (row.digest, row.lengths, row.facets, [terms[code] for code in row.codes])
            for row in rows
        },
        "number": index.documents,
        "lengths": {name: total for name, total in index.lengths.items() if total},
        "terms": counted(Term, index, "text", "documents"),
        "words": counted(Word, index, "surface", "count"),
        "names": Counter(names.values_list("document__key", "text", "is_whole", "is_name")),
        "facets": facets(index, keys),
        "weights": {
            (terms[row.term_id], keys[row.block * BLOCK + place_of(value)]): value & WEIGHT_MASK
            for row in Posting.objects.filter(term__in=list(terms))
            for value in unpack_block(row.packed)
        },
    }


def counted(model, index: SearchIndex, name: str, count: str) -> dict[str, int]:
    rows = model.objects.filter(index=index, **{f"{count}__gt": 0})
    return dict(rows.values_list(name, count))


def facets(index: SearchIndex, keys: dict[int, str]) -> dict:
    found = {}
    for row in FacetValue.objects.filter(index=index):
        bits = int.from_bytes(row.numbers, "little")
        if bits:
            found[row.name, row.value, row.label] = {
                keys[number] for number in range(bits.bit_length()) if bits >> number & 1
            }
    return found


def answers(index: SearchIndex) -> dict[str, set]:
    """Return the results of some searches with their scores."""
    keys = dict(Document.objects.filter(index=index).values_list("number", "key"))
    asked = [*WORDS, "heron weir", "the well being of egrets", "floods in water", "hreon"]
    found = {}
    for text in asked:
        question = Question(index, text)
        hits = question.rescored(question.scores.best(100))
        found[text] = {(keys[hit.number], hit.score) for hit in hits}
    return found


several = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def synonym(home):
    return EditorsSynonym.objects.create(language="en", names="flood water\nCCG")


@several
@given(edits=steps)
def test_a_small_index_that_followed_is_the_rebuilt_one(synonym, edits):
    index, there = followed(edits)
    again = built(there.values())
    assert contents(index) == contents(again)
    assert answers(index) == answers(again)


@several
@given(edits=steps)
def test_a_larger_index_is_the_rebuilt_one_once_it_is_weighed(synonym, edits):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(updating, "FEW", 0)
        index, there = followed(edits)
    again = built(there.values())
    same = {"averages", "weights"}
    assert without(contents(index), same) == without(contents(again), same)
    weigh_again(index)
    index.refresh_from_db()
    assert contents(index) == contents(again)
    assert answers(index) == answers(again)


@several
@given(edits=steps)
def test_documents_are_weighed_alike_whenever_they_came(synonym, edits):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(updating, "FEW", 0)
        index, _there = followed(edits)
    before = contents(index)
    with transaction.atomic():
        rows = Document.objects.filter(index=index)
        weigh_rows(locked(index), rows, code_phrases(index, analyzer_for("en"), {}))
    assert contents(index) == before


@several
@given(edits=steps, names=st.lists(st.sampled_from(["egret", "weir", "CCG"]), max_size=3))
def test_an_index_follows_names_that_mean_something_else(synonym, edits, names):
    synonym.save()  # As it was before the last example.
    index, there = followed(edits)
    before = EditorsSynonym.objects.get(pk=synonym.pk)
    before.names = "\n".join(["water", *names])
    before.save()
    for name in ("flood water", "CCG", "water", *names):
        bring_in(index, Waiting.NAME, name)
    again = built(there.values())
    assert contents(index) == contents(again)
    assert answers(index) == answers(again)


def test_all_are_weighed_again_only_when_an_average_has_changed_much(home):
    index = built([Findable("page:0", "page", "One two three four", [])])
    assert not weigh_again(index)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(updating, "FEW", 0)
        put(index, [Findable("page:1", "page", "One two three four five", [])])
    assert not weigh_again(index, least=0.2)
    assert weigh_again(index, least=0.1)
    index.refresh_from_db()
    assert index.averages == {"title": 4.5}


def without(held: dict, names: set[str]) -> dict:
    return {name: value for name, value in held.items() if name not in names}
