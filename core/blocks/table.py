"""A table of facts, with headings that screen readers announce."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from core.blocks.passage import PassageBlock


class TableBlock(PassageBlock):
    """A table."""

    caption = blocks.CharBlock(
        max_length=160, help_text="What the table shows. Read out before it."
    )
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, help_text="A few words.")),
            ("number", blocks.CharBlock(required=False, help_text="Set to the right.")),
        ],
        help_text="Give every column a heading. For layout, use other blocks.",
    )
    row_headers = blocks.BooleanBlock(
        required=False,
        label="First column names the rows",
        help_text="Tick when each row is about what its first cell says.",
    )

    def faults(self, value) -> dict[str, str]:
        """Return what a listener would miss."""
        table = value["table"]
        if not (table and table.columns and table.row_data):
            return {"table": "Add a column and a row."}
        if any(not column["heading"] for column in table.columns):
            return {"table": "Give every column a heading."}
        return {}

    class Meta:
        icon = "table"
        template = "core/blocks/table.html"
        preview_value = {
            "caption": "Doors by who can open them",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Who"},
                    {"type": "number", "heading": "Doors"},
                ],
                "rows": [{"values": ["Anyone on the ward", "15"]}, {"values": ["One person", "4"]}],
                "caption": "",
            },
            "row_headers": True,
        }
        description = "Rows and columns of facts."
