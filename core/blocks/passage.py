"""The base of every block: a passage, which may be in another language than its page."""

from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError

from core.passages import Passage

TYPED = (blocks.CharBlock, blocks.TextBlock, blocks.URLBlock)


def languages() -> list[tuple[str, str]]:
    """Return the languages that a passage can be in."""
    return [*settings.LANGUAGES, ("fr", "French"), ("de", "German"), ("la", "Latin")]


class PassageBlock(blocks.StructBlock):
    """A block with a language of its own among its settings.

    Subclasses say in `faults` what must be put right before the page is published; a draft may
    be saved unfinished.
    """

    settings_names: tuple[str, ...] = ("language",)

    language = blocks.ChoiceBlock(
        choices=languages,
        required=False,
        help_text=(
            "Only when this passage is in another language than the page: "
            "screen readers then pronounce it rightly."
        ),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for child in self.child_blocks.values():
            if isinstance(child, TYPED) and child.meta.default is None:
                # Else a reader would see “None” where nobody typed anything.
                child.meta.default = ""

    def get_form_layout(self) -> BlockGroup:
        """Return the fields in order, with the seldom needed ones folded away."""
        names = [name for name in self.child_blocks if name not in self.settings_names]
        return BlockGroup(children=names, settings=list(self.settings_names))

    def normalize(self, value):
        """Return a whole value for what code gives in part: what is left out has its default."""
        if not isinstance(value, self.meta.value_class):
            defaults = {name: block.get_default() for name, block in self.child_blocks.items()}
            value = {**defaults, **value}
        return super().normalize(value)

    def clean(self, value):
        """Check the fields and, unless a draft is being saved, what only publishing needs."""
        cleaned = super().clean(value)
        faults = {} if self.is_deferred_validation else self.faults(cleaned)
        if faults:
            raise StructBlockValidationError(
                {name: ValidationError(message) for name, message in faults.items()}
            )
        return cleaned

    def search_passages(self, value, block_id: str) -> list[Passage]:
        """Return what search finds the block by: its words, without its settings."""
        words = [
            word
            for name, child in self.child_blocks.items()
            if name not in self.settings_names and not isinstance(child, blocks.URLBlock)
            for word in child.get_searchable_content(value.get(name))
        ]
        return [Passage("body", " ".join(words))]

    def faults(self, value) -> dict[str, str]:
        """Return {field: what to do} for what must be put right before publishing."""
        return {}
