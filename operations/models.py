"""What the demonstration wrote, so that it can be mended and taken away exactly."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemonstrationRecord(models.Model):
    """One object of the demonstration: what it is called in words/, and how it was left.

    `revision` and `digest` tell whether somebody has changed the object since; a plain number,
    because the record must outlive the revision. `before` holds what stood there earlier, for
    the few things that are changed instead of made.
    """

    name = models.CharField(max_length=120, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    revision = models.BigIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    before = models.JSONField(null=True)

    objects = models.Manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
