"""Measure the search against a judged collection, in a database of its own."""

import json
import subprocess
import sys
import tempfile
import time
from argparse import SUPPRESS
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm
from wagtail.models import Site

from operations.evaluation.asking import Answers, Asking
from operations.evaluation.collection import BrokenCollection, Collection, read_collection
from operations.evaluation.database import NotOurs, drop_everything, environment, prepare
from operations.evaluation.posts import remove_posts, write_posts
from operations.evaluation.reporting import lines_of
from search.rebuilding import rebuild


class Command(BaseCommand):
    """Runs itself again in a process of its own, whose settings know the other database alone."""

    help = (
        "Make posts of a judged collection in a database of their own, index them as the site "
        "indexes its pages, ask the site's search every question, and write and print what it "
        "answers. Nothing of the site is read or changed."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument(
            "collection",
            type=Path,
            help="A folder with docs.jsonl, queries.jsonl, qrels.tsv and sets/*.jsonl.",
        )
        parser.add_argument(
            "--out",
            type=Path,
            required=True,
            metavar="RUN.json",
            help="Where the ranked ids go: {set: {question: [document, …] or null for an error}}.",
        )
        parser.add_argument(
            "--database",
            default="",
            metavar="URL",
            help="An empty database, such as postgresql://…; else a SQLite file is made for it.",
        )
        parser.add_argument(
            "--keep",
            action="store_true",
            help="Leave the database as it is at the end, to look at. The next run empties it.",
        )
        parser.add_argument("--in-this-database", action="store_true", help=SUPPRESS)

    def handle(self, *_args, **options) -> None:
        """Evaluate, or start the process that does."""
        try:
            collection = read_collection(options["collection"])
        except BrokenCollection as error:
            raise CommandError(str(error)) from error
        out = options["out"].absolute()
        if not out.parent.is_dir():
            raise CommandError(f"There is no folder {out.parent} to write to.")
        if options["in_this_database"]:
            self._evaluate_here(collection, out, keep=options["keep"])
        else:
            self._start(options["collection"].absolute(), out, options)

    def _start(self, collection: Path, out: Path, options: dict) -> None:
        """Run this command in a process that knows no other database than that of its own."""
        keep = options["keep"]
        with tempfile.TemporaryDirectory(prefix="search-evaluation-", delete=not keep) as folder:
            command = [
                *(sys.executable, str(settings.BASE_DIR / "manage.py"), "search_evaluate"),
                *(str(collection), "--out", str(out), "--in-this-database"),
                *(["--keep"] if keep else []),
            ]
            process = subprocess.Popen(  # noqa: S603  It is this command.
                command,
                env=environment(Path(folder), options["database"]),
                stdout=subprocess.PIPE,
                text=True,
            )
            status = self._followed(process)
            if keep and not options["database"]:
                self.stdout.write(f"The database is kept: VAR_DIR={folder}")
        if status:
            raise CommandError("Nothing was measured: see above.")

    def _followed(self, process: subprocess.Popen) -> int:
        """Say what the process says, and return its status once it is over."""
        with process:
            try:
                for line in process.stdout or []:
                    self.stdout.write(line, ending="")
            except KeyboardInterrupt:
                process.wait()  # It heard of it too, and cleans up.
                raise
        return process.returncode

    def _evaluate_here(self, collection: Collection, out: Path, *, keep: bool) -> None:
        try:
            was_empty = prepare()
        except NotOurs as error:
            raise CommandError(str(error)) from error
        try:
            answers = self._evaluate(collection)
        except KeyboardInterrupt as interruption:
            raise CommandError("Interrupted. Nothing was written.") from interruption
        finally:
            if not keep:
                drop_everything() if was_empty else remove_posts()
        written = out.with_name(f".{out.name}.part")
        written.write_text(json.dumps(answers.run), encoding="utf-8")
        written.replace(out)
        for line in lines_of(collection, answers):
            self.stdout.write(line)

    def _evaluate(self, collection: Collection) -> Answers:
        """Make posts, index them, ask; say how long each took."""
        number = len(collection.documents)
        start = time.monotonic()
        with self._bar(number, "Writing", "post") as bar:
            documents = write_posts(collection.documents, bar.update)
        made = time.monotonic()
        site = Site.objects.select_related("root_page__locale").get(is_default_site=True)
        with self._bar(number, "Indexing", "page") as bar:
            index = rebuild(site, site.root_page.locale.language_code, bar.update)
        indexed = time.monotonic()
        with self._bar(collection.questions, "Asking", "question") as bar:
            answers = Asking(index, documents).ask_all(collection, bar.update)
        self.stdout.write(
            f"{collection.name}: {number} documents, written in {made - start:.1f} s, "
            f"indexed in {indexed - made:.1f} s; {collection.questions} questions in "
            f"{time.monotonic() - indexed:.1f} s."
        )
        return answers

    def _bar(self, total: int, what: str, unit: str) -> tqdm:
        """Return a progress bar, which shows on a terminal alone."""
        return tqdm(total=total, desc=what, unit=unit, disable=not sys.stderr.isatty())
