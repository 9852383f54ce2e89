"""The words of files that pages offer: PDF, Word and plain text."""

import datetime
import io
import logging
from collections.abc import Callable
from zipfile import ZipFile

import mammoth
from pypdf import PdfReader
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex

from core.models import BasePage
from core.passages import Facet, Passage
from search.engine.analysis import fold
from search.engine.findable import Findable
from search.engine.rows import in_parts
from search.gate import public_files
from search.models import Document, Missed, SearchIndex, Waiting
from search.sources import pages_of

logger = logging.getLogger(__name__)

# Nobody reads on after this much, and a broken file must not fill the memory.
MOST_BYTES = 40_000_000
MOST_PAGES = 400
MOST_SIGNS = 400_000
# A Word file is packed: a small one may unpack to more than can be read in a minute.
MOST_UNPACKED = 12_000_000


def key_of_file(key: int) -> str:
    """Return the key of a file's document in the index."""
    return f"file:{key}"


def file_findable(index: SearchIndex, key: int, words: str | None = None) -> Findable | None:
    """Return a file as the index takes it, or None if readers do not find it there.

    A file is found while a page that is found offers it: one that lies about is nobody's. Its
    `words` may have been read before, so that nobody waits for that.
    """
    file = public_files().filter(pk=key).first()
    ends = _ends_of_offers(index, key) if file else []
    if not ends:
        return None
    words = words_of(file) if words is None else words
    return Findable(
        key=key_of_file(file.pk),
        kind="Document",
        title=file.title,
        passages=[Passage("body", words)] if words else [],
        file_id=file.pk,
        facets=[Facet("type", "document", "Documents")],
        dated=file.created_at.date(),
        expires_at=None if None in ends else max(ends),
    )


def words_to_index(row: Waiting | Missed) -> str | None:
    """Return the words of the file that a row is about, to be read before anything is locked.

    None of a file that no page leads to, and of what is no file.
    """
    if row.kind != Waiting.FILE:
        return None
    file = get_document_model().objects.filter(pk=row.what).first()
    is_offered = file and _offers().filter(to_object_id=str(file.pk)).exists()
    return words_of(file) if is_offered else None


def files_of(index: SearchIndex) -> list[int]:
    """Return the keys of the files that pages of an index offer."""
    rows = list(_offers().values_list("object_id", "to_object_id"))
    pages = pages_of(index.site, index.language)
    keys = sorted({int(page) for page, _file in rows})
    found = {
        str(key)
        for some in in_parts(keys)
        for key in pages.filter(pk__in=some).values_list("pk", flat=True)
    }
    return sorted({int(file) for page, file in rows if page in found})


def files_on(pages: list[int]) -> list[int]:
    """Return the keys of the files that any of some pages offers."""
    return sorted(
        {
            int(file)
            for some in in_parts([str(page) for page in pages])
            for file in _offers().filter(object_id__in=some).values_list("to_object_id", flat=True)
        }
    )


def pages_offering(pages, files: list[int]) -> dict[int, list]:
    """Return {file's key: those of some pages that offer it, by title}."""
    wanted = [str(file) for file in files]
    rows = _offers().filter(to_object_id__in=wanted).values_list("to_object_id", "object_id")
    pairs = {(int(file), int(page)) for file, page in rows}
    known = list(pages.filter(pk__in={page for _file, page in pairs}))
    # Not by the database, whose alphabet may be another.
    known.sort(key=lambda page: (fold(page.title), page.pk))
    found: dict[int, list] = {file: [] for file in files}
    for page in known:
        for file in files:
            if (file, page.pk) in pairs:
                found[file].append(page)
    return found


def files_left_behind(index: SearchIndex) -> list[int]:
    """Return the keys of files that an index holds though no page of it offers them any more."""
    held = Document._default_manager.filter(index=index, file_id__isnull=False)
    held = set(held.values_list("file_id", flat=True))
    return sorted(held - set(files_of(index))) if held else []


def _ends_of_offers(index: SearchIndex, key: int) -> list[datetime.datetime | None]:
    """Return when each page that offers a file will be taken down; None of one that stays."""
    keys = _offers().filter(to_object_id=str(key)).values_list("object_id", flat=True)
    pages = pages_of(index.site, index.language).filter(pk__in=[*map(int, keys)])
    return list(pages.values_list("expire_at", flat=True))


def _offers():
    """Return what Wagtail has noted of pages that lead to files."""
    page, file = BasePage._meta, get_document_model()._meta
    return ReferenceIndex.objects.filter(
        base_content_type__app_label=page.app_label,
        base_content_type__model=page.model_name,
        to_content_type__app_label=file.app_label,
        to_content_type__model=file.model_name,
    )


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
    with ZipFile(io.BytesIO(content)) as packed:
        if packed.getinfo("word/document.xml").file_size > MOST_UNPACKED:
            raise ValueError("Its text unpacks to more than is read.")
    return mammoth.extract_raw_text(io.BytesIO(content)).value


def _of_text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": _of_pdf,
    "docx": _of_word,
    "txt": _of_text,
    "vtt": _of_text,
}
