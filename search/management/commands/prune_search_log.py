"""Throws away counts of searches that are older than they are kept, and lists the usual ones."""

import datetime

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from search.models import DaysSearches
from search.usual import count_usual


class Command(BaseCommand):
    """Run each day by `run_background`; safe to run at any time."""

    help = "Throw away counts of searches older than SEARCH_LOG_DAYS, and list the usual ones."

    def handle(self, *_args, **options) -> None:
        """Delete old days, list what is usual in those that are left, and say what was done."""
        first = timezone.localdate() - datetime.timedelta(days=settings.SEARCH_LOG_DAYS)
        gone, _by_model = DaysSearches.objects.filter(day__lt=first).delete()
        usual = count_usual()
        if options["verbosity"]:
            self.stdout.write(f"{gone} counts of searches thrown away, {usual} usual searches.")
