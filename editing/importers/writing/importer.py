"""Takes files one by one: reads each, compares it with what is here, writes or only tells."""

from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from blog.models import BlogPage
from core.publishing import what_is_missing
from editing.importers.reading.files import FoundFile, UnreadableFile, read_text
from editing.importers.reading.legacy_page import read_page
from editing.importers.reading.pieces import LegacyPage, Piece
from editing.importers.writing import author_pages, links, old_address, post
from editing.importers.writing.comparison import names_somebody_promised, owned
from editing.importers.writing.identity import Standing, key_of, standing
from editing.importers.writing.known_people import Known, KnownPeople, names
from editing.importers.writing.outcome import Outcome, Wishes
from editing.importers.writing.places import Places
from editing.importers.writing.second_look import SecondLook
from editing.importers.writing.twins import PromisedPosts, twin_of
from editing.models import ImportedPage


class Importer:
    """One run. Each file is written in a transaction of its own, or not at all."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.seen: dict[str, FoundFile] = {}
        self.made: list[str] = []
        self.again = SecondLook()
        self.promised_paths: set[str] = set()
        self.promised_posts = PromisedPosts()
        self._look_around()

    def _look_around(self) -> None:
        self.places = Places(self.wishes.under, publishes=self.wishes.publishes)
        self.people = KnownPeople(self.places.home.locale_id)

    def take(self, file: FoundFile) -> Outcome:
        """Import one file; raise UnreadableFile, saying why, if there is no post in it."""
        text = read_text(file.path).text
        address = old_address.address_below(self.wishes.address_base, file)
        page = _read(text, file, address)
        key = self._key(page, file)
        here = standing(key, page, remakes_deleted=self.wishes.remakes_deleted)
        if here.told_address and not address:
            # Links between the pages lead on, though their place is not told again.
            address = here.told_address
            page = _read(text, file, address)
        outcome = Outcome(file.key, here.kind, "", page, page.address or address, address)
        if here.kind == "left alone":
            outcome.done = f"{here.reason}; left alone"
            return outcome
        if self.wishes.is_dry_run:
            self._would(here, outcome, key)
        else:
            self._do(here, outcome, key)
        self.made += self.places.told()
        self.again.note(file, outcome)
        return outcome

    def _key(self, page: LegacyPage, file: FoundFile) -> str:
        """Return what identifies the page; two files of one run can not be the same one."""
        key = key_of(page.own_address, file.key)
        twin = self.seen.setdefault(key, file)
        if twin is file:
            return key
        what = "address" if page.own_address else "name"
        raise UnreadableFile(f"It has the same {what} as {twin.path}, which was taken.")

    def _is_twin(self, draft, here: Standing, outcome: Outcome, key: str) -> bool:
        """Tell, also on `outcome`, whether a post not seen by readers must stay a draft.

        So it must where a post like it was here before, or was promised by this dry run.
        """
        if here.kind != "new" and (draft.live or not self.wishes.publishes):
            return False
        blog = self.places.blog() if self.places.blog_id else None
        twin = twin_of(draft, key, blog)
        if self.wishes.is_dry_run and here.kind == "new":
            twin = twin or self.promised_posts.twin_of(draft, key)
        outcome.unsure += [twin.doubt] if twin else []
        return bool(twin and twin.is_likely)

    def _linked(self, outcome: Outcome) -> list[Piece]:
        page = outcome.page
        authors = {known.key for a in page.authors if (known := self.people.author(a.name))}
        doubts = page.unsure + post.cut_short(page)
        doubts += [
            f"Several people are called {author.name}: which wrote it?"
            for author in page.authors
            if self.people.is_ambiguous(author.name)
        ]
        host = urlsplit(outcome.address).netloc.lower()
        pieces, loose = links.link_old_pages(page.body, host, self.promised_paths)
        outcome.has_loose_links = loose
        linked = links.link_names(pieces, self.people, authors)
        outcome.links, outcome.unsure = linked.names, doubts + linked.unsure
        return linked.pieces

    def _filled(self, here: Standing, outcome: Outcome):
        """Return the post as the file would have it; note on `outcome` if that is as it was."""
        self._make_author_pages(outcome)
        pieces = self._linked(outcome)
        draft = here.post.get_latest_revision_as_object() if here.post else BlogPage(live=False)
        before = owned(draft, here.updated_on) if here.post else None
        post.fill(draft, outcome.page, pieces, self.people)
        is_promised = names_somebody_promised(outcome.page, pieces, self.people)
        after = owned(draft, outcome.page.page_updated_on) if not is_promised else None
        if before and before == after:
            outcome.kind, outcome.unsure = "same", []
        return draft

    def _would(self, here: Standing, outcome: Outcome, key: str) -> None:
        """Say what a run that writes would do, and what the post would lack."""
        draft = self._filled(here, outcome)
        draft.slug = draft.slug or "draft"
        outcome.missing = [str(one) for one in what_is_missing(draft)]
        if here.post is None:
            self.places.promise_blog()
        self._keep_old_address(outcome, here.post)
        waits = outcome.kind != "same" or _waits(here.post)
        is_free = not (self._is_twin(draft, here, outcome, key) or outcome.missing)
        outcome.is_published = self.wishes.publishes and waits and is_free
        if outcome.kind == "same" and not (self.wishes.publishes and waits):
            outcome.missing = []
        outcome.say(is_dry_run=True)

    def _do(self, here: Standing, outcome: Outcome, key: str) -> None:
        try:
            with transaction.atomic():
                self._write(here, outcome, key)
        except Exception:
            self._look_around()  # Whoever was made for this file is gone again.
            raise
        outcome.say(is_dry_run=False)

    def _write(self, here: Standing, outcome: Outcome, key: str) -> None:
        draft, written = self._filled(here, outcome), here.post
        is_twin = self._is_twin(draft, here, outcome, key)
        if outcome.kind != "same":
            written = self._written(here, draft)
            ImportedPage._default_manager.update_or_create(
                key=key,
                defaults={
                    "address": outcome.told_address,
                    "page_id": written.pk,
                    "revision": written.latest_revision,
                    "imported_at": timezone.now(),
                },
            )
        elif here.told_address != outcome.told_address:
            known = ImportedPage._default_manager.filter(key=key)
            known.update(address=outcome.told_address)
        self._keep_old_address(outcome, written)
        if self.wishes.publishes and _waits(written) and not is_twin:
            self._publish(written, outcome)

    def _written(self, here: Standing, draft):
        """Write the post as a draft, and return it as the database has it."""
        if here.post:
            return post.write(draft)
        blog = self.places.blog()
        draft.slug = author_pages.free_slug(blog, draft.title)
        return post.write(draft, is_new_below=blog)

    def _keep_old_address(self, outcome: Outcome, page) -> None:
        """Make the redirects that are missing, or promise them."""
        paths, doubts = old_address.missing_paths(outcome.address, page)
        outcome.unsure += doubts
        outcome.has_new_address = bool(paths)
        if self.wishes.is_dry_run:
            outcome.has_new_address = not self.promised_paths.issuperset(paths)
            self.promised_paths.update(paths)
        else:
            old_address.keep(paths, page)

    def _make_author_pages(self, outcome: Outcome) -> None:
        """Make, or promise, a page for each author whom the site does not know."""
        for author in outcome.page.authors if self.wishes.makes_author_pages else []:
            if self.people.author(author.name) or self.people.is_ambiguous(author.name):
                continue
            is_live = self.wishes.publishes
            if self.wishes.is_dry_run:
                self.places.promise_people()
                key = -1 - len(self.people.all)  # No page has such a key.
            else:
                day = post.first_day(outcome.page)
                person = author_pages.make_page(author, self.places.people(), day)
                is_live = is_live and not post.publish(person)[0]
                key = person.pk
            is_readable = is_live and not self.places.hides_people()
            self.people.add(Known(key, names(author.name, ""), is_readable))
            outcome.has_new_people = True
            verb = "would be" if self.wishes.is_dry_run else "was"
            state = "" if is_live else " as a draft"
            self.places.made.append(f"A page for {author.name} {verb} made{state}.")

    def _publish(self, page, outcome: Outcome) -> None:
        outcome.missing, doubts = post.publish(page)
        outcome.unsure += doubts
        if outcome.missing:
            return
        outcome.is_published = True
        outcome.unsure += [
            f"The page of {row.name} is a draft: readers do not see it yet."
            for row in page.byline
            if row.profile and not row.profile.live
        ]


def _read(text: str, file: FoundFile, address: str) -> LegacyPage:
    today = timezone.localdate()
    return read_page(text, name=file.key, is_html=file.is_html, today=today, base=address)


def _waits(page) -> bool:
    """Tell whether the newest revision is not what readers see."""
    return page is not None and (not page.live or page.has_unpublished_changes)
