"""Takes the demonstration away: what was written and nobody has changed, and nothing else.

Kept are: what an editor has changed; a page with somebody's page below it, as it is and live,
because that page's address and breadcrumbs need it; and what something kept still uses. Their
records stay, so that a later removal can take them when the reason is gone.
"""

from collections import Counter
from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, PageLogEntry, ReferenceIndex

from core.models import BasePage, SiteDocument, SiteImage, Topic
from home.models import HomePage
from operations.demonstration.counting import counted
from operations.demonstration.frame import HOME, SETTINGS, restore_home, restore_settings
from operations.demonstration.many.writing import PREFIX
from operations.demonstration.records import is_untouched, object_of
from operations.models import DemonstrationRecord
from people.models import Organisation

RESTORE = {HOME: restore_home, SETTINGS: restore_settings}
# Nothing goes before what uses it: organisations and topics go after pages, and so on.
ORDER = [Organisation, Topic, SiteImage, SiteDocument, Collection]


@transaction.atomic
def remove(say: Callable[[str], None]) -> None:
    """Remove all of the demonstration that can go, or nothing, and say what was done."""
    Removal().remove(say)


class Removal:
    """One run: counts what goes and says why the rest stays."""

    def __init__(self) -> None:
        self.removed: Counter[str] = Counter()
        self.kept: list[str] = []
        self.needed: set[int] = set()

    def remove(self, say: Callable[[str], None]) -> None:
        """Put back what was filled in, then take away pages, then what they used."""
        found = _found()
        for record, thing in found:
            if record.name in RESTORE and self._may_go(record, thing):
                RESTORE[record.name](thing, record.before)
                self._is_gone(record)
        made = [(record, thing) for record, thing in found if record.name not in RESTORE]
        pages = [(record, page) for record, page in made if isinstance(page, BasePage)]
        self.needed = _needed(
            going={page.pk for record, page in pages if is_untouched(record, page)},
            beside={thing.pk for _record, thing in found if isinstance(thing, HomePage)},
        )
        for depth in sorted({page.depth for _record, page in pages}, reverse=True):
            self._take_pages([pair for pair in pages if pair[1].depth == depth])
        others = [(record, thing) for record, thing in made if not isinstance(thing, BasePage)]
        for record, thing in sorted(others, key=_turn):
            if self._may_go(record, thing):
                thing.delete()
                self._is_gone(record)
        self._report(say)

    def _take_pages(self, pairs: list) -> None:
        """Delete pages of one level at once, with their lines in the site's history."""
        going = [(record, page) for record, page in pairs if self._may_go(record, page)]
        keys = [page.pk for _record, page in going]
        BasePage.objects.filter(pk__in=keys).delete()
        PageLogEntry.objects.filter(page__in=keys).delete()
        for record, _page in going:
            self._is_gone(record)

    def _may_go(self, record: DemonstrationRecord, thing) -> bool:
        reason = ""
        if not is_untouched(record, thing):
            reason = "an editor has changed it"
        elif record.name not in RESTORE and (_is_used(thing) or self._is_needed(thing)):
            reason = "something that stays needs it"
        if reason:
            self.kept.append(f"Kept {_named(record, thing)}: {reason}.")
        return not reason

    def _is_needed(self, thing) -> bool:
        return isinstance(thing, BasePage) and thing.pk in self.needed

    def _is_gone(self, record: DemonstrationRecord) -> None:
        self.removed[str(record.name).split(" ")[0]] += 1
        record.delete()

    def _report(self, say: Callable[[str], None]) -> None:
        if not self.removed and not self.kept:
            say("There is no demonstration to remove.")
            return
        restored = [name for name in RESTORE if self.removed.pop(name, 0)]
        if self.removed:
            say(f"Removed: {counted(self.removed)}.")
        if restored:
            say(f"Put back as they were: {' and '.join(restored)}.")
        for line in self.kept:
            say(line)


def _found() -> list:
    """Return the records with their objects; a record of what is gone is dropped."""
    found = []
    for record in DemonstrationRecord.objects.exclude(name__startswith=f"{PREFIX} "):
        thing = object_of(record)
        if thing is None:
            record.delete()
        else:
            found.append((record, thing))
    return found


def _needed(going: set[int], beside: set[int]) -> set[int]:
    """Return those of the pages `going` whom pages that stay quote, or name as their authors.

    What is kept for that needs others in turn. Pages `beside` need nothing by themselves, and a
    link in a text needs nobody: its words stay.
    """
    kind = ContentType.objects.get_for_model(BasePage)
    pages = ReferenceIndex.objects.filter(
        Q(model_path__startswith="authorships.") | Q(model_path__contains=".quote."),
        base_content_type=kind,
        to_content_type=kind,
    )
    needed: set[int] = set()
    while True:
        keys = [str(key) for key in going - needed]
        rows = pages.filter(to_object_id__in=keys).values_list("object_id", "to_object_id")
        more = {int(to) for by, to in rows if int(by) in needed or int(by) not in going | beside}
        if not more:
            return needed
        needed |= more


def _turn(pair: tuple) -> tuple[int, int]:
    """Return when a thing's turn comes; of a kind, the youngest record first.

    So an organisation that was renamed goes before the one that it became.
    """
    record, thing = pair
    return ORDER.index(type(thing)), -record.pk


def _named(record: DemonstrationRecord, thing) -> str:
    if isinstance(thing, BasePage):
        return f"“{thing.title}” ({thing.url})"
    return str(record.name)


def _is_used(thing) -> bool:
    """Tell whether something that is not the demonstration's needs `thing`."""
    if isinstance(thing, BasePage):
        return BasePage.objects.child_of(thing).exists()
    if isinstance(thing, Topic):
        return bool(thing.posts.exists())
    if isinstance(thing, Organisation):
        return bool(thing.roles.exists() or thing.predecessors.exists())
    if isinstance(thing, Collection):
        files = (model.objects.filter(collection=thing) for model in (SiteImage, SiteDocument))
        return bool(thing.numchild) or any(query.exists() for query in files)
    return ReferenceIndex.get_references_to(thing).exists()
