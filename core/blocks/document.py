"""A document to download, with what a reader should know first."""

from django.template.defaultfilters import filesizeformat
from wagtail import blocks

from core.blocks.choosers import FileChooser
from core.blocks.passage import PassageBlock


class DocumentValue(blocks.StructValue):
    """A document as it is offered."""

    @property
    def name(self) -> str:
        """Return the words of the link."""
        document = self["document"]
        return self["title"] or (document.title if document else "")

    @property
    def kind_text(self) -> str:
        """Return the kind of file, such as "PDF"."""
        document = self["document"]
        return document.file_extension.upper() if document else ""

    @property
    def size_text(self) -> str:
        """Return the size in words, such as "240 KB"; empty if unknown."""
        document = self["document"]
        size = document.file_size if document else None
        return filesizeformat(size) if size else ""


class DocumentBlock(PassageBlock):
    """A document that readers can download."""

    document = FileChooser(
        help_text="Ask first whether it could be a page instead: a page reads well on a phone."
    )
    title = blocks.CharBlock(
        required=False, max_length=160, help_text="Only to call it something else than its title."
    )
    is_accessible = blocks.BooleanBlock(
        required=False,
        label="Checked for accessibility",
        help_text="Tick when it has headings, a reading order and alternative texts.",
    )
    other_format = blocks.CharBlock(
        required=False,
        max_length=200,
        help_text="How to ask for another format. Needed unless the document was checked.",
    )

    def faults(self, value) -> dict[str, str]:
        """Return what a reader who can not use the file would be left without."""
        if value["is_accessible"] or value["other_format"]:
            return {}
        return {"other_format": "Say how to ask for another format, or tick that it was checked."}

    class Meta:
        icon = "doc-full"
        template = "core/blocks/document.html"
        value_class = DocumentValue
        preview_value = {"title": "Nineteen doors: the map", "is_accessible": True}
        description = "A file to download."
