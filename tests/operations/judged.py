"""A small judged collection of our own, written to a folder: what tests evaluate."""

import json
from pathlib import Path

DOCUMENTS = [
    ("bread", "Baking bread at home", "Flour, water, salt & time.\n\nKnead the dough, then wait."),
    ("cakes", "Cakes for a celebration", "Sugar first. The colour of the icing is up to you."),
    ("boats", "Rowing boats on the canal", "Oars, a life-jacket and a friend who can swim."),
    ("locks", "Canal locks and how they work", "Boats rise as water fills the chamber."),
    ("knots", "", "A bowline is a loop that holds: <b>never</b> tie it round a dog."),
    ("trees", "Trees in winter", "Oak, ash and hornbeam by their buds, water or none."),
]
QUESTIONS = {
    "q1": "how do I bake bread",
    "q2": "boats on a canal",
    "q3": "water",
    "q4": "never asked of a judge",
}
JUDGED = {
    "q1": {"bread": 2, "cakes": 1},
    "q2": {"boats": 2, "locks": 1, "trees": 0},
    "q3": {"bread": 1, "locks": 1},
}
SETS = {
    "natural-typo": [("t1", "how do I bake braed", "how do I bake bread", "q1")],
    "prefix": [
        ("p1", "rowing boa", "rowing boats", "boats"),
        ("p2", "trees in win", "trees in winter", "trees"),
    ],
    "spelling": [("s1", "icing color", "icing colour", "cakes")],
}


def write_collection(folder: Path) -> Path:
    """Write the collection into a folder, and return that."""
    _write(
        folder / "docs.jsonl",
        [{"id": key, "title": title, "text": text} for key, title, text in DOCUMENTS],
    )
    _write(folder / "queries.jsonl", [{"id": one, "text": text} for one, text in QUESTIONS.items()])
    (folder / "qrels.tsv").write_text(
        "".join(
            f"{question}\t{document}\t{grade}\n"
            for question, grades in JUDGED.items()
            for document, grade in grades.items()
        )
    )
    (folder / "sets").mkdir()
    for name, rows in SETS.items():
        keys = ("id", "text", "clean", "target")
        _write(folder / f"sets/{name}.jsonl", [dict(zip(keys, row, strict=True)) for row in rows])
    return folder


def _write(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
