"""Brings the index up to what changed: each row of `Waiting`, one by one."""

import datetime
import logging
from collections import defaultdict

from django.db import transaction
from django.utils import timezone
from wagtail.models import ReferenceIndex

from core.models import BasePage
from search.engine.mentions import numbers_that_say
from search.engine.updating import put
from search.engine.weighing import locked, take_up_names
from search.files import (
    file_findable,
    files_left_behind,
    files_on,
    key_of_file,
    words_to_index,
)
from search.models import Document, Missed, SearchIndex, Waiting
from search.sources import findables_by_key, pages_of

logger = logging.getLogger(__name__)

FIRST_DELAY = datetime.timedelta(minutes=1)
LONGEST_DELAY = datetime.timedelta(hours=6)


def catch_up() -> int:
    """Put everything into the index that waits and is due; return how much failed.

    A failure stops nothing else. It stays, and is tried again after a minute, two, four ….
    """
    failed = 0
    while row := Waiting.objects.filter(try_at__lte=timezone.now()).order_by("pk").first():
        same = Waiting.objects.filter(kind=row.kind, what=row.what)
        if not row.is_shown_elsewhere:
            same = same.filter(is_shown_elsewhere=False)
        # Rows that come meanwhile are not among these.
        done = list(same.values_list("pk", flat=True))
        try:
            # Read first: it may take seconds, in which others write.
            words = words_to_index(row)
            with transaction.atomic():
                _take_up(row, words)
                Waiting.objects.filter(pk__in=done).delete()
        except Exception as error:
            failed += 1
            logger.exception("The index could not be told of %s; it will be tried again", row)
            _put_off(row, error)
    return failed


def _put_off(row: Waiting, error: Exception) -> None:
    attempts = row.attempts + 1
    delay = min(FIRST_DELAY * 2 ** min(attempts - 1, 20), LONGEST_DELAY)
    Waiting.objects.filter(pk=row.pk).update(
        attempts=attempts,
        problem=f"{type(error).__name__}: {error}",
        try_at=timezone.now() + delay,
    )


def _take_up(row: Waiting, words: str | None) -> None:
    indexes = list(SearchIndex.objects.select_related("site__root_page"))
    for index in indexes:
        if index.is_current:
            bring_in(index, row.kind, row.what, words)
        else:
            Missed.objects.create(index=index, kind=row.kind, what=row.what)
    # What only shows the thing that changed offers the files that it offered before.
    if row.kind in {Waiting.PAGE, Waiting.SUBTREE} and row.is_shown_elsewhere:
        _follow_files(indexes, row)
    if row.kind == Waiting.PAGE and row.is_shown_elsewhere:
        page = BasePage.objects.filter(pk=row.what).first()
        for shown_by in page.specific.pages_that_show_this() if page else []:
            wait(Waiting.PAGE, shown_by.pk, is_shown_elsewhere=False)


def _follow_files(indexes: list[SearchIndex], row: Waiting) -> None:
    """Have the files looked at that changed pages offer, and those that no page offers now."""
    pages = BasePage.objects.filter(path__startswith=row.what)
    if row.kind == Waiting.PAGE:
        pages = BasePage.objects.filter(pk=row.what)
        for page in pages.specific():
            # Wagtail's own task may come later: what the page offers has to be known now.
            ReferenceIndex.create_or_update_for_object(page)
    files = set(files_on(list(pages.values_list("pk", flat=True))))
    for index in indexes:
        files.update(files_left_behind(index))
    for file in sorted(files):
        wait(Waiting.FILE, file)


def wait(kind: str, what, *, is_shown_elsewhere: bool = True) -> None:
    """Note that the index has to hear of something."""
    Waiting.objects.create(kind=kind, what=str(what)[:255], is_shown_elsewhere=is_shown_elsewhere)


def bring_in(index: SearchIndex, kind: str, what: str, words: str | None = None) -> None:
    """Bring one index up to what became of a page, a subtree, a file or a name.

    `words` are those of a file, if it was read before. The index is held first: whoever changes
    the page after this has read it comes after.
    """
    locked(index)
    if kind == Waiting.PAGE:
        _bring_in_pages(index, [int(what)])
    elif kind == Waiting.SUBTREE:
        pages = BasePage.objects.filter(path__startswith=what)
        _bring_in_pages(index, list(pages.order_by("path").values_list("pk", flat=True)))
    elif kind == Waiting.FILE:
        _bring_in_file(index, int(what), words)
    elif kind == Waiting.NAME:
        take_up_names(index, numbers_that_say(index, what))


def _bring_in_pages(index: SearchIndex, keys: list[int]) -> None:
    found = set(
        pages_of(index.site, index.language).filter(pk__in=keys).values_list("pk", flat=True)
    )
    documents = findables_by_key(sorted(found)) if found else []
    wanted = {document.key for document in documents}
    there = Document.objects.filter(index=index, page_id__in=keys).values_list("key", flat=True)
    put(index, documents, gone=[key for key in there if key not in wanted])


def take_out(documents) -> None:
    """Take documents out of their indexes."""
    keys: dict[int, list[str]] = defaultdict(list)
    # Fetched first: databases plan badly for lists within lists.
    for index, key in documents.values_list("index", "key"):
        keys[index].append(key)
    for index in SearchIndex.objects.filter(pk__in=list(keys)):
        put(index, [], gone=keys[index.pk])


def _bring_in_file(index: SearchIndex, key: int, words: str | None) -> None:
    document = file_findable(index, key, words)
    gone = [] if document else [key_of_file(key)]
    put(index, [document] if document else [], gone=gone)
