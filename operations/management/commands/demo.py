"""Demonstration content: write it, take it away, or write very much of it for measuring."""

import time
from collections.abc import Callable

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from core.publishing import PublishingRefused
from operations.demonstration.counting import counted
from operations.demonstration.many.removal import remove_many
from operations.demonstration.many.writing import OtherSeed, write_many
from operations.demonstration.removal import remove
from operations.demonstration.writing import NoSite, write

SEED = 1


class Command(BaseCommand):
    """Writes what is missing; an editor's change is never touched."""

    help = (
        "Write demonstration content: invented people, organisations, posts and pages. What is "
        "there already stays as it is. With --scale, also posts composed by machine for "
        "measuring: they have no history, and search in the editor finds them only after "
        "`update_index` and `rebuild_references_index`."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--remove",
            action="store_true",
            help="Take away what this command wrote. What an editor has changed is kept.",
        )
        parser.add_argument(
            "--scale",
            type=int,
            metavar="N",
            help="Bring the number of composed posts up to N, with a person for every twenty.",
        )
        parser.add_argument(
            "--seed",
            type=int,
            default=SEED,
            help=f"Another number, other words; the same number, the same words. Else {SEED}.",
        )

    def handle(self, *_args, **options) -> None:
        """Do what was asked and say what was done."""
        scale = options["scale"]
        if scale is not None and (scale < 1 or options["remove"]):
            raise CommandError("--scale takes a number from 1 up, and not together with --remove.")
        try:
            if options["remove"]:
                self._remove()
            else:
                self._write(scale, options["seed"])
        except KeyboardInterrupt as interruption:
            raise CommandError(
                "Interrupted. Batches that were done stay done; the same call goes on from there."
            ) from interruption
        except (NoSite, OtherSeed) as error:
            raise CommandError(str(error)) from error
        except PublishingRefused as error:
            raise CommandError(f"“{error.page.title}”: {' '.join(error.messages)}") from error

    def _write(self, scale: int | None, seed: int) -> None:
        write(self.stdout.write)
        if scale is None:
            return
        start = time.monotonic()
        people, posts = write_many(scale, seed, self._progress("post"))
        seconds = time.monotonic() - start
        made = counted({"posts": posts, "people": people})
        self.stdout.write(f"Composed: {made}, in {seconds:.0f} s.")
        if posts:
            self.stdout.write(
                "So that the editor finds them: manage.py update_index, and "
                "manage.py rebuild_references_index."
            )

    def _remove(self) -> None:
        gone, stay = remove_many(self._progress("page"))
        if gone:
            self.stdout.write(f"Removed: {counted({'composed': gone})}.")
        if stay:
            kept = counted({"composed": stay})
            self.stdout.write(f"Kept {kept} that an editor has changed.")
        remove(self.stdout.write)

    def _progress(self, unit: str) -> Callable:
        """Return what shows progress through batches on stderr, if there are several."""

        def progress(batches: list[list[int]]):
            total = sum(map(len, batches))
            with tqdm(total=total, unit=unit, file=self.stderr, disable=len(batches) < 2) as bar:
                for batch in batches:
                    yield batch
                    bar.update(len(batch))

        return progress
