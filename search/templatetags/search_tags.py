"""Template tags for results."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def marked(parts) -> SafeString:
    """Return the parts of a title or extract as HTML, the words that answer in mark elements."""
    pieces = [
        format_html("<mark>{}</mark>", part.text) if part.is_match else escape(part.text)
        for part in parts
    ]
    return mark_safe("".join(pieces))  # Each was escaped just now.


@register.filter
def quoted(words: list[str]) -> str:
    """Return words in quotation marks, as a list that ends with “or”."""
    *first, last = [f"‘{word}’" for word in words]
    return f"{', '.join(first)} or {last}" if first else last
