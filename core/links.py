"""Links in rich text, resolved from the page's shelf (see core.shelf)."""

from django.apps import apps
from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from core.shelf import on_the_shelf

# Longer numbers fit no column.
MOST_DIGITS = 19


def _targets(model_name: str, attributes: list[dict]) -> list:
    """Return the record that each link leads to, or None; one query where no shelf holds all."""
    model = apps.get_model(model_name)
    keys = [_key(attrs.get("id")) for attrs in attributes]
    found = on_the_shelf(model)
    if found is None or any(key not in found for key in keys if key):
        found = model._default_manager.in_bulk([key for key in keys if key])
    return [found.get(key) for key in keys]


def _key(written) -> int:
    """Return a primary key as written in a text; 0, which nothing has, for what is none."""
    text = str(written or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else 0


class PageFromTheShelf(PageLinkHandler):
    """A link to a page; the words stay, without a link, while not everybody may read it."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list:
        """Return the pages, in order."""
        return _targets("core.BasePage", attrs_list)

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """Return the opening tags; the page's own address, whatever language the reader uses."""
        return [
            f'<a href="{escape(page.url)}">' if page and page.is_readable and page.url else "<a>"
            for page in cls.get_many(attrs_list)
        ]


class DocumentFromTheShelf(DocumentLinkHandler):
    """A link to a document."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list:
        """Return the documents, in order."""
        return _targets("core.SiteDocument", attrs_list)
