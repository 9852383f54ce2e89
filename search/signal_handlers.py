"""What the index hears of. Nobody calls search: it listens.

What readers may no longer see is closed at once, in the same transaction. Everything else waits
in a row written with the change, and is taken up after the commit by a task.
"""

import logging

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.equivalents import name_changed
from core.models import BasePage
from core.models.search_hooks import pages_showing
from search.catching_up import take_out, wait
from search.engine.rows import in_parts
from search.files import files_on
from search.models import Document, Waiting
from search.tasks import catch_up

logger = logging.getLogger(__name__)

# Documents that an editor's click takes out of the index itself: 20 ms each.
FEW = 10


def note(kind: str, what, *, is_shown_elsewhere: bool = True) -> None:
    """Write down what changed, and have it taken up once it is certain."""
    wait(kind, what, is_shown_elsewhere=is_shown_elsewhere)
    transaction.on_commit(catch_up.enqueue)


def when_published(instance, **_signal) -> None:
    """Index a page that was published."""
    note(Waiting.PAGE, instance.pk)


def when_unpublished(instance, **_signal) -> None:
    """Close a page that was taken down."""
    close(BasePage.objects.filter(pk=instance.pk))
    note(Waiting.PAGE, instance.pk)


def when_moved(instance, **_signal) -> None:
    """Index what was moved: it may be public now, or private, or of another site."""
    note(Waiting.SUBTREE, instance.path)


def before_deleted(sender, instance, **_signal) -> None:
    """Close a page that is deleted, and index again what showed it."""
    if not issubclass(sender, BasePage):
        return
    close(BasePage.objects.filter(pk=instance.pk))
    for page in instance.pages_that_show_this():
        note(Waiting.PAGE, page.pk, is_shown_elsewhere=False)
    note(Waiting.PAGE, instance.pk)


def when_restricted(instance, **_signal) -> None:
    """Close what only some may see from now on."""
    path = instance.page.path
    close(BasePage.objects.filter(path__startswith=path))
    note(Waiting.SUBTREE, path)


def when_opened(instance, **_signal) -> None:
    """Index what everybody may see again."""
    page = BasePage.objects.filter(pk=instance.page_id).first()
    if page:
        note(Waiting.SUBTREE, page.path)


def when_shown_thing_changed(instance, **_signal) -> None:
    """Index the pages that show something which is no page: a topic, an organisation."""
    for page in pages_showing(instance):
        note(Waiting.PAGE, page.pk, is_shown_elsewhere=False)


def when_name_changed(names, **_signal) -> None:
    """Index again what says any of some names, which mean the same thing as others now."""
    for name in names:
        note(Waiting.NAME, name)


def when_file_changed(instance, **_signal) -> None:
    """Index a file."""
    note(Waiting.FILE, instance.pk)


def when_file_deleted(instance, **_signal) -> None:
    """Close a file that is gone."""
    Document.objects.filter(file_id=instance.pk).update(is_open=False)
    note(Waiting.FILE, instance.pk)


def when_collection_changed(instance, **_signal) -> None:
    """Index the files of a collection that was made private, or public again."""
    files = get_document_model().objects.filter(
        collection__path__startswith=instance.collection.path
    )
    for key in files.values_list("pk", flat=True):
        Document.objects.filter(file_id=key).update(is_open=False)
        note(Waiting.FILE, key)


def close(pages) -> None:
    """Take pages out of every list and count at once; out of the words, if they are few.

    Many are taken out by the task, some seconds later. Nothing that fails here keeps an editor
    from taking a page down.
    """
    documents = Document.objects.filter(page_id__in=pages.values("pk"))
    files = files_on(list(pages.values_list("pk", flat=True)))
    documents.update(is_open=False)
    # Another page may offer them too: then they are opened again in a moment.
    for some in in_parts(files):
        Document.objects.filter(file_id__in=some).update(is_open=False)
    for file in files:
        note(Waiting.FILE, file)
    if documents.count() <= FEW:
        try:
            with transaction.atomic():
                take_out(documents)
        except Exception:
            logger.exception("The index will be told of what was taken down by the task")


def connect() -> None:
    """Connect every handler; called once, when the app is ready."""
    page_published.connect(when_published, dispatch_uid="search.published")
    page_unpublished.connect(when_unpublished, dispatch_uid="search.unpublished")
    post_page_move.connect(when_moved, dispatch_uid="search.moved")
    pre_delete.connect(before_deleted, dispatch_uid="search.deleted")
    post_save.connect(when_restricted, sender=PageViewRestriction, dispatch_uid="search.private")
    post_delete.connect(when_opened, sender=PageViewRestriction, dispatch_uid="search.opened")
    post_save.connect(when_shown_thing_changed, dispatch_uid="search.shown")
    pre_delete.connect(when_shown_thing_changed, dispatch_uid="search.shown_gone")
    name_changed.connect(when_name_changed, dispatch_uid="search.names")
    file = get_document_model()
    post_save.connect(when_file_changed, sender=file, dispatch_uid="search.file")
    post_delete.connect(when_file_deleted, sender=file, dispatch_uid="search.file_gone")
    for signal in (post_save, post_delete):
        signal.connect(
            when_collection_changed,
            sender=CollectionViewRestriction,
            dispatch_uid="search.collection",
        )
