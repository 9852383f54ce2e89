"""Publish and unpublish what is due, one by one: a page that fails stops no other.

Stands before Wagtail's command of the same name, which ends at the first failure and would end
there again each minute (decision 0009).
"""

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision
from wagtail.models.draft_state import DraftStateMixin

from core.models import BasePage
from core.publishing import PublishingRefused


class Command(BaseCommand):
    """Run every minute."""

    help = "Publish what is due and take down what has expired; a failure stops nothing else."

    def add_arguments(self, parser) -> None:
        """Add the one option."""
        parser.add_argument(
            "--dryrun", action="store_true", help="Say what is due; change nothing."
        )

    def handle(self, *_args, dryrun: bool = False, **options) -> None:
        """Do what is due; raise at the end if something failed."""
        self.failures = 0
        for thing in due_to_expire():
            self._do(f"Take down “{thing}”", dryrun, lambda thing=thing: take_down(thing))
        for revision in due_to_go_live():
            self._do(
                f"Publish “{revision.object_str}”",
                dryrun,
                lambda revision=revision: revision.publish(log_action="wagtail.publish.scheduled"),
            )
        if self.failures:
            raise CommandError(f"{self.failures} could not be done; the others were.")

    def _do(self, what: str, dryrun: bool, act) -> None:
        if dryrun:
            self.stdout.write(f"Due: {what}")
            return
        try:
            with transaction.atomic():
                act()
        except PublishingRefused as refusal:
            self._failed(what, " ".join(str(missing) for missing in refusal.missing))
        except Exception as error:  # noqa: BLE001 # one page's fault must not stop the next
            self._failed(what, f"{type(error).__name__}: {error}")
        else:
            self.stdout.write(f"Done: {what}")

    def _failed(self, what: str, why: str) -> None:
        self.failures += 1
        self.stderr.write(f"Failed: {what}. {why}")


def due_to_expire() -> list:
    """Return everything live whose time is over."""
    models = [BasePage] + [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, BasePage)
    ]
    now = timezone.now()
    return [
        thing
        for model in models
        for thing in model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
    ]


def take_down(thing) -> None:
    """Unpublish something because its time is over."""
    thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def due_to_go_live():
    """Return the revisions whose time has come, the earliest first."""
    return Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by(
        "approved_go_live_at"
    )
