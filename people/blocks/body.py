"""The body of an article: core's blocks, quotations and people."""

from core.blocks.body import BodyBlock
from people.blocks.people import PeopleBlock
from people.blocks.quote import QuoteBlock


class ArticleBlock(BodyBlock):
    """What every article may use. Quotations come first: they are what the programme lives by."""

    quote = QuoteBlock(group="Words")
    people = PeopleBlock(group="People")
