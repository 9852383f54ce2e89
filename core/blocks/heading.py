"""Headings: two levels only, offered in order."""

from django.utils.text import slugify
from wagtail import blocks

from core.blocks.passage import PassageBlock
from core.passages import Passage


class HeadingValue(blocks.StructValue):
    """A heading's text, level and the anchor that a table of contents links to."""

    own_anchor = ""

    @property
    def anchor(self) -> str:
        """Return the heading's id on its page; `core.contents` makes it unique."""
        return self.own_anchor or slugify(self["text"])


class HeadingBlock(PassageBlock):
    """A heading of the text. The page's title is the first level, so these are the second on."""

    text = blocks.CharBlock(
        max_length=120, help_text="In sentence case, without a full stop. Say what follows."
    )
    level = blocks.ChoiceBlock(
        choices=[("2", "Heading"), ("3", "Heading within a heading")],
        default="2",
        help_text="A heading within a heading comes somewhere below a heading.",
    )

    def search_passages(self, value, block_id: str) -> list[Passage]:
        """Return the heading as one."""
        return [Passage("headings", value["text"])]

    class Meta:
        icon = "title"
        template = "core/blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Counting the doors", "level": "2"}
        description = "A heading. Readers who listen jump from one to the next."
