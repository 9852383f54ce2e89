"""Links in rich text, resolved from the page's shelf (see core.shelf)."""

from django.apps import apps
from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from core.shelf import on_the_shelf


def _from_the_shelf(model_name: str, attributes: list[dict]) -> list | None:
    shelf = on_the_shelf(apps.get_model(model_name))
    keys = [int(attrs["id"]) if str(attrs.get("id", "")).isdigit() else 0 for attrs in attributes]
    if shelf is None or any(key not in shelf for key in keys):
        return None
    return [shelf[key] for key in keys]


class PageFromTheShelf(PageLinkHandler):
    """A link to a page; the words stay, without a link, while the page is not live."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list:
        """Return the pages; one query for all that the shelf does not hold."""
        found = _from_the_shelf("core.BasePage", attrs_list)
        if found is not None:
            return found
        keys = [attrs.get("id") for attrs in attrs_list]
        pages = {str(page.pk): page for page in cls.get_model().objects.filter(pk__in=keys)}
        return [pages.get(str(key)) for key in keys]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """Return the opening tags; the page's own address, whatever language the reader uses."""
        return [
            f'<a href="{escape(page.url)}">' if page and page.live and page.url else "<a>"
            for page in cls.get_many(attrs_list)
        ]


class DocumentFromTheShelf(DocumentLinkHandler):
    """A link to a document."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list:
        """Return the documents; one query for all that the shelf does not hold."""
        found = _from_the_shelf("core.SiteDocument", attrs_list)
        return super().get_many(attrs_list) if found is None else found
