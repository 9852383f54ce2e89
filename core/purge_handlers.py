"""Tells the caches in front what changed: the addresses as they are, and as they were before."""

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


def _purge(addresses: set[str]) -> None:
    transaction.on_commit(partial(purging.purge, addresses))


def when_page_changes(instance, **_signal) -> None:
    """Purge what shows a page that was published or taken down."""
    if purging.has_caches():
        _purge(purging.addresses_changed_by(instance))


def before_deleted(sender, instance, **_signal) -> None:
    """Purge what showed a page, while it is still known what does."""
    if purging.has_caches() and issubclass(sender, BasePage):
        _purge(purging.addresses_changed_by(instance.specific))


def when_moved(instance, parent_page_before, url_path_before, **_signal) -> None:
    """Purge both places of a page that was moved."""
    if purging.has_caches():
        page, before = instance.specific, parent_page_before.specific
        _purge(
            purging.addresses_changed_by(page)
            | purging.addresses_changed_by(before)
            | purging.addresses_before(page, url_path_before)
        )


def when_slug_changed(instance, instance_before, **_signal) -> None:
    """Purge the address that a page had, and those below it."""
    if purging.has_caches():
        _purge(purging.addresses_before(instance, instance_before.url_path))


def when_restricted(instance, **_signal) -> None:
    """Purge what was made private, or public again."""
    page = BasePage.objects.filter(pk=instance.page_id).first()
    if page and purging.has_caches():
        _purge(purging.addresses_changed_by(page.specific))


def when_shown_thing_changed(sender, instance, **_signal) -> None:
    """Purge the pages that show something which is no page: a topic, an organisation."""
    if not hasattr(sender, "pages_that_show_this") or issubclass(sender, BasePage):
        return
    if purging.has_caches():
        pages = instance.pages_that_show_this()
        _purge({url for page in pages for url in purging.addresses_changed_by(page.specific)})


def when_frame_changed(**_signal) -> None:
    """Purge everything: the settings and the sites stand on every page."""
    if purging.has_caches():
        _purge(purging.every_address())


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
