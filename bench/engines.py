"""Other engines, as they are commonly set up: SQLite's FTS5, bm25s and tantivy where installed.

They are no dependencies: whoever measures installs them (`pip install bm25s tantivy`).
"""

import importlib
import importlib.util
import re
import sqlite3
from collections.abc import Callable, Iterator

from bench.asking import DEEPEST
from operations.evaluation.collection import JudgedDocument

WORD = re.compile(r"[^\W_]+")

type Search = Callable[[str], list[str]]


def other_engines(documents: list[JudgedDocument]) -> Iterator[tuple[str, Search]]:
    """Yield (name, search) of every engine that this machine has, its index built."""
    yield "SQLite FTS5, porter, OR, title × 5", fts5(documents)
    for name, package, build in (
        ("bm25s (Lucene’s BM25, Snowball)", "bm25s", bm25s),
        ("tantivy, English stemming", "tantivy", tantivy),
    ):
        if importlib.util.find_spec(package):
            yield name, build(documents)


def fts5(documents: list[JudgedDocument]) -> Search:
    """Return a search by FTS5 itself, any word being enough."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(id UNINDEXED, title, text, "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    database.executemany("INSERT INTO found VALUES (?, ?, ?)", documents)

    def search(text: str) -> list[str]:
        words = dict.fromkeys(WORD.findall(text.lower()))
        rows = database.execute(
            "SELECT id FROM found WHERE found MATCH ? ORDER BY bm25(found, 0, 5, 1) LIMIT ?",
            (" OR ".join(f'"{word}"' for word in words), DEEPEST),
        )
        return [row[0] for row in rows] if words else []

    return search


def bm25s(documents: list[JudgedDocument]) -> Search:
    """Return a search by bm25s over title and text together."""
    package = importlib.import_module("bm25s")
    stemmer = importlib.import_module("Stemmer").Stemmer("english")
    options = {"stopwords": "en", "stemmer": stemmer, "show_progress": False}
    ranking = package.BM25(method="lucene", k1=1.2, b=0.75)
    texts = [f"{document.title} {document.text}" for document in documents]
    ranking.index(package.tokenize(texts, **options), show_progress=False)

    def search(text: str) -> list[str]:
        words = package.tokenize([text], return_ids=False, **options)
        if not words[0]:
            return []
        most = min(DEEPEST, len(documents))
        hits, scores = ranking.retrieve(words, k=most, show_progress=False)
        pairs = zip(hits[0], scores[0], strict=True)
        return [documents[hit].id for hit, score in pairs if score > 0]

    return search


def tantivy(documents: list[JudgedDocument]) -> Search:
    """Return a search by tantivy over title and text."""
    package = importlib.import_module("tantivy")
    schema = package.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in ("title", "text"):
        schema.add_text_field(name, tokenizer_name="en_stem")
    index = package.Index(schema.build())
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for document in documents:
        writer.add_document(package.Document(**document._asdict()))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        words = " ".join(WORD.findall(text.lower()))
        if not words:
            return []
        query = index.parse_query(words, ["title", "text"])
        hits = searcher.search(query, DEEPEST).hits
        return [searcher.doc(address)["id"][0] for _score, address in hits]

    return search
