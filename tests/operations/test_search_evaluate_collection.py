"""Judged collections are read whole, or refused with the place of the fault."""

import pytest

from operations.evaluation.collection import BrokenCollection, read_collection
from tests.operations.judged import DOCUMENTS, JUDGED, write_collection


@pytest.fixture
def folder(tmp_path):
    return write_collection(tmp_path)


def test_a_collection_is_read_with_every_set_and_its_control(folder):
    collection = read_collection(folder)
    assert [tuple(document) for document in collection.documents] == DOCUMENTS
    assert [one.name for one in collection.sets] == [
        *("natural", "natural-typo"),
        *("prefix", "prefix.clean", "spelling", "spelling.clean"),
    ]
    natural, errors, prefix, clean, *_others = collection.sets
    assert list(natural.questions) == ["q1", "q2", "q3"]
    assert errors.judgements == {"t1": JUDGED["q1"]}
    assert prefix.questions["p1"] == "rowing boa"
    assert clean.questions["p1"] == "rowing boats"
    assert prefix.judgements == clean.judgements == {"p1": {"boats": 1}, "p2": {"trees": 1}}
    assert collection.questions == 3 + 1 + 2 * 2 + 1 * 2


def test_a_line_separator_inside_a_text_ends_no_line(folder):
    with (folder / "docs.jsonl").open("a") as file:
        file.write('{"id": "new", "title": "One\u2028two", "text": "three\u0085four"}\n')
    assert read_collection(folder).documents[-1].text == "three\u0085four"


def test_a_collection_without_derived_sets_has_its_own_questions(folder):
    for path in (folder / "sets").iterdir():
        path.unlink()
    assert [one.name for one in read_collection(folder).sets] == ["natural"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("docs.jsonl", '{"id": "1", "title": "One"', "docs.jsonl, line 1, is no JSON"),
        ("docs.jsonl", '{"id": 1, "title": "One", "text": ""}', "line 1, is no object with"),
        ("docs.jsonl", "[]", "line 1, is no object with the texts id, title, text"),
        ("docs.jsonl", '{"id": "1", "title": "", "text": ""}\n' * 2, "two documents have the id"),
        ("docs.jsonl", "", "has no documents"),
        ("queries.jsonl", '\n{"id": "q1"}', "queries.jsonl, line 2, is no object"),
        ("qrels.tsv", "q1 bread 1", "qrels.tsv, line 1, is not question, document and grade"),
        ("qrels.tsv", "q1\tbread\tgood", "qrels.tsv, line 1, is not question"),
        ("qrels.tsv", "other\tbread\t1", "no question that is judged"),
        ("sets/prefix.jsonl", '{"id": "p"}', "prefix.jsonl, line 1, is no object"),
        (
            "sets/natural-typo.jsonl",
            '{"id": "t", "text": "x", "clean": "y", "target": "q9"}',
            "no question “q9” is judged",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(folder, name, text, told):
    (folder / name).write_text(text)
    with pytest.raises(BrokenCollection, match=told):
        read_collection(folder)


def test_a_missing_folder_or_file_is_told(folder):
    with pytest.raises(BrokenCollection, match="There is no folder"):
        read_collection(folder / "nowhere")
    (folder / "qrels.tsv").unlink()
    with pytest.raises(BrokenCollection, match=r"qrels.tsv can not be read"):
        read_collection(folder)
