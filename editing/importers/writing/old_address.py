"""The address that a page had on the old site, kept as a redirect to its post."""

import re
from urllib.parse import quote, urljoin, urlsplit

from wagtail.contrib.redirects.models import Redirect

from core.models import BasePage
from editing.importers.reading.files import FoundFile

LONGEST_PATH = 255


def address_below(base: str, file: FoundFile) -> str:
    """Return the address of a file whose folder was at `base`; empty if no base is known.

    A page kept as plain text was most likely served without that ending.
    """
    if not base:
        return ""
    path = file.key if file.is_html else re.sub(r"\.[a-z]+$", "", file.key, flags=re.IGNORECASE)
    return urljoin(f"{base.rstrip('/')}/", quote(path))


def old_paths(address: str) -> list[str]:
    """Return the paths that led to the page at `address`: an index page also has its folder's."""
    parts = urlsplit(address)
    whole = parts._replace(scheme="", netloc="", fragment="").geturl()
    folder = re.sub(r"/(?:index|default)\.\w+$", "/", whole)
    paths = [Redirect.normalise_path(path) for path in (whole, folder) if path.strip("/")]
    return list(dict.fromkeys(paths))


def missing_paths(address: str, post: BasePage | None) -> tuple[list[str], list[str]]:
    """Return the paths that do not lead to `post` yet, and in words what stands against others.

    Without a post, as in a dry run, they are those of a new one.
    """
    missing: list[str] = []
    doubts: list[str] = []
    url = post.url if post else None
    here = Redirect.normalise_path(urlsplit(url).path) if url else None
    for path in old_paths(address) if address else []:
        if path == here:
            continue
        if len(path) > LONGEST_PATH:
            doubts.append("The old address is too long to be kept as a redirect.")
            continue
        there = Redirect._default_manager.filter(old_path=path, site=None).first()
        if there is None:
            missing.append(path)
        elif post is None or there.redirect_page_id != post.pk:
            doubts.append(f"The redirect from {path} leads elsewhere already; it was left alone.")
    return missing, doubts


def keep(paths: list[str], post: BasePage) -> None:
    """Make redirects to a post."""
    for path in paths:
        Redirect.add_redirect(path, redirect_to=post, automatically_created=True)
