"""Takes very many posts away again, batch by batch, each whole or not at all."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.models import BasePage, ChangeNote
from operations.demonstration.many.writing import BATCH, PREFIX
from operations.models import DemonstrationRecord


def remove_many(progress: Callable) -> tuple[int, int]:
    """Remove composed posts and people; return how many pages went and how many stay.

    A page that an editor has saved stays; its byline keeps the name of an author who goes.
    `progress` wraps the list of batches.
    """
    records = DemonstrationRecord.objects.filter(name__startswith=f"{PREFIX} ")
    # Posts first: a person's page is then named by nothing that goes.
    every = list(records.order_by("-name").values_list("pk", flat=True))
    batches = [every[start : start + BATCH] for start in range(0, len(every), BATCH)]
    gone = sum(_remove(batch) for batch in progress(batches))
    return gone, len(every) - gone


@transaction.atomic
def _remove(batch: list[int]) -> int:
    """Remove the pages of some records, and the records of what is no more; count those."""
    records = DemonstrationRecord.objects.filter(pk__in=batch)
    named = list(records.values_list("object_id", flat=True))
    going = BasePage.objects.filter(pk__in=named, latest_revision=None)
    keys = [str(key) for key in going.values_list("pk", flat=True)]
    _forget_references(keys)
    # Nobody needs the dates of a page that goes: no signal for each note.
    notes = ChangeNote._default_manager.filter(page_id__in=keys)
    notes._raw_delete(notes.db)
    with disable_reference_index_auto_update():
        going.delete()
    left = BasePage.objects.filter(pk__in=named).values_list("pk", flat=True)
    gone = records.exclude(object_id__in=[str(key) for key in left])
    return gone.delete()[0]


def _forget_references(keys: list[str]) -> None:
    """Take pages out of the reference index at once instead of one by one."""
    kind = ContentType.objects.get_for_model(BasePage)
    ReferenceIndex.objects.filter(base_content_type=kind, object_id__in=keys).delete()
    ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=keys).delete()
