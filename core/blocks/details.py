"""Something that most readers can pass over."""

from wagtail import blocks

from core.blocks.passage import PassageBlock
from core.blocks.text import FEATURES


class DetailsBlock(PassageBlock):
    """Text that is folded away until a reader opens it; printed in full."""

    summary = blocks.CharBlock(
        max_length=120, help_text="The words that stay in view. Say what is behind them."
    )
    text = blocks.RichTextBlock(
        features=FEATURES, help_text="Nothing that everybody needs: many will not open it."
    )

    class Meta:
        icon = "plus"
        template = "core/blocks/details.html"
        preview_value = {
            "summary": "How we counted",
            "text": "<p>Each time he passed from one organisation to another, that was a door.</p>",
        }
        description = "Text behind a heading that opens."
