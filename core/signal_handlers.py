"""What follows an editor's click: dates follow notes, facts are forgotten, pictures made."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    PageViewRestriction,
    Site,
)
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.models import (
    BasePage,
    ChangeNote,
    FooterLink,
    SiteImage,
    SiteSettings,
    Topic,
)
from core.models.change_notes import note_publication, recompute_updated_date
from core.remembered import forget
from core.tasks import make_renditions

# A save that touches only these columns changes nothing that is remembered of a page.
COLUMNS_OF_DRAFTS = {
    "latest_revision",
    "latest_revision_created_at",
    "draft_title",
    "has_unpublished_changes",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
}


def when_published(instance, revision, **_signal) -> None:
    """Write the change note of a publication and let the page's date follow it."""
    note_publication(instance, revision)


def when_page_saved(sender, instance, update_fields=None, **_signal) -> None:
    """Forget what was remembered, unless only a draft was saved."""
    if not issubclass(sender, BasePage):
        return
    if update_fields is not None and set(update_fields) <= COLUMNS_OF_DRAFTS:
        return
    if instance.live:
        forget()


def when_page_deleted(sender, **_signal) -> None:
    """Forget what was remembered of a page that is gone."""
    if issubclass(sender, BasePage):
        forget()


def when_note_changed(instance, **_signal) -> None:
    """Let the page's date follow a note that an editor corrected or removed."""
    page = BasePage.objects.filter(pk=instance.page_id).first()
    if page:
        recompute_updated_date(page)


def when_picture_saved(instance, raw=False, **_signal) -> None:
    """Have the sizes of a new or changed picture made, after the upload is safe."""
    if not raw and instance.sources_made_from != instance.made_from:
        transaction.on_commit(partial(make_renditions.enqueue, instance.pk))


def connect() -> None:
    """Connect every handler; called once, when the app is ready."""
    page_published.connect(when_published, dispatch_uid="core.note")
    for signal in (page_unpublished, post_page_move):
        signal.connect(forget, dispatch_uid="core.forget")
    post_save.connect(when_page_saved, dispatch_uid="core.page")
    post_delete.connect(when_page_deleted, dispatch_uid="core.page")
    for model in (
        *(Site, SiteSettings, FooterLink, Topic),
        *(Locale, PageViewRestriction, Collection, CollectionViewRestriction, Redirect),
    ):
        post_save.connect(forget, sender=model, dispatch_uid=f"core.forget.{model.__name__}")
        post_delete.connect(forget, sender=model, dispatch_uid=f"core.forget.{model.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(when_note_changed, sender=ChangeNote, dispatch_uid="core.notes")
    post_save.connect(when_picture_saved, sender=SiteImage, dispatch_uid="core.picture")
