"""What the importer remembers, so that a second run knows the pages of the first."""

from django.db import models


class ImportedPage(models.Model):
    """A page of the old site, and the post that was made from it (docs/features/importing.md)."""

    key = models.CharField(
        max_length=500,
        unique=True,
        help_text="The old page’s own address, else its file’s path below the folder imported.",
    )
    address = models.TextField(
        blank=True, help_text="Where the file was on the old site, as told last."
    )
    page = models.ForeignKey(
        "core.BasePage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The one that the importer wrote last: a newer one on the page is an editor's.
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
