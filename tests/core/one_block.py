"""One block of a body on its own: what readers get, what editors are told."""

from django.core.exceptions import ValidationError

from core.blocks.body import BodyBlock
from core.publishing import messages_of
from tests.reader import parsed

BODY = BodyBlock()


class OneBlock:
    """The block called `key` with `whole`, fields that make it complete."""

    def __init__(self, key: str, **whole) -> None:
        self.block = BODY.child_blocks[key]
        self.whole = whole

    def value(self, **fields):
        """Return the complete value with `fields` instead of its own."""
        return self.block.normalize({**self.whole, **fields})

    def html(self, **fields):
        """Return what readers get, as elements."""
        return parsed(self.block.render(self.value(**fields)))

    def preview(self):
        """Return the example that editors are shown, as elements."""
        return parsed(self.block.render(self.block.get_preview_value()))

    def faults(self, **fields) -> list[str]:
        """Return what an editor is told who publishes; [] when the block may go live."""
        return self._told(self.block.clean, self.value(**fields))

    def faults_of_a_draft(self, **fields) -> list[str]:
        """Return what an editor is told who saves a draft."""
        return self._told(self.block.clean_deferred, self.value(**fields))

    def _told(self, clean, value) -> list[str]:
        try:
            clean(value)
        except ValidationError as error:
            return messages_of(error, clean.__self__, value)
        return []
