"""The body of a page: the blocks that every page type may use."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from core.blocks.aside import AsideBlock
from core.blocks.call_to_action import CallToActionBlock
from core.blocks.details import DetailsBlock
from core.blocks.document import DocumentBlock
from core.blocks.facts import FactsBlock
from core.blocks.film import FilmBlock
from core.blocks.heading import HeadingBlock
from core.blocks.picture import PictureBlock
from core.blocks.related_pages import RelatedPagesBlock
from core.blocks.table import TableBlock
from core.blocks.text import TextBlock


class BodyBlock(blocks.StreamBlock):
    """Blocks in the order in which they are read."""

    text = TextBlock(group="Words")
    heading = HeadingBlock(group="Words")
    aside = AsideBlock(group="Words")
    details = DetailsBlock(group="Words")
    picture = PictureBlock(group="Pictures and files")
    film = FilmBlock(group="Pictures and files")
    document = DocumentBlock(group="Pictures and files")
    table = TableBlock(group="Facts")
    facts = FactsBlock(group="Facts")
    call_to_action = CallToActionBlock(group="Ways on")
    related_pages = RelatedPagesBlock(group="Ways on")

    def clean(self, value):
        """Check the blocks and, unless a draft is being saved, that headings come in order."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        seen_second_level = False
        for place, child in enumerate(cleaned):
            if child.block_type != "heading":
                continue
            if child.value["level"] == "3" and not seen_second_level:
                message = (
                    "This is a heading within a heading, but no heading stands above it. "
                    "Choose “Heading” here."
                )
                raise StreamBlockValidationError({place: ValidationError(message)})
            seen_second_level = True
        return cleaned
