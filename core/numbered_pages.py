"""Long lists in numbered pages, whatever the address asks for."""

from django.core.paginator import Page, Paginator

from core.frame import absolute

MOST_DIGITS = 9


def numbered_page(things, per_page: int, asked: str | None) -> Page:
    """Return the page of `things` asked for; what is no page of the list gives page 1."""
    paginator = Paginator(things, per_page)
    text = str(asked or "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else 1
    return paginator.page(number if 1 <= number <= paginator.num_pages else 1)


def canonical_address(url: str, page: Page) -> str:
    """Return the one full address of a numbered page of the list at `url`."""
    return absolute(url) + (f"?page={page.number}" if page.number > 1 else "")
