"""Takes files one by one: reads each, compares it with what is here, writes or only tells."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from blog.models import BlogPage
from core.publishing import what_is_missing
from editing.importers.reading.files import FoundFile, UnreadableFile, read_text
from editing.importers.reading.legacy_page import read_page
from editing.importers.reading.pieces import LegacyPage, Piece
from editing.importers.writing import author_pages, links, old_address, post
from editing.importers.writing.identity import Standing, key_of, standing
from editing.importers.writing.known_people import Known, KnownPeople, names
from editing.importers.writing.places import Places
from editing.models import ImportedPage


@dataclass(frozen=True)
class Wishes:
    """What the person at the command line asked for."""

    under: str = ""
    address_base: str = ""
    publishes: bool = False
    makes_author_pages: bool = False
    remakes_deleted: bool = False
    is_dry_run: bool = False


@dataclass
class Outcome:
    """What became of one file; `kind` counts it, `done` says it in words."""

    name: str
    kind: str
    done: str
    page: LegacyPage
    address: str = ""
    links: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


class Importer:
    """One run. Each file is written in a transaction of its own, or not at all."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.seen: dict[str, FoundFile] = {}
        self.made: list[str] = []
        self._look_around()

    def _look_around(self) -> None:
        self.places = Places(self.wishes.under, publishes=self.wishes.publishes)
        self.people = KnownPeople(self.places.home.locale_id)

    def take(self, file: FoundFile) -> Outcome:
        """Import one file; raise UnreadableFile, saying why, if there is no post in it."""
        text = read_text(file.path)
        address = old_address.address_below(self.wishes.address_base, file)
        today = timezone.localdate()
        page = read_page(text.text, name=file.key, is_html=file.is_html, today=today, base=address)
        key = self._key(page, file)
        here = standing(key, text.digest, page, remakes_deleted=self.wishes.remakes_deleted)
        outcome = Outcome(file.key, here.kind, "unchanged", page, page.address or address)
        if here.kind == "left alone":
            outcome.done = f"{here.reason}; left alone"
            return outcome
        pieces = self._linked(outcome) if here.kind != "same" else []
        if self.wishes.is_dry_run:
            self._would(here, outcome, pieces)
            return outcome
        try:
            with transaction.atomic():
                self._write(here, outcome, pieces, (key, text.digest))
        except Exception:
            self._look_around()  # Whoever was made for this file is gone again.
            raise
        self.made += self.places.told()
        return outcome

    def _key(self, page: LegacyPage, file: FoundFile) -> str:
        """Return what identifies the page; two files of one run can not be the same one."""
        key = key_of(page.address, file.key)
        twin = self.seen.setdefault(key, file)
        if twin is file:
            return key
        what = "address" if page.address else "name"
        raise UnreadableFile(f"It has the same {what} as {twin.path}, which was taken.")

    def _linked(self, outcome: Outcome) -> list[Piece]:
        page = outcome.page
        outcome.unsure += page.unsure
        authors = {known.key for a in page.authors if (known := self.people.author(a.name))}
        for author in page.authors:
            if self.people.is_ambiguous(author.name):
                outcome.unsure.append(f"Several people are called {author.name}: which wrote it?")
        pieces = links.link_old_pages(page.body, urlsplit(outcome.address).netloc.lower())
        linked = links.link_names(pieces, self.people, authors)
        outcome.links, outcome.unsure = linked.names, outcome.unsure + linked.unsure
        return linked.pieces

    def _would(self, here: Standing, outcome: Outcome, pieces: list[Piece]) -> None:
        """Say what a run that writes would do, and what the post would lack."""
        if here.kind != "same":
            draft = BlogPage(slug="draft", live=False)
            post.fill(draft, outcome.page, pieces, self.people)
            outcome.missing = [str(one) for one in what_is_missing(draft)]
        publishes = self.wishes.publishes and not outcome.missing
        outcome.done = {
            "new": "would be published" if publishes else "would become a draft",
            "changed": "would be updated" + (" and published" if publishes else ", as a draft"),
            "same": "would be published" if publishes and _waits(here.post) else "unchanged",
        }[here.kind]

    def _write(
        self, here: Standing, outcome: Outcome, pieces: list[Piece], identity: tuple[str, str]
    ) -> None:
        written = here.post
        if here.kind != "same":
            self._make_author_pages(outcome.page)
            written = self._written(here.post, outcome.page, pieces)
            key, digest = identity
            ImportedPage._default_manager.update_or_create(
                key=key,
                defaults={
                    "digest": digest,
                    "page_id": written.pk,
                    "revision": written.latest_revision,
                    "imported_at": timezone.now(),
                },
            )
            outcome.done = "now a draft" if here.kind == "new" else "updated, as a draft"
            outcome.unsure += old_address.keep_old_paths(outcome.address, written)
        if self.wishes.publishes and _waits(written):
            self._publish(written, here, outcome)

    def _written(self, before, page: LegacyPage, pieces: list[Piece]):
        """Write the post as a draft, and return it; `before` is the one of an earlier run."""
        if before is None:
            blog = self.places.blog()
            draft = BlogPage(slug=author_pages.free_slug(blog, page.title), live=False)
            post.fill(draft, page, pieces, self.people)
            return post.write(draft, is_new_below=blog)
        draft = before.get_latest_revision_as_object()
        post.fill(draft, page, pieces, self.people)
        return post.write(draft)

    def _make_author_pages(self, page: LegacyPage) -> None:
        for author in page.authors if self.wishes.makes_author_pages else []:
            if self.people.author(author.name) or self.people.is_ambiguous(author.name):
                continue
            person = author_pages.make_page(author, self.places.people(), post.first_day(page))
            is_live = self.wishes.publishes and not post.publish(person)[0]
            self.people.add(Known(person.pk, names(author.name, ""), is_live))
            state = "" if is_live else " as a draft"
            self.places.made.append(f"A page for {author.name} was made{state}.")

    def _publish(self, page, here: Standing, outcome: Outcome) -> None:
        outcome.missing, doubts = post.publish(page)
        outcome.unsure += doubts
        if outcome.missing:
            return
        outcome.done = {"new": "published", "changed": "updated and published"}.get(
            here.kind, "published, otherwise unchanged"
        )
        outcome.unsure += [
            f"The page of {row.name} is a draft: readers do not see it yet."
            for row in page.byline
            if row.profile and not row.profile.live
        ]


def _waits(page) -> bool:
    """Tell whether the newest revision is not what readers see."""
    return page is not None and (not page.live or page.has_unpublished_changes)
