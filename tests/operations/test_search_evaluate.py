"""A judged collection is asked through the site's own search, and nothing is left of it."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Site

from blog.models import BlogPage
from core.models import BasePage
from operations.evaluation import asking
from operations.evaluation.asking import Asking
from operations.evaluation.collection import JudgedDocument, read_collection
from operations.evaluation.database import NotOurs, prepare
from operations.evaluation.posts import other_pages, post_of, remove_posts, write_posts
from search.rebuilding import rebuild
from tests.factories import StandardPageFactory
from tests.operations.judged import DOCUMENTS, write_collection


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "judged"
    folder.mkdir()
    return write_collection(folder)


@pytest.fixture
def empty_database(tmp_path, db) -> Iterator[str]:
    """Return the address of an empty database beside the one of this test, of the same kind."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/another.sqlite3"
        return
    name = f"evaluation_{secrets.token_hex(4)}"
    known = connection.settings_dict
    reached = {"host": known["HOST"], "user": known["USER"], "password": known["PASSWORD"]}
    with psycopg.connect(dbname="postgres", autocommit=True, **reached) as server:
        server.execute(f"CREATE DATABASE {name}")
        who = ":".join(quote(known[part], safe="") for part in ("USER", "PASSWORD") if known[part])
        yield f"postgresql://{who}@{quote(known['HOST'], safe='')}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def evaluate(folder, out, *options: str) -> subprocess.CompletedProcess:
    """Run the command as people do."""
    command = [sys.executable, settings.BASE_DIR / "manage.py", "search_evaluate", folder]
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return subprocess.run(
        [*map(str, command), "--out", str(out), *options],
        capture_output=True,
        text=True,
        env=environment | {"VAR_DIR": str(out.parent / "var")},
    )


def run_here(folder) -> dict:
    """Ask the questions in this test's own database."""
    collection = read_collection(folder)
    documents = write_posts(collection.documents)
    index = rebuild(Site.objects.get(is_default_site=True), "en-gb")
    return Asking(index, documents).ask_all(collection).run


def indexed_words(document: JudgedDocument) -> list[str]:
    post = post_of(document, 1)
    return " ".join([post.title, *(passage.text for passage in post.search_passages())]).split()


@pytest.mark.parametrize(
    "document", [JudgedDocument(*row) for row in DOCUMENTS], ids=lambda d: d.id
)
def test_a_post_says_every_word_of_its_document(document, db):
    title = document.title or "Untitled"
    assert indexed_words(document) == f"{title} {document.text}".split()


def test_a_title_too_long_for_a_page_goes_on_in_the_text(db):
    title = " ".join(f"word{number}" for number in range(60))
    assert indexed_words(JudgedDocument("1", title, "The text.")) == f"{title} The text.".split()
    assert post_of(JudgedDocument("1", "x" * 300, ""), 1).title == "x" * 255


def test_signs_that_databases_refuse_become_spaces(db):
    document = JudgedDocument("1", "One\x00two", "three\x00four\ud800")
    assert indexed_words(document) == ["One", "two", "three", "four"]


def test_what_is_found_is_named_by_its_id_in_the_collection(folder, home):
    run = run_here(folder)
    assert run["natural"]["q1"][0] == "bread"
    assert run["natural"]["q2"][:2] == ["boats", "locks"]
    assert set(run["natural"]["q3"]) == {"bread", "locks", "trees"}
    assert run["natural-typo"]["t1"][0] == "bread"
    assert (run["prefix"]["p1"][0], run["prefix"]["p2"][0]) == ("boats", "trees")
    assert run["spelling"]["s1"][0] == run["spelling.clean"]["s1"][0] == "cakes"


def test_pages_of_the_site_are_counted_and_left_out(folder, home):
    StandardPageFactory(title="Canal boats for sale")
    collection = read_collection(folder)
    documents = write_posts(collection.documents)
    index = rebuild(Site.objects.get(is_default_site=True), "en-gb")
    answers = Asking(index, documents).ask_all(collection)
    assert answers.others >= 1
    assert answers.run["natural"]["q2"][:2] == ["boats", "locks"]


def test_an_exception_is_noted_as_such_and_the_rest_is_asked(folder, home, monkeypatch):
    class Failing(asking.Results):
        @property
        def in_order(self):
            if "water" in self.asked.text:
                raise ValueError("no water")
            return super().in_order

    monkeypatch.setattr(asking, "Results", Failing)
    run = run_here(folder)
    assert run["natural"]["q3"] is None
    assert run["natural"]["q1"][0] == "bread"


@pytest.mark.parametrize("wanted", ["sqlite", "another"])
def test_ranked_lists_are_the_same_on_both_databases(
    folder, home, tmp_path, empty_database, wanted
):
    options = [] if wanted == "sqlite" else ["--database", empty_database]
    told = evaluate(folder, tmp_path / "run.json", *options)
    assert told.returncode == 0, told.stderr
    assert "6 documents" in told.stdout
    assert "nDCG@10" in told.stdout
    assert json.loads((tmp_path / "run.json").read_text()) == run_here(folder)
    assert not (tmp_path / "var/site.sqlite3").exists()


def test_a_kept_database_is_used_again_and_then_left_as_it_came(folder, tmp_path, empty_database):
    runs = []
    for options in (["--keep"], []):
        told = evaluate(folder, tmp_path / "run.json", "--database", empty_database, *options)
        assert told.returncode == 0, told.stderr
        runs.append((tmp_path / "run.json").read_text())
    assert runs[0] == runs[1]


def test_a_database_with_pages_of_its_own_is_refused(home):
    page = StandardPageFactory()
    with pytest.raises(NotOurs, match="pages that were not made by an evaluation"):
        prepare()
    assert BasePage.objects.filter(pk=page.pk).exists()


def test_what_an_evaluation_made_can_be_taken_away(folder, home):
    before = set(BasePage.objects.values_list("path", flat=True))
    write_posts(read_collection(folder).documents)
    assert BlogPage.objects.count() == len(DOCUMENTS)
    assert not other_pages().exists()
    remove_posts()
    assert set(BasePage.objects.values_list("path", flat=True)) == before
    assert not any(BasePage.find_problems())


def test_a_wrong_folder_is_told_before_anything_starts(tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("search_evaluate", str(tmp_path / "none"), out=tmp_path / "run.json")
    folder = tmp_path / "judged"
    folder.mkdir()
    with pytest.raises(CommandError, match="to write to"):
        call_command(
            "search_evaluate", str(write_collection(folder)), out=tmp_path / "none/run.json"
        )
