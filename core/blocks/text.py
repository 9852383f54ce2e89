"""Running text: paragraphs, lists, links, bold, and titles of works."""

from wagtail import blocks

from core.blocks.passage import PassageBlock

# Headings and quotations are blocks of their own; italics tire the eye.
FEATURES = ["bold", "work", "link", "document-link", "ol", "ul"]


class TextBlock(PassageBlock):
    """Some paragraphs and lists."""

    text = blocks.RichTextBlock(
        features=FEATURES,
        help_text=(
            "Paragraphs and lists. Make a link of the words that say where it leads, never of "
            "“here”. Quotations have a block of their own."
        ),
    )

    class Meta:
        icon = "pilcrow"
        template = "core/blocks/text.html"
        preview_value = {
            "text": "<p>There were nineteen doors. Most took a minute. Four could be opened only "
            "from the inside.</p>"
        }
        description = "Paragraphs and lists."
