"""Demonstration content: write it, take it away, or write very much of it for measuring."""

from django.core.management.base import BaseCommand, CommandError

from core.publishing import PublishingRefused
from operations.demonstration.writing import NoSite, write


class Command(BaseCommand):
    """Writes what is missing; an editor's change is never touched."""

    help = "Write demonstration content: invented people, organisations, posts and pages."

    def handle(self, *_args, **options) -> None:
        """Do what was asked and say what was done."""
        try:
            write(self.stdout.write)
        except NoSite as error:
            raise CommandError(str(error)) from error
        except PublishingRefused as error:
            raise CommandError(f"“{error.page.title}”: {' '.join(error.messages)}") from error
