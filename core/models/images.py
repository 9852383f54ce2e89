"""Pictures: described, credited, and ready in every size before the first reader asks."""

from django.core.files.base import ContentFile, File
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """A picture with the words that stand for it, its credit and its licence."""

    description = models.CharField(
        max_length=255,
        help_text=(
            "What someone who cannot see the picture should be told, in one sentence. "
            "For a portrait, the person’s name is enough."
        ),
    )
    credit = models.CharField(
        max_length=255,
        blank=True,
        help_text="Who made it, as it should be shown: “Photograph: Ada Example”.",
    )
    licence = models.CharField(
        max_length=255,
        blank=True,
        help_text="On what terms we may use it, for example “CC BY 4.0” or “With permission”.",
    )
    # {kind: {format: [[file name, width, height], …]}}, written by core.renditions.
    sources = models.JSONField(default=dict, editable=False)
    sources_made_from = models.CharField(max_length=400, blank=True, editable=False)

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"

    def __str__(self) -> str:
        return self.title

    def generate_rendition_file(self, filter, *, source: File | None = None) -> ContentFile:
        """As Wagtail's, from memory: Wagtail leaves the temporary file that it wrote open."""
        with super().generate_rendition_file(filter, source=source) as file:
            file.seek(0)
            return ContentFile(file.read(), name=file.name)

    @property
    def made_from(self) -> str:
        """Return what the sizes depend on: the file and the point that must stay in view."""
        point = (self.focal_point_x, self.focal_point_y)
        size = (self.focal_point_width, self.focal_point_height)
        return f"{self.file.name} {self.file_size} {point} {size}"

    def ready(self, kind: str) -> dict[str, list[tuple[str, int, int]]]:
        """Return {format: [(url, width, height), …]}, narrowest first; empty until made."""
        storage = self.file.storage
        return {
            form: [(storage.url(name), width, height) for name, width, height in files]
            for form, files in self.sources.get(kind, {}).items()
        }

    @property
    def card(self) -> dict:
        """Return url, width, height and alt of the picture for shared links."""
        ready = self.ready("card").get("jpeg")
        url, width, height = ready[-1] if ready else (self.file.url, self.width, self.height)
        return {"url": url, "width": width, "height": height, "alt": self.description}


class SiteRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
