"""Remembers what the demonstration wrote, and tells whether somebody has changed it since."""

import hashlib
import json

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields

from core.models import BasePage
from operations.models import DemonstrationRecord

# The site writes these itself, after an upload.
NOT_OF_EDITORS = {"sources", "sources_made_from"}


def as_data(thing: models.Model) -> dict:
    """Return an object's own values and its child rows, as JSON can hold them."""
    if isinstance(thing, ClusterableModel):
        data = thing.serializable_data()
    else:
        data = get_serializable_data_for_fields(thing)
    kept = {key: value for key, value in data.items() if key not in NOT_OF_EDITORS}
    return json.loads(json.dumps(kept, cls=DjangoJSONEncoder))


def digest_of(thing: models.Model) -> str:
    """Return a digest that changes with any value that an editor can change."""
    return hashlib.sha256(json.dumps(as_data(thing), sort_keys=True).encode()).hexdigest()


def object_of(record: DemonstrationRecord):
    """Return what a record is about, pages as their own type; None when it is gone."""
    kind = ContentType.objects.get_for_id(record.content_type_id)
    model = kind.model_class()
    if model is None:
        return None
    return model._default_manager.filter(pk=record.object_id).first()


def is_untouched(record: DemonstrationRecord, thing) -> bool:
    """Tell whether nobody has changed `thing` since it was recorded.

    A page is untouched while its newest revision is the demonstration's.
    """
    if isinstance(thing, BasePage):
        return bool(thing.latest_revision_id == record.revision)
    return bool(digest_of(thing) == record.digest)


class Ledger:
    """The records by name, with the objects that are still there."""

    def __init__(self) -> None:
        self.records = {record.name: record for record in DemonstrationRecord.objects.all()}
        self.noted: dict[str, models.Model] = {}

    def find(self, name: str):
        """Return the object recorded as `name`; a record of what is gone is dropped."""
        record = self.records.get(name)
        if record is None:
            return None
        thing = object_of(record)
        if thing is None:
            record.delete()
            del self.records[name]
        return thing

    def is_ours(self, name: str, thing: models.Model) -> bool:
        """Tell whether `thing` is recorded as `name` and untouched."""
        return name in self.records and is_untouched(self.records[name], thing)

    def note(self, name: str, thing: models.Model, before: dict | None = None) -> None:
        """Record `thing` as it is now. `before` is kept from the first time."""
        is_page = isinstance(thing, BasePage)
        values = {
            "content_type": ContentType.objects.get_for_model(thing),
            "object_id": str(thing.pk),
            "revision": thing.latest_revision_id if is_page else None,
            "digest": "" if is_page else digest_of(thing),
        }
        if before is not None:
            values["before"] = before
        record, _made = DemonstrationRecord.objects.update_or_create(name=name, defaults=values)
        self.records[name] = record
        self.noted[name] = thing
