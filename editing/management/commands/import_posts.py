"""Import pages saved from an old site as blog posts (docs/features/importing.md)."""

import logging
import os
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from editing.importers.reading.files import FoundFile, UnreadableFile, find_files
from editing.importers.writing.importer import Importer
from editing.importers.writing.outcome import Wishes
from editing.importers.writing.places import NoPlace
from editing.importers.writing.report import printable, summary, told

logger = logging.getLogger(__name__)
# Fewer files than this are done before a bar could be read.
FEW = 5
NARROW = {"ncols": 79, "nrows": 20}


class Command(BaseCommand):
    """Reads .txt and .html files and folders of them; a run again updates the same posts."""

    help = "Import saved pages (.txt, .html, or folders of them) as blog posts, drafts at first."

    def add_arguments(self, parser) -> None:
        """Add the options."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="A file or a folder.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Tell what would be done, and write nothing."
        )
        parser.add_argument(
            "--publish", action="store_true", help="Publish the posts instead of leaving drafts."
        )
        parser.add_argument(
            "--author-page", action="store_true", help="Make a page for authors who have none."
        )
        parser.add_argument(
            "--under", default="", metavar="PAGE", help="The blog's slug, address or id."
        )
        parser.add_argument(
            "--address-base",
            default="",
            metavar="URL",
            help="Where the files' folder was on the old site: old addresses become redirects.",
        )
        parser.add_argument(
            "--deleted-too", action="store_true", help="Make posts again that were deleted here."
        )

    def handle(self, *args, **options) -> None:
        """Import every file; a bad one gets a line on stderr and the exit status 1."""
        try:
            importer = Importer(_wishes(options))
        except NoPlace as error:
            raise CommandError(str(error)) from error
        files, problems = find_files(options["paths"])
        self.is_dry_run = importer.wishes.is_dry_run
        self.complaints = 0
        for problem in problems:
            self._complain(problem.name, problem.message)
        kinds: dict[FoundFile, str] = {}
        for file in _in_progress(files, "Importing"):
            self._take(importer, file, kinds)
        for file in _in_progress(importer.again.files(), "Looking again"):
            self._take(importer, file, kinds)
        failed = len(problems) + len(files) - len(kinds)
        for line in importer.made:
            self.stdout.write(printable(line))
        if self.is_dry_run:
            self.stdout.write("A dry run: nothing was written.")
        self.stdout.write(summary(list(kinds.values()), failed))
        if self.complaints:
            sys.exit(1)

    def _take(self, importer: Importer, file: FoundFile, kinds: dict[FoundFile, str]) -> None:
        """Import one file, and note what kind of outcome that was, unless it failed.

        When a file is looked at again, only the first change to it is told.
        """
        try:
            outcome = importer.take(file)
        except UnreadableFile as error:
            self._complain(file.key, str(error))
            return
        except Exception as error:
            # Whatever one file does, the rest goes on.
            logger.debug("Could not import %s", file.key, exc_info=True)
            self._complain(file.key, f"It could not be imported ({type(error).__name__}: {error}).")
            return
        if file in kinds and not (kinds[file] == "same" and outcome.kind == "changed"):
            return
        kinds[file] = outcome.kind
        with tqdm.external_write_mode():
            self.stdout.write("\n".join(told(outcome, is_dry_run=self.is_dry_run)))
        if outcome.missing and not self.is_dry_run:
            self._complain(file.key, f"Not published. {' '.join(outcome.missing)}")

    def _complain(self, name: str, message: str) -> None:
        self.complaints += 1
        with tqdm.external_write_mode():
            self.stderr.write(printable(f"{name}: {' '.join(message.split())}"))


def _in_progress(files: list[FoundFile], what: str) -> Iterator[FoundFile]:
    """Yield the files, with a bar on a terminal when there are more than a few."""
    is_shown = len(files) > FEW and sys.stderr.isatty()
    shape = _shape() if is_shown else {}
    yield from tqdm(files, desc=what, unit="file", disable=not is_shown, **shape)


def _shape() -> dict[str, int]:
    """Return a shape for a terminal that does not know its own: a bar would be empty there."""
    columns, lines = os.get_terminal_size(sys.stderr.fileno())
    return {} if columns and lines else NARROW


def _wishes(options: dict) -> Wishes:
    base = options["address_base"]
    parts = urlsplit(base)
    if base and not (parts.scheme in {"http", "https"} and parts.netloc):
        raise CommandError("--address-base is a whole address: https://old.example.org/blog/")
    return Wishes(
        under=options["under"],
        address_base=base,
        publishes=options["publish"],
        makes_author_pages=options["author_page"],
        remakes_deleted=options["deleted_too"],
        is_dry_run=options["dry_run"],
    )
