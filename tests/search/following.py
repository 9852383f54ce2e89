"""Changes a page, lets the index catch up, and asks it as a reader does."""

from wagtail.models import Site

from search.catching_up import catch_up
from search.indexes import current_index
from search.rebuilding import mend
from tests.factories import StandardPageFactory, publish, text
from tests.search.asking import ask, titles

HERONS = "<p>Three herons stood on the weir.</p>"


def found(client, words: str) -> list[str]:
    """Return the titles of what is found for some words, once the index has caught up."""
    assert catch_up() == 0
    return titles(ask(client, words))


def differences() -> list[str]:
    """Return what the index holds otherwise than the pages say."""
    return mend(current_index(Site.objects.get(is_default_site=True), "en-gb")).wrong


def herons(**fields):
    return publish(StandardPageFactory(title="The weir", body=[text(HERONS)], **fields))
