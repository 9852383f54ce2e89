"""Template tags for pictures, dates, languages and numbered pages."""

import datetime

from django import template
from django.utils import dateformat, timezone, translation
from django.utils.html import format_html

from core.frame import absolute, default_language, html_language

register = template.Library()
register.filter("absolute", absolute)

# Search engines and browser tabs cut what is longer.
LONGEST_TITLE = 70
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


@register.inclusion_tag("core/components/picture.html")
def picture(image, kind, alt="", sizes="100vw", loading="lazy", priority=False, css="") -> dict:
    """Show a picture in the sizes that exist for `kind`, a key of core.renditions.SPECS.

    `sizes` is the attribute of that name; `priority` marks the one picture seen first.
    """
    ready = image.ready(kind)
    fallback = ready.get("jpeg") or [(image.file.url, image.width, image.height)]
    src, width, height = fallback[-1]
    return {
        "sources": [
            {"type": TYPES[form], "srcset": _srcset(files), "sizes": sizes}
            for form, files in ready.items()
            if form != "jpeg" and files
        ],
        "src": src,
        "srcset": _srcset(fallback) if len(fallback) > 1 else "",
        "sizes": sizes,
        "width": width,
        "height": height,
        "alt": alt,
        "loading": "" if priority else loading,
        "priority": priority,
        "css": css,
    }


def _srcset(files) -> str:
    return ", ".join(f"{url} {width}w" for url, width, _height in files)


@register.inclusion_tag("core/components/portrait.html")
def portrait(profile, size, loading="lazy", sizes="") -> dict:
    """Show a profile's face `size` CSS pixels wide, or its initials where there is no picture.

    `sizes` says more where the width depends on the window's.
    """
    return {
        "image": profile.portrait if profile else None,
        "initials": profile.initials if profile else "",
        "size": size,
        "sizes": sizes or f"{size}px",
        "loading": loading,
    }


@register.simple_tag
def tab_title(title, site_name) -> str:
    """Return a page's title for tabs and search engines, with the site's name where it fits."""
    whole = f"{title} – {site_name}"
    return whole if len(whole) <= LONGEST_TITLE else str(title)


@register.filter
def on_date(value) -> str:
    """Return a date as "21 February 2018" in a time element; nothing for no date."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime):
        value = timezone.localtime(value).date()
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(), dateformat.format(value, "j F Y")
    )


@register.filter
def lang_attr(code) -> str:
    """Return a lang attribute for a passage in another language than its page."""
    return format_html(' lang="{}"', html_language(code)) if code else ""


@register.filter
def having(things, name) -> list:
    """Return those of a list that have something called `name`, such as a profile to show."""
    return [thing for thing in things if getattr(thing, name, None)]


@register.simple_tag
def page_range(page) -> list:
    """Return the page numbers to link to, with None for a gap: 1, None, 4, 5, 6, None, 9."""
    ellipsis = page.paginator.ELLIPSIS
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [None if number == ellipsis else number for number in numbers]


@register.simple_tag(takes_context=True)
def page_address(context, number) -> str:
    """Return the address of a numbered page of this list; `query` is kept where there is one."""
    query = [context["query"]] if context.get("query") else []
    query += [f"page={number}"] if number > 1 else []
    return context["request"].path + ("?" + "&".join(query) if query else "")


@register.simple_tag
def other_language() -> str:
    """Return the code of the page's language where it is not the one of the whole site."""
    language = translation.get_language() or ""
    return "" if language == default_language() else language
