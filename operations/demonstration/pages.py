"""How the words of a file become a page of its type, published as an editor would."""

import datetime

from django.utils import timezone
from wagtail.models import Revision

from blog.models import Authorship, BlogIndexPage, BlogPage
from core.models import BasePage, SiteImage, Topic
from core.publishing import PublishingRefused, what_is_missing
from home.models import StandardPage
from operations.demonstration.bodies import Keys, body_of
from operations.demonstration.library import day
from operations.demonstration.reading import Words, cells
from people.models import (
    Book,
    Organisation,
    PeopleIndexPage,
    PersonPage,
    ProfilePage,
    Role,
    SpeakerIndexPage,
    SpeakerPage,
)

INDEXES = {"blog": BlogIndexPage, "people": PeopleIndexPage, "speakers": SpeakerIndexPage}
TYPES = {"posts": BlogPage, "people": PersonPage, "speakers": SpeakerPage, "pages": StandardPage}
# The folder of words/ and the index page that its pages stand under; others stand under home.
PARENTS = {"posts": "blog", "people": "people", "speakers": "speakers"}
MORNING = datetime.time(9)


def model_of(words: Words) -> type[BasePage]:
    """Return the type of page that a file is for."""
    return INDEXES[words.name] if words.kind == "indexes" else TYPES[words.kind]


def published_on(words: Words) -> datetime.date:
    """Return the day that a file gives for its page's first publication."""
    return datetime.date.fromisoformat(words.get("published"))


def moment(on: datetime.date) -> datetime.datetime:
    """Return nine in the morning of a day."""
    return timezone.make_aware(datetime.datetime.combine(on, MORNING))


def skeleton(words: Words, parent: BasePage):
    """Add an empty draft of a page, so that others can link to it, and return it."""
    published = published_on(words)
    model = model_of(words)
    page = model(
        title=words.get("title"),
        slug=_free_slug(parent, words.get("slug", words.name)),
        summary=words.get("summary"),
        live=False,
        first_published_at=moment(published),
        page_updated_on=published,
        show_in_menus=model.show_in_menus_default,
    )
    return parent.add_child(instance=page)


def _free_slug(parent: BasePage, slug: str) -> str:
    taken = set(BasePage.objects.child_of(parent).values_list("slug", flat=True))
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free


class Filler:
    """Puts the words of a file on its page and publishes it."""

    def __init__(
        self,
        keys: Keys,
        topics: dict[str, Topic],
        organisations: dict[str, Organisation],
        pictures: dict[str, SiteImage],
    ) -> None:
        self.keys = keys
        self.topics = topics
        self.organisations = organisations
        self.pictures = pictures

    def publish(self, page, words: Words):
        """Fill and publish `page`, with a revision for each change that readers were told of.

        Return it as the database has it. Raise PublishingRefused where something is missing.
        """
        first = words.text
        notes = [cells(note) for note in words.head.get("note", [])]
        if notes and not page.change_notes.exists():
            for change in words.head.get("was", []):
                now, _arrow, then = change.partition(" => ")
                first = first.replace(now, then)
        else:
            notes = []
        self._fill(page, words, first)
        page = publish(page, published_on(words))
        for on, note in notes:
            self._fill(page, words, words.text)
            page = publish(page, datetime.date.fromisoformat(on), note)
        return page

    def _fill(self, page, words: Words, text: str) -> None:
        page.title, page.summary = words.get("title"), words.get("summary")
        page.reviewed_on = day(words.get("reviewed"))
        page.review_due_on = day(words.get("review due"))
        if hasattr(page, "body"):
            page.body = body_of(words.name, text, self.keys)
        if isinstance(page, BlogPage):
            self._fill_post(page, words)
        if isinstance(page, ProfilePage):
            self._fill_profile(page, words)
        if isinstance(page, SpeakerPage):
            self._fill_speaker(page, words)

    def _fill_post(self, post, words: Words) -> None:
        post.topics = [self.topics[name] for name in words.head["topic"]]
        post.authorships = [
            self._authorship(place, author) for place, author in enumerate(words.head["author"])
        ]
        if words.get("picture"):
            post.listing_picture = self.pictures[words.get("picture")]

    def _authorship(self, place: int, author: str) -> Authorship:
        if author in self.keys.pages:
            return Authorship(profile_id=self.keys.page(author), sort_order=place)
        name, role, organisation, now = cells(author)
        return Authorship(
            name=name,
            role_title=role,
            organisation_name=organisation,
            now_text=now,
            sort_order=place,
        )

    def _fill_profile(self, profile, words: Words) -> None:
        profile.given_name, profile.family_name = words.get("given"), words.get("family")
        profile.other_names = "\n".join(words.head.get("also", []))
        picture = words.get("picture")
        profile.portrait = self.pictures[picture] if picture else None
        profile.roles = [
            self._role(place, *cells(role)) for place, role in enumerate(words.head["role"])
        ]

    def _fill_speaker(self, speaker, words: Words) -> None:
        speaker.field_of_work, speaker.web_address = words.get("field"), words.get("web")
        books = [cells(book) for book in words.head.get("book", [])]
        speaker.books = [
            Book(title=title, year=int(year), sort_order=place)
            for place, (title, year) in enumerate(books)
        ]

    def _role(
        self, place: int, title: str, organisation: str, started: str = "", ended: str = ""
    ) -> Role:
        return Role(
            title=title,
            organisation=self.organisations.get(organisation),
            organisation_name=organisation,
            started_on=day(started),
            ended_on=day(ended),
            sort_order=place,
        )


def publish(page, on: datetime.date, note: str = ""):
    """Publish `page` as if on that day, with a public note if there is one; return it anew."""
    missing = what_is_missing(page)
    if missing:
        raise PublishingRefused(page, missing)
    revision = page.save_revision(change_answer=(True, note) if note else None)
    revision.publish()
    page = type(page).objects.get(pk=page.pk)
    if note:
        written = page.change_notes.get(revision=revision)
        written.on = on
        written.save()
    then = moment(on)
    Revision.objects.filter(pk=revision.pk).update(created_at=then)
    BasePage.objects.filter(pk=page.pk).update(
        last_published_at=then, latest_revision_created_at=then
    )
    return type(page).objects.get(pk=page.pk)
