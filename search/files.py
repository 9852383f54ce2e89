"""The words of files that pages offer: PDF, Word and plain text."""

import io
import logging
from collections.abc import Callable

import mammoth
from pypdf import PdfReader
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex

from core.passages import Facet, Passage
from search.engine.findable import Findable
from search.gate import public_files
from search.models import SearchIndex
from search.sources import pages_of

logger = logging.getLogger(__name__)

# Nobody reads on after this much, and a broken file must not fill the memory.
MOST_BYTES = 40_000_000
MOST_PAGES = 400
MOST_SIGNS = 400_000


def key_of_file(key: int) -> str:
    """Return the key of a file's document in the index."""
    return f"file:{key}"


def file_findable(index: SearchIndex, key: int) -> Findable | None:
    """Return a file as the index takes it, or None if readers do not find it there.

    A file is found while a page that is found offers it: one that lies about is nobody's.
    """
    file = public_files().filter(pk=key).first()
    if file is None or not _offering(index, file):
        return None
    words = words_of(file)
    return Findable(
        key=key_of_file(file.pk),
        kind="Document",
        title=file.title,
        passages=[Passage("body", words)] if words else [],
        file_id=file.pk,
        facets=[Facet("type", "document", "Documents")],
        dated=file.created_at.date(),
    )


def files_of(index: SearchIndex) -> list[int]:
    """Return the keys of the files that pages of an index offer."""
    model = get_document_model()
    references = ReferenceIndex.objects.filter(
        to_content_type__app_label=model._meta.app_label,
        to_content_type__model=model._meta.model_name,
    )
    pages = {str(key) for key in pages_of(index.site, index.language).values_list("pk", flat=True)}
    rows = references.values_list("object_id", "to_object_id")
    return sorted({int(file) for page, file in rows if page in pages})


def _offering(index: SearchIndex, file) -> bool:
    references = ReferenceIndex.get_references_to(file)
    keys = {int(key) for key in references.values_list("object_id", flat=True)}
    return pages_of(index.site, index.language).filter(pk__in=keys).exists()


def files_on(page_id: int) -> list[int]:
    """Return the keys of the files that a page offers."""
    model = get_document_model()
    rows = ReferenceIndex.objects.filter(
        object_id=str(page_id),
        to_content_type__app_label=model._meta.app_label,
        to_content_type__model=model._meta.model_name,
    )
    return sorted({int(key) for key in rows.values_list("to_object_id", flat=True)})


def words_of(file) -> str:
    """Return the words of a file; none where it can not be read, which is logged."""
    read = READERS.get(file.file_extension.lower())
    if read is None:
        return ""
    try:
        with file.open_file() as opened:
            content = opened.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            logger.warning("%s is too large to be searched inside", file.filename)
            return ""
        return " ".join(read(content).split())[:MOST_SIGNS]
    except Exception:
        logger.warning("%s could not be read for searching", file.filename, exc_info=True)
        return ""


def _of_pdf(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages[:MOST_PAGES])


def _of_word(content: bytes) -> str:
    return mammoth.extract_raw_text(io.BytesIO(content)).value


def _of_text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": _of_pdf,
    "docx": _of_word,
    "txt": _of_text,
    "vtt": _of_text,
}
