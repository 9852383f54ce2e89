"""The site's search beside others, on judged collections, as Markdown tables.

`make bench-search COLLECTIONS=folder`: every folder in it that holds a docs.jsonl is measured,
on SQLite and, where the machine has its programs, on PostgreSQL. Figures of quality are exact;
CPU times are those of this process, without what a database server spends.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.asking import HEADS, Asked, ask, table_row
from bench.engines import other_engines
from operations.evaluation.collection import Collection, read_collection
from operations.evaluation.database import environment
from tests.available import ROOT, postgresql
from tests.postgresql import temporary_postgresql


def main(arguments: list[str]) -> None:
    """Print a table for each collection."""
    parser = argparse.ArgumentParser(prog="bench search_quality", description=__doc__)
    parser.add_argument("collections", type=Path, help="A folder of collections, or one of them.")
    parser.add_argument("--seconds", type=float, default=240, help="For each other engine.")
    options = parser.parse_args(arguments)
    found = sorted(path.parent for path in options.collections.rglob("docs.jsonl"))
    if not found:
        parser.error(f"{options.collections} holds no collection: no docs.jsonl anywhere.")
    for folder in found:
        for line in table(folder, options.seconds):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def table(folder: Path, seconds: float) -> Iterator[str]:
    """Yield the lines of a collection's table."""
    collection = read_collection(folder)
    yield f"\n**{collection.name}**, {len(collection.documents)} documents\n"
    yield f"| {' | '.join(HEADS)} |"
    yield f"| --- |{' ---: |' * (len(HEADS) - 1)}"
    runs = []
    for name, url, files in databases():
        run = files / "run.json"
        evaluate = ["search_evaluate", folder, "--out", run, "--database", url, "--keep"]
        told = _output(["manage.py", *evaluate], files, "")
        runs.append(json.loads(run.read_text()))
        yield own_row(name, collection, runs[-1], told)
        yield _output(["-m", "bench", "stock_search", folder, seconds], files, url).strip()
    for name, search in other_engines(collection.documents):
        yield table_row(name, collection, ask(collection, search, seconds))
    same = "the same" if all(run == runs[0] for run in runs) else "NOT the same"
    yield f"\nThe site’s ranked lists are {same} on {len(runs)} databases."


@contextmanager
def _postgresql(programs: Path) -> Generator[str]:
    with temporary_postgresql(programs) as url:
        server = url.rsplit("/", 1)[0] + "/postgres"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE site")
        yield url


def databases() -> Iterator[tuple[str, str, Path]]:
    """Yield (name, address, folder for files) of an empty database of each kind."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield "SQLite", f"sqlite:///{folder}/site.sqlite3", Path(folder)
    programs = postgresql()
    if programs is None:
        sys.stderr.write("Left out: PostgreSQL, whose programs are not on this machine.\n")
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, _postgresql(programs) as url:
        yield "PostgreSQL", url, Path(folder)


def own_row(database: str, collection: Collection, run: dict, told: str) -> str:
    """Return the row of the site's own search; its time stands in what the command told."""
    row = table_row(f"**this site, {database}**", collection, Asked(run))
    time_of_one = told.partition("CPU p50 ")[2].partition("p95 ")[2].partition(";")[0]
    return row.removesuffix("– |") + f"{time_of_one} |"


def _output(command: list, files: Path, url: str) -> str:
    """Run Python with the settings of a database, and return what it prints."""
    words = [sys.executable, *map(str, command)]
    told = subprocess.run(  # noqa: S603  The words are ours.
        words, cwd=ROOT, env=environment(files, url), stdout=subprocess.PIPE, text=True, check=True
    )
    return told.stdout
