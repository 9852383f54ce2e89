"""Writes the demonstration: what is missing is made, what an editor has changed is left alone."""

from collections import Counter
from collections.abc import Callable, Mapping

from django.db import models, transaction
from wagtail.models import ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.models import BasePage
from operations.demonstration.bodies import Keys
from operations.demonstration.counting import counted
from operations.demonstration.frame import write_home, write_settings
from operations.demonstration.library import Library
from operations.demonstration.pages import INDEXES, PARENTS, Filler, skeleton
from operations.demonstration.reading import Words, read_folder
from operations.demonstration.records import Ledger

FOLDERS = ["indexes", "pages", "people", "speakers", "posts"]


class NoSite(Exception):  # noqa: N818  The message says what to do.
    """There is no site to write to."""


def home_of_the_site() -> BasePage:
    """Return the home page that the demonstration stands under."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        raise NoSite("There is no default site. Make one under Settings, Sites, or run `migrate`.")
    return site.root_page.specific


def all_words() -> list[Words]:
    """Return every file that becomes a page, parents before their children."""
    return [words for folder in FOLDERS for words in read_folder(folder)]


@transaction.atomic
def write(say: Callable[[str], None]) -> None:
    """Write what is missing of the demonstration, all or nothing, and say what was done."""
    demonstration = Demonstration(home_of_the_site(), say)
    # Publishing replaces the rows of bylines and roles, and a task for a row that is gone fails.
    with disable_reference_index_auto_update():
        demonstration.write()
    for thing in demonstration.ledger.noted.values():
        ReferenceIndex.create_or_update_for_object(thing)


class Demonstration:
    """One run: finds or makes every part, then fills and publishes the pages."""

    def __init__(self, home: BasePage, say: Callable[[str], None]) -> None:
        self.home = home
        self.say = say
        self.ledger = Ledger()
        self.library = Library(self.ledger)
        self.pages: dict[str, BasePage] = {"home": home}
        self.made: set[str] = set()

    def write(self) -> None:
        """Write it all."""
        every = all_words()
        topics, organisations = self.library.topics(), self.library.organisations()
        pictures, documents = self.library.pictures(), self.library.documents()
        for words in every:
            self.pages[words.name] = self._find(words) or self._make(words)
        keys = Keys(_keys(self.pages), _keys(pictures), _keys(documents))
        filler = Filler(keys, topics, organisations, pictures)
        for words in every:
            if self._wants_filling(words):
                page = filler.publish(self.pages[words.name], words)
                self.pages[words.name] = page
                self.ledger.note(f"page {words.name}", page)
        changed = [
            *(["the home page"] if write_home(self.home, self.ledger, keys) else []),
            *(["the site settings"] if write_settings(self.home, self.ledger, self.pages) else []),
        ]
        self._report(every, changed)

    def _find(self, words: Words):
        page = self.ledger.find(f"page {words.name}")
        if page is None and words.kind == "indexes":
            # An editor's own blog or list is used as it is, and never recorded.
            page = INDEXES[words.name].objects.child_of(self.home).first()
        return page

    def _make(self, words: Words):
        parent = self.pages[PARENTS.get(words.kind, "home")]
        self.made.add(words.name)
        return skeleton(words, parent)

    def _wants_filling(self, words: Words) -> bool:
        """Say whether a page is new, or ours and names one that had to be made again."""
        if words.name in self.made:
            return True
        page = self.pages[words.name]
        if not (self.ledger.is_ours(f"page {words.name}", page) and page.live):
            return False
        return bool(words.mentions & self.made)

    def _report(self, every: list[Words], changed: list[str]) -> None:
        made = Counter(words.kind for words in every if words.name in self.made)
        made.update(name.split(" ")[0] for name in self.library.made)
        if not made and not changed:
            self.say("The demonstration is there already: nothing was missing.")
            return
        if made:
            self.say(f"Written: {counted(made)}.")
        if changed:
            self.say(f"Filled in: {' and '.join(changed)}.")
        self.say("People, organisations and words are invented. `demo --remove` takes them away.")


def _keys(things: Mapping[str, models.Model]) -> dict[str, int]:
    return {name: thing.pk for name, thing in things.items()}
