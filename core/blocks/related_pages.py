"""Where to read on."""

from wagtail import blocks

from core.blocks.choosers import PageChooser
from core.blocks.passage import PassageBlock

EXAMPLES = 3


class RelatedPagesValue(blocks.StructValue):
    """Pages to read on."""

    @property
    def live_pages(self) -> list:
        """Return the chosen pages that readers can open."""
        return [page for page in self["pages"] if page and page.is_readable]


class RelatedPagesBlock(PassageBlock):
    """A short list of pages of this site."""

    heading = blocks.CharBlock(default="Read on", max_length=120, help_text="Above the list.")
    pages = blocks.ListBlock(
        PageChooser(help_text="A page of this site."),
        min_num=1,
        max_num=6,
        help_text="At most six, the most useful first.",
    )

    def get_preview_value(self):
        """Return the example with pages of the site, since there are no others."""
        pages = self.child_blocks["pages"].child_block.model_class.objects.live()
        newest = pages.filter(depth__gt=1).order_by("-pk")[:EXAMPLES]
        return self.normalize({**self.meta.preview_value, "pages": list(newest)})

    class Meta:
        icon = "list-ol"
        template = "core/blocks/related_pages.html"
        value_class = RelatedPagesValue
        preview_value = {"heading": "Read on", "pages": []}
        description = "Links to pages of this site."
