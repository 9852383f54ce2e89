"""Choosers whose targets are loaded for the whole page at once (see core.shelf)."""

from django.db.models import Model
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from core.shelf import on_the_shelf


class FromTheShelf:
    """Takes chosen records from the page's shelf, where they were put with one query."""

    model_class: type[Model]

    def bulk_to_python(self, values):
        """Return the record for each key, or None where it is gone, in the same order."""
        shelf = on_the_shelf(self.model_class)
        if shelf is None:
            return super().bulk_to_python(values)  # ty: ignore[missing-attribute] # a chooser's
        return [shelf.get(key) for key in values]


class PageChooser(FromTheShelf, blocks.PageChooserBlock):
    """Chooses a page."""


class PictureChooser(FromTheShelf, ImageChooserBlock):
    """Chooses a picture."""


class FileChooser(FromTheShelf, DocumentChooserBlock):
    """Chooses a document."""
