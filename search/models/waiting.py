"""What the index has still to hear of. Written with the change itself, so nothing is forgotten."""

from django.db import models
from django.utils import timezone

from search.models.index import SearchIndex


class Waiting(models.Model):
    """Something that changed: a page, a part of the tree, a file, or a name of something.

    Every change adds a row, also where one waits already: it may be in work with what was true
    before. A row goes when the index has it. One that fails stays, with what went wrong, and is
    tried again later and later.
    """

    PAGE, SUBTREE, FILE, NAME = "page", "subtree", "file", "name"
    KINDS = [(PAGE, "Page"), (SUBTREE, "Part of the tree"), (FILE, "File"), (NAME, "Name")]

    kind = models.CharField(max_length=10, choices=KINDS)
    what = models.CharField(max_length=255)
    # Whether pages that show this one change with it.
    is_shown_elsewhere = models.BooleanField(default=True)
    since = models.DateTimeField(default=timezone.now)
    try_at = models.DateTimeField(default=timezone.now, db_index=True)
    attempts = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "waiting"
        indexes = [models.Index(fields=["kind", "what"], name="what_waits")]

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"


class Missed(models.Model):
    """A page that changed while an index was being rebuilt: put in before it takes over."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="missed")
    kind = models.CharField(max_length=10, choices=Waiting.KINDS)
    what = models.CharField(max_length=255)

    class Meta:
        verbose_name_plural = "missed"

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"
