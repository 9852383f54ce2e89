"""Adds many pages below one parent with one look at the tree.

`add_child` asks for parent, last sibling, slug, locale and sites anew for every page: two thirds
of the time. Here the caller's batch is laid out at once, and saved without asking.
"""

from django.db import transaction
from django.db.models import F

from core.models import BasePage


@transaction.atomic
def append_children(parent, pages: list) -> None:
    """Save new, valid, live pages as the last children of `parent`, in this order.

    Their slugs must be free. Nothing is validated or logged.
    """
    row = BasePage.objects.select_for_update().get(pk=parent.pk)
    last = row.get_last_child()
    step = last._get_lastpos_in_path() if last else 0
    for place, page in enumerate(pages, start=step + 1):
        page.depth = row.depth + 1
        page.path = BasePage._get_path(row.path, page.depth, place)
        page._cached_parent_obj = parent
        page._is_site_root = False
        page.draft_title = page.title
        page.locale_id = row.locale_id
        page.save(clean=False, log_action=None)
    BasePage.objects.filter(pk=row.pk).update(numchild=F("numchild") + len(pages))
