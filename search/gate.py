"""What readers may see, asked of the pages themselves for every result that is shown.

The index holds live, public pages alone, but a page may be taken down a moment before the index
hears of it. So no result is ever taken from the index on trust.
"""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from core.remembered import remember
from search.models import Document, SearchIndex
from search.sources import pages_of


def let_through(index: SearchIndex):
    """Return the documents of an index that everybody may read now."""
    pages = open_pages(index)
    # `is_open=True` would make SQLite read every open document by that column's index.
    open_ones = Document.objects.filter(index=index).exclude(is_open=False)
    return open_ones.filter(
        Exists(pages.filter(pk=OuterRef("page_id")))
        | Exists(public_files().filter(pk=OuterRef("file_id")))
    )


def open_pages(index: SearchIndex):
    """Return the pages of an index's site and language that everybody may read now."""
    return pages_of(index.site, index.language).exclude(expire_at__lte=timezone.now())


def public_files():
    """Return the documents (files) that lie in no private collection."""
    return get_document_model().objects.exclude(_lies_in_private())


def _lies_in_private() -> Q:
    """Return what holds of files that lie in a private collection now; nothing if there is none.

    Moving a collection sends no signal, so where they lie is asked each time.
    """
    keys = remember("private collections", _private_collections)
    if not keys:
        return Q()
    paths = Collection.objects.filter(pk__in=keys).values_list("path", flat=True)
    return reduce(or_, (Q(collection__path__startswith=path) for path in paths), Q())


def _private_collections() -> list[int]:
    return list(CollectionViewRestriction.objects.values_list("collection_id", flat=True))


def closed_numbers(index: SearchIndex) -> set[int]:
    """Return the numbers of documents that readers may no longer see but the index still holds."""
    documents = Document.objects.filter(index=index)
    closed = documents.filter(is_open=False).values_list("number", flat=True)
    expired = documents.filter(expires_at__lte=timezone.now()).values_list("number", flat=True)
    return {*closed.union(expired), *_private_numbers(index)}


def _private_numbers(index: SearchIndex) -> list[int]:
    """Return the numbers of files that came to lie in a private collection."""
    is_private = _lies_in_private()
    if not is_private:
        return []
    files = get_document_model().objects.filter(is_private)
    keys = list(files.values_list("pk", flat=True))
    rows = Document.objects.filter(file_id__in=keys).values_list("index_id", "number")
    return [number for key, number in rows if key == index.pk]
