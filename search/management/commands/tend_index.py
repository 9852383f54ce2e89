"""Keep the search index whole: build what is missing, take up what waits, mend what differs."""

from django.core.management.base import BaseCommand, CommandError

from search.catching_up import catch_up
from search.engine.constants import WORN
from search.engine.weighing import weigh_again
from search.indexes import current_index
from search.models import SearchIndex
from search.rebuilding import mend, rebuild, throw_away_what_was_given_up
from search.sources import places


class Command(BaseCommand):
    """Run every minute, and with --compare every night."""

    help = "Build a missing search index, take up changes that wait, and mend what differs."

    def add_arguments(self, parser) -> None:
        """Add the one option."""
        parser.add_argument(
            "--compare", action="store_true", help="Compare every page with the index, and mend it."
        )

    def handle(self, *_args, compare: bool = False, **_options) -> None:
        """Do what is needed; raise at the end if something failed."""
        if compare:
            throw_away_what_was_given_up()
        for site, language in places():
            index = current_index(site, language)
            if index is None:
                self.stdout.write(f"Built: {rebuild(site, language)}")
            elif compare:
                index = self._compared(index)
            if index and weigh_again(index, least=0.0 if compare else WORN):
                self.stdout.write(f"Weighed again: {index}")
        failed = catch_up()
        if failed:
            raise CommandError(f"{failed} changes could not be told to the index.")

    def _compared(self, index: SearchIndex) -> SearchIndex:
        """Compare an index with the pages; return it, or the one that had to be built."""
        found = mend(index)
        if found.wrong:
            self.stdout.write(f"Mended in {index}: {', '.join(found.wrong)}")
        if found.explains_otherwise:
            index = rebuild(index.site, index.language)
            self.stdout.write(f"Built anew, as the pages explain other acronyms: {index}")
        return index
