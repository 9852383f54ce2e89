"""Reads a judged collection: documents, questions, and which documents answer which.

A folder holds `docs.jsonl` {"id", "title", "text"}, `queries.jsonl` {"id", "text"}, `qrels.tsv`
(question, document, grade; 1 and more is relevant), and under `sets/` questions derived from it,
a set a file: {"id", "text", "clean", "target"}. `text` is the question in a changed form, `clean`
as it was before, `target` the one document that is looked for.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

NATURAL = "natural"
# Its targets are questions of the collection, with all that answers those.
NATURAL_WITH_ERRORS = "natural-typo"
CLEAN = ".clean"

type Grades = dict[str, int]


class BrokenCollection(Exception):  # noqa: N818  The message says what is wrong, and where.
    """A folder is no judged collection."""


class JudgedDocument(NamedTuple):
    """A document of a collection."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class QuestionSet:
    """Questions of one kind: {id: text}, and {id: {document id: grade}} of what answers them."""

    name: str
    questions: dict[str, str]
    judgements: dict[str, Grades]


@dataclass(frozen=True)
class Collection:
    """A judged collection; the sets are in order, each derived one followed by its control."""

    name: str
    documents: list[JudgedDocument]
    sets: list[QuestionSet]

    @property
    def questions(self) -> int:
        """Return how many questions all sets have."""
        return sum(len(one.questions) for one in self.sets)


def read_collection(folder: Path) -> Collection:
    """Return the collection in a folder. Raise BrokenCollection with file, line and fault."""
    if not folder.is_dir():
        raise BrokenCollection(f"There is no folder {folder}.")
    documents = [JudgedDocument(*row) for row in _rows(folder / "docs.jsonl", *_DOCUMENT)]
    _refuse_twice(folder / "docs.jsonl", [document.id for document in documents])
    questions: dict[str, str] = {}
    questions.update((row[0], row[1]) for row in _rows(folder / "queries.jsonl", "id", "text"))
    judgements = _judgements(folder / "qrels.tsv")
    judged = {one: text for one, text in questions.items() if one in judgements}
    if not documents or not judged:
        raise BrokenCollection(f"{folder} has no documents, or no question that is judged.")
    sets = [QuestionSet(NATURAL, judged, {one: judgements[one] for one in judged})]
    for path in sorted((folder / "sets").glob("*.jsonl")):
        sets += _derived(path, judgements)
    return Collection(folder.name, documents, sets)


_DOCUMENT = ("id", "title", "text")


def _derived(path: Path, judgements: dict[str, Grades]) -> Iterator[QuestionSet]:
    """Yield a derived set and, where there is one, its control."""
    rows = list(_rows(path, "id", "text", "clean", "target"))
    changed = {one: text for one, text, _clean, _target in rows}
    if path.stem == NATURAL_WITH_ERRORS:
        strange = [target for *_row, target in rows if target not in judgements]
        if strange:
            raise BrokenCollection(f"{path}: no question “{strange[0]}” is judged in qrels.tsv.")
        answers = {one: judgements[target] for one, _text, _clean, target in rows}
        yield QuestionSet(path.stem, changed, answers)
        return
    wanted = {one: {target: 1} for one, _text, _clean, target in rows}
    yield QuestionSet(path.stem, changed, wanted)
    clean = {one: text for one, _text, text, _target in rows}
    yield QuestionSet(path.stem + CLEAN, clean, wanted)


def _judgements(path: Path) -> dict[str, Grades]:
    found: defaultdict[str, Grades] = defaultdict(dict)
    for place, line in _lines(path):
        try:
            question, document, grade = line.split("\t")
            found[question][document] = int(grade)
        except ValueError:
            raise BrokenCollection(
                f"{place} is not question, document and grade with tabs between them."
            ) from None
    return dict(found)


def _rows(path: Path, *names: str) -> Iterator[tuple[str, ...]]:
    """Yield the named texts of every line of a file of JSON objects."""
    for place, line in _lines(path):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BrokenCollection(f"{place} is no JSON: {error}.") from error
        values = [row.get(name) for name in names] if isinstance(row, dict) else [None]
        if not all(isinstance(value, str) for value in values):
            raise BrokenCollection(f"{place} is no object with the texts {', '.join(names)}.")
        yield tuple(values)


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (place in words, line) for every line with something in it."""
    try:
        # Not splitlines(): texts may hold signs that it takes for ends of lines.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenCollection(f"{path} can not be read: {error}.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield f"{path}, line {number},", line.rstrip("\r")


def _refuse_twice(path: Path, ids: list[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise BrokenCollection(f"{path}: two documents have the id “{one}”.")
        seen.add(one)
