"""Something beside the argument."""

from wagtail import blocks

from core.blocks.passage import PassageBlock
from core.blocks.text import FEATURES


class AsideBlock(PassageBlock):
    """A panel beside the argument: background, a definition, a note about the text."""

    heading = blocks.CharBlock(max_length=120, help_text="What the panel is about.")
    text = blocks.RichTextBlock(
        features=FEATURES, help_text="Keep it short: it interrupts whoever reads in order."
    )

    class Meta:
        icon = "info-circle"
        template = "core/blocks/aside.html"
        preview_value = {
            "heading": "What is an action learning set?",
            "text": "<p>Six people, one question at a time, and nobody may give advice.</p>",
        }
        description = "A panel beside the text."
