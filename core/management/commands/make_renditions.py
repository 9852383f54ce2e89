"""Make the sizes of pictures that lack them, for example after restoring files."""

import sys

from django.core.management.base import BaseCommand
from tqdm import tqdm

from core.models import SiteImage
from core.renditions import make


class Command(BaseCommand):
    """Safe to run again; made sizes are kept."""

    help = "Make the missing sizes of every picture."

    def add_arguments(self, parser) -> None:
        """Add the one option."""
        parser.add_argument(
            "--all", action="store_true", help="Also check the pictures that seem complete."
        )

    def handle(self, *_args, **options) -> None:
        """Go through the pictures; a broken file is named and passed over."""
        pictures = [
            picture
            for picture in SiteImage.objects.order_by("pk")
            if options["all"] or picture.sources_made_from != picture.made_from
        ]
        failed = 0
        for picture in tqdm(pictures, unit="picture", disable=not sys.stderr.isatty()):
            try:
                make(picture)
            except (OSError, ValueError, SyntaxError) as error:
                failed += 1
                self.stderr.write(f"“{picture.title}” ({picture.file.name}): {error}")
        done = len(pictures) - failed
        self.stdout.write(f"{done} pictures have all their sizes now; {failed} failed.")
