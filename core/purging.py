"""Which addresses change with a page, and how caches in front hear of it (decision 0013)."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from wagtail.contrib.frontend_cache.tasks import purge_urls_from_cache_task
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Site

from core.models.base_page import BasePage

# Readers wait for a purge, pictures can wait for them.
AT_ONCE = 50
ADDRESSES_AT_ONCE = 500
# Addresses that tell of every page.
LISTS = ("search:results", "search:feed", "search:suggestions")


def addresses_changed_by(*pages) -> set[str]:
    """Return the full addresses of all that shows something of some pages, their own among them.

    Each is its own type. What stands below a page shows its title on the way there.
    """
    if not pages:
        return set()
    batch, around = PurgeBatch(), {}
    for page in pages:
        shown = [page, *page.pages_that_show_this(), *page.pages_that_list_this()]
        above = BasePage.objects.ancestor_of(page).filter(depth__gt=1)
        around |= {one.pk: one for one in (*above, *shown)}
        if page.numchild:
            batch.add_pages(BasePage.objects.descendant_of(page).live().iterator())
    # Each once: the blog has to ask for all its lists.
    batch.add_pages(around.values())
    return batch.urls | addresses_of_lists()


def addresses_of_lists() -> set[str]:
    """Return the full addresses of the search and the list for crawlers: they tell of all."""
    paths = ["/sitemap.xml", *(reverse(name) for name in LISTS)]
    return {f"{site.root_url}{path}" for site in Site.objects.all() for path in paths}


def addresses_before(page, url_path: str) -> set[str]:
    """Return the full addresses that a page and all below it had when its own path was this."""
    batch = PurgeBatch()
    for one in BasePage.objects.descendant_of(page, inclusive=True).iterator():
        one.url_path = url_path + one.url_path.removeprefix(page.url_path)
        batch.add_page(one)
    return batch.urls


def every_address() -> set[str]:
    """Return the full addresses of all pages: for what stands on each."""
    batch = PurgeBatch()
    batch.add_pages(BasePage.objects.live().filter(depth__gt=1).iterator())
    return batch.urls


def has_caches() -> bool:
    """Tell whether there are any caches in front that can be told."""
    return bool(getattr(settings, "WAGTAILFRONTENDCACHE", None))


def purge(addresses: Iterable[str]) -> None:
    """Have addresses taken out of the caches in front by a task."""
    listed = sorted(addresses)
    for start in range(0, len(listed), ADDRESSES_AT_ONCE):
        task = purge_urls_from_cache_task.using(priority=AT_ONCE)
        task.enqueue(listed[start : start + ADDRESSES_AT_ONCE], None, None)
