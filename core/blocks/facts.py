"""A list of facts: terms and what they are."""

from wagtail import blocks

from core.blocks.passage import PassageBlock


class FactsBlock(PassageBlock):
    """Facts before prose: when, where, how much."""

    heading = blocks.CharBlock(
        required=False, max_length=120, help_text="Leave empty when the text says what they are."
    )
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("term", blocks.CharBlock(max_length=60, help_text="One or two words: “Place”.")),
                (
                    "description",
                    blocks.RichTextBlock(
                        features=["bold", "link"], help_text="The fact. May hold a link."
                    ),
                ),
            ]
        ),
        min_num=1,
        help_text="One fact each, the most asked-for first.",
    )

    class Meta:
        icon = "list-ul"
        template = "core/blocks/facts.html"
        preview_value = {
            "items": [
                {"term": "Time", "description": "<p>10am to 12:30pm</p>"},
                {"term": "Place", "description": "<p>The Net Loft, Marlhaven</p>"},
            ]
        }
        description = "A list of facts, each with its name."
