"""Rebuild the search index from the pages, and Wagtail's own for the admin's search."""

import sys

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.rebuilding import Superseded, rebuild
from search.sources import pages_of, places


class Command(BaseCommand):
    """The site answers from the old index meanwhile. May be interrupted, and run again."""

    help = "Rebuild the search index. The site answers from the old one meanwhile."

    def handle(self, *args, **options) -> None:
        """Rebuild every index, with a bar on a terminal."""
        for site, language in places():
            number = pages_of(site, language).count()
            name = f"{site.site_name or site.hostname} ({language})"
            with bar(f"{name}: reading", "page") as read, bar("weighing", "document") as weighed:
                read.reset(number)

                def weighing(done: int, of: int, weighed=weighed) -> None:
                    weighed.total = of
                    weighed.update(done)

                try:
                    index = rebuild(site, language, read.update, weighing)
                except Superseded as index:
                    told = f"{index}: another rebuild began meanwhile and goes on; this one ended."
                    raise CommandError(told) from index
            self.stdout.write(f"{index}: {index.documents} documents from {number} pages.")
        call_command("wagtail_update_index", verbosity=0)


def bar(words: str, unit: str) -> tqdm:
    """Return a bar that is seen on a terminal alone."""
    return tqdm(desc=words, unit=unit, disable=not sys.stderr.isatty())
