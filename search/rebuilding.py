"""Rebuilds an index from the pages of its site and language, and finds what differs in one."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Site

from search.catching_up import bring_in, wait
from search.engine.acronyms import Acronyms
from search.engine.analysis import analyzer_for
from search.engine.building import Building, take_over, throw_away
from search.engine.rows import in_parts
from search.files import file_findable, files_of, words_to_index
from search.models import Acronym, Document, Missed, SearchIndex, Waiting
from search.sources import findables

FILES_AT_ONCE = 16
# No rebuild takes as long.
GIVEN_UP_AFTER = datetime.timedelta(days=1)

Report = Callable[[int], object]
# Hears of documents weighed, and of how many there are.
Weighing = Callable[[int, int], object]


class Superseded(Exception):  # noqa: N818  Nothing is wrong: another rebuild goes on.
    """Another rebuild of the same index began meanwhile, and threw this one away."""


def rebuild(
    site: Site,
    language: str,
    report: Report = lambda _pages: None,
    weighing: Weighing = lambda _done, _of: None,
) -> SearchIndex:
    """Build an index anew and let it answer. `report` hears how many pages were read.

    Whatever changes meanwhile is told to the old index, which goes on answering, and noted for
    this one. Raises `Superseded` where another rebuild began meanwhile.
    """
    for left_over in SearchIndex.objects.filter(site=site, language=language, is_current=False):
        throw_away(left_over)  # Of a rebuild that was interrupted.
    building = Building(site, language)
    try:
        index = _built(building, report, weighing)
    except IntegrityError as fault:
        _go_on_if_there(building.index, fault)
        raise
    while not _take_over(index):
        for missed in Missed.objects.filter(index=index).order_by("pk"):
            words = words_to_index(missed)
            with transaction.atomic():
                bring_in(index, missed.kind, missed.what, words)
                missed.delete()
    index.refresh_from_db()
    return index


def _built(building: Building, report: Report, weighing: Weighing) -> SearchIndex:
    for part in findables(building.index.site, building.index.language):
        building.add(part)
        report(len({document.page_id for document in part}))
        _go_on_if_there(building.index)
    for part in _files(building.index):
        building.add(part)
    return building.finish(weighing)


def _go_on_if_there(index: SearchIndex, fault: Exception | None = None) -> None:
    """Raise `Superseded` where an index that is being built was thrown away."""
    if not SearchIndex.objects.filter(pk=index.pk).exists():
        raise Superseded(str(index)) from fault


def _take_over(index: SearchIndex) -> bool:
    """Let a new index answer, unless something changed that it has not heard of."""
    with transaction.atomic():
        # Whoever writes to the old index now ends first, and leaves its note.
        list(SearchIndex.objects.select_for_update().filter(site=index.site))
        if Missed.objects.filter(index=index).exists():
            return False
        take_over(index)
    for old in SearchIndex.objects.filter(site=index.site, language=index.language):
        if old.pk != index.pk:
            throw_away(old)
    return True


def throw_away_what_was_given_up() -> None:
    """Delete indexes whose rebuild was killed: each change is noted for them to the end."""
    long_ago = timezone.now() - GIVEN_UP_AFTER
    for index in SearchIndex.objects.filter(is_current=False, started_at__lt=long_ago):
        throw_away(index)


@dataclass(frozen=True)
class Comparison:
    """What an index holds otherwise than the pages say: keys of documents, and its acronyms."""

    wrong: list[str]
    explains_otherwise: bool


def mend(index: SearchIndex) -> Comparison:
    """Have everything looked at again that an index holds otherwise than the pages say.

    What differs may have changed just now, so it is not put right by what was read here: it waits
    for `catch_up` as any change does. Acronyms are read from all the texts at once: where those
    differ, only a rebuild mends it.
    """
    wanted: set[str] = set()
    wrong: list[str] = []
    acronyms = Acronyms(analyzer_for(index.language))
    for part in _parts(index):
        acronyms.read(part)
        stored = Document.objects.filter(index=index, key__in=[one.key for one in part])
        digests = dict(stored.values_list("key", "digest"))
        wanted.update(one.key for one in part)
        different = [one for one in part if digests.get(one.key) != one.digest]
        wrong += [one.key for one in different]
        for one in different:
            _look_again(one.page_id, one.file_id)
    rows = Document.objects.filter(index=index).values_list("key", "page_id", "file_id")
    gone = [row for row in rows.order_by("key") if row[0] not in wanted]
    for _key, page_id, file_id in gone:
        _look_again(page_id, file_id)
    stored = dict(Acronym.objects.filter(index=index).values_list("short", "long"))
    return Comparison(wrong + [key for key, *_rest in gone], stored != acronyms.kept)


def _look_again(page_id: int | None, file_id: int | None) -> None:
    kind, key = (Waiting.FILE, file_id) if file_id else (Waiting.PAGE, page_id)
    wait(kind, key, is_shown_elsewhere=False)


def _parts(index: SearchIndex) -> Iterator[list]:
    yield from findables(index.site, index.language)
    yield from _files(index)


def _files(index: SearchIndex) -> Iterator[list]:
    """Yield the files of an index, some at a time: each may be long."""
    for keys in in_parts(files_of(index), FILES_AT_ONCE):
        files = (file_findable(index, key) for key in keys)
        yield [file for file in files if file]
