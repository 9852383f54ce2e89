"""Throws away counts of searches that are older than they are kept."""

import datetime

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from search.models import DaysSearches


class Command(BaseCommand):
    """Run each day by `run_background`; safe to run at any time."""

    help = "Throw away counts of searches that are older than SEARCH_LOG_DAYS."

    def handle(self, *_args, **options) -> None:
        """Delete old days, and say how many rows went."""
        first = timezone.localdate() - datetime.timedelta(days=settings.SEARCH_LOG_DAYS)
        gone, _by_model = DaysSearches.objects.filter(day__lt=first).delete()
        if options["verbosity"]:
            self.stdout.write(f"{gone} counts of searches thrown away.")
