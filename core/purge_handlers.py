"""Tells the caches in front what changed: the addresses as they are, and as they were before."""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Locale, PageViewRestriction, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from core import purging
from core.models import BasePage, FooterLink, SiteSettings
from core.models.search_hooks import pages_showing


def _purge(find: Callable[[], set[str]]) -> None:
    """Purge what `find` returns now, while it can be found, once the change is certain."""
    if purging.has_caches():
        transaction.on_commit(partial(purging.purge, find()))


def when_page_changes(instance, **_signal) -> None:
    """Purge what shows a page that was published or taken down."""
    _purge(lambda: purging.addresses_changed_by(instance))


def before_deleted(sender, instance, **_signal) -> None:
    """Purge what showed a page, while it is still known what does."""
    if issubclass(sender, BasePage):
        _purge(lambda: purging.addresses_changed_by(instance.specific))


def when_moved(instance, parent_page_before, url_path_before, **_signal) -> None:
    """Purge both places of a page that was moved."""

    def find() -> set[str]:
        page = instance.specific
        changed = purging.addresses_changed_by(page, parent_page_before.specific)
        return changed | purging.addresses_before(page, url_path_before)

    _purge(find)


def when_slug_changed(instance, instance_before, **_signal) -> None:
    """Purge the address that a page had, and those below it."""
    _purge(lambda: purging.addresses_before(instance, instance_before.url_path))


def when_restricted(instance, **_signal) -> None:
    """Purge what was made private, or public again."""
    pages = BasePage.objects.filter(pk=instance.page_id)
    _purge(lambda: purging.addresses_changed_by(*pages.specific()))


def when_shown_thing_changed(instance, **_signal) -> None:
    """Purge the pages that show something which is no page: a topic, an organisation."""
    _purge(lambda: purging.addresses_changed_by(*(one.specific for one in pages_showing(instance))))


def when_frame_changed(**_signal) -> None:
    """Purge everything: the settings and the sites stand on every page."""
    _purge(purging.every_address)


def connect() -> None:
    """Connect every handler; called once, when the app is ready."""
    for signal in (page_published, page_unpublished):
        signal.connect(when_page_changes, dispatch_uid="core.purge")
    pre_delete.connect(before_deleted, dispatch_uid="core.purge.deleted")
    post_page_move.connect(when_moved, dispatch_uid="core.purge")
    page_slug_changed.connect(when_slug_changed, dispatch_uid="core.purge")
    post_save.connect(when_shown_thing_changed, dispatch_uid="core.purge.shown")
    pre_delete.connect(when_shown_thing_changed, dispatch_uid="core.purge.shown")
    for signal in (post_save, post_delete):
        signal.connect(
            when_restricted, sender=PageViewRestriction, dispatch_uid="core.purge.private"
        )
        for model in (Site, SiteSettings, FooterLink, Locale):
            uid = f"core.purge.{model.__name__}"
            signal.connect(when_frame_changed, sender=model, dispatch_uid=uid)
