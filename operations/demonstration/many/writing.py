"""Writes very many posts: in batches, each whole or not at all, so that it can be interrupted.

To be quick, posts are added live without revisions and without the signals of publication, and
the admin's search and reference indexes wait for `update_index` and `rebuild_references_index`.
"""

import datetime
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_save
from django.utils.text import slugify
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from blog.models import Authorship, BlogIndexPage, BlogPage
from core.models import ChangeNote, Topic
from core.remembered import forget
from operations.demonstration.bodies import NAMESPACE
from operations.demonstration.many.composing import (
    FIRST_DAY,
    Job,
    Person,
    Post,
    Quotation,
    compose_person,
    compose_post,
    people_for,
)
from operations.demonstration.many.tree import append_children
from operations.demonstration.pages import moment
from operations.demonstration.records import Ledger
from operations.demonstration.writing import home_of_the_site
from operations.models import DemonstrationRecord
from people.models import Organisation, PeopleIndexPage, PersonPage, Role

BATCH = 200
PREFIX = "many"


class OtherSeed(Exception):  # noqa: N818  The message says what to do.
    """There are posts of another seed, and both can not be continued."""


def write_many(posts: int, seed: int, progress: Callable) -> tuple[int, int]:
    """Bring the number of composed posts up to `posts`; return how many people and posts came.

    `progress` wraps the list of batches. The demonstration itself must be there. Raise OtherSeed
    where posts of another seed stand.
    """
    refuse_another_seed(seed)
    people_missing = _missing("person", seed, people_for(posts))
    posts_missing = _missing("post", seed, posts)
    if people_missing or posts_missing:
        with quietly():
            writer = Writer(seed)
            for batch in _batches(people_missing):
                writer.add_people(batch)
            for batch in progress(list(_batches(posts_missing))):
                writer.add_posts(batch)
        forget()
    return len(people_missing), len(posts_missing)


def refuse_another_seed(seed: int) -> None:
    """Raise OtherSeed where there are posts of another seed than this."""
    record = DemonstrationRecord.objects.filter(name__startswith=f"{PREFIX} ").first()
    known = int(record.name.split()[2]) if record else seed
    if known != seed:
        raise OtherSeed(
            f"There are posts of seed {known} already. Go on with `--seed {known}`, "
            "or take them away first with `demo --remove`."
        )


def _name(kind: str, seed: int, number: int | str) -> str:
    return f"{PREFIX} {kind} {seed} {number}"


def _missing(kind: str, seed: int, wanted: int) -> list[int]:
    prefix = _name(kind, seed, "")
    names = DemonstrationRecord.objects.filter(name__startswith=prefix)
    there = {int(name.removeprefix(prefix)) for name in names.values_list("name", flat=True)}
    return [number for number in range(wanted) if number not in there]


def _batches(numbers: list[int]) -> Iterator[list[int]]:
    yield from (numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH))


@contextmanager
def quietly():
    """Leave search and reference index alone while the block runs."""
    models = [BlogPage, PersonPage]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


class Writer:
    """Adds composed people and posts below the demonstration's lists."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        ledger = Ledger()
        home = home_of_the_site()
        self.blog = ledger.find("page blog") or BlogIndexPage.objects.child_of(home).first()
        self.people = ledger.find("page people") or PeopleIndexPage.objects.child_of(home).first()
        self.topics = list(Topic._default_manager.order_by("name"))
        open_ones = Organisation._default_manager.filter(closed_on=None)
        self.organisations = list(open_ones.order_by("name"))
        self.profiles: dict[int, tuple[Person, PersonPage]] = {}

    @transaction.atomic
    def add_people(self, numbers: list[int]) -> None:
        """Add the people of these numbers, all or none."""
        people = {number: self._person(number) for number in numbers}
        append_children(self.people, list(people.values()))
        self._note("person", people)

    @transaction.atomic
    def add_posts(self, numbers: list[int]) -> None:
        """Add the posts of these numbers, all or none."""
        composed = {number: compose_post(number, self.seed) for number in numbers}
        self._fetch_people(composed.values())
        posts = {number: self._post(number, post) for number, post in composed.items()}
        append_children(self.blog, list(posts.values()))
        self._note("post", posts)

    def _person(self, number: int) -> PersonPage:
        person = compose_person(number, self.seed)
        before, now = (self._organisation(job) for job in (person.before, person.now))
        return PersonPage(
            title=person.name,
            slug=f"{slugify(person.name)}-{number}",
            summary=f"{person.name} is {person.now.title} at {now}. Composed for measuring.",
            given_name=person.given,
            family_name=person.family,
            first_published_at=moment(FIRST_DAY),
            last_published_at=moment(FIRST_DAY),
            page_updated_on=FIRST_DAY,
            show_in_menus=False,
            roles=[
                Role(
                    title=person.now.title,
                    organisation=now,
                    organisation_name=now.name,
                    started_on=person.since,
                    sort_order=0,
                ),
                Role(
                    title=person.before.title,
                    organisation=before,
                    organisation_name=before.name,
                    ended_on=person.since - datetime.timedelta(days=1),
                    sort_order=1,
                ),
            ],
        )

    def _post(self, number: int, post: Post) -> BlogPage:
        person, profile = self.profiles[post.author]
        job = person.job_on(post.published)
        published = moment(post.published)
        return BlogPage(
            title=post.title,
            slug=f"{slugify(post.title)[:60]}-{number}",
            summary=post.summary,
            body=self._body(number, post),
            topics=[self.topics[post.topic % len(self.topics)]],
            first_published_at=published,
            last_published_at=published,
            page_updated_on=post.published,
            authorships=[
                Authorship(
                    profile=profile,
                    name=profile.title,
                    role_title=job.title,
                    organisation_name=self._organisation(job).name,
                    sort_order=0,
                )
            ],
        )

    def _body(self, number: int, post: Post) -> list[dict]:
        blocks = []
        for section in post.sections:
            if section.heading:
                blocks.append(("heading", {"text": section.heading, "level": "2"}))
            text = "".join(f"<p>{words}</p>" for words in section.paragraphs)
            blocks.append(("text", {"text": text}))
            if section.quotation:
                blocks.append(("quote", self._quotation(section.quotation, post)))
        return [
            {"type": kind, "value": value, "id": self._block_id(number, place)}
            for place, (kind, value) in enumerate(blocks)
        ]

    def _block_id(self, number: int, place: int) -> str:
        return str(uuid.uuid5(NAMESPACE, f"{_name('post', self.seed, number)} {place}"))

    def _quotation(self, quotation: Quotation, post: Post) -> dict:
        value = {
            "words": quotation.words,
            "where_said": quotation.where,
            "profile": None,
            "name": quotation.name,
            "role": quotation.role,
        }
        if quotation.person is not None:
            person, profile = self.profiles[quotation.person]
            job = person.job_on(post.published)
            role = f"{job.title}, {self._organisation(job).name}"
            value |= {"profile": profile.pk, "name": profile.title, "role": role}
        return value

    def _organisation(self, job: Job) -> Organisation:
        return self.organisations[job.organisation % len(self.organisations)]

    def _fetch_people(self, posts: Iterable[Post]) -> None:
        """Have the people whom these posts name at hand."""
        quotations = [s.quotation for post in posts for s in post.sections if s.quotation]
        wanted = {q.person for q in quotations if q.person is not None}
        wanted |= {post.author for post in posts}
        missing = {
            _name("person", self.seed, number): number for number in wanted - set(self.profiles)
        }
        keys = DemonstrationRecord.objects.filter(name__in=missing).values_list("object_id", "name")
        numbers = {int(key): missing[name] for key, name in keys}
        for key, page in PersonPage.objects.in_bulk(list(numbers)).items():
            number = numbers[key]
            self.profiles[number] = (compose_person(number, self.seed), page)

    def _note(self, kind: str, pages: dict) -> None:
        """Record pages, and their first change note, from which the updated date is made."""
        content_type = ContentType.objects.get_for_model(type(next(iter(pages.values()))))
        DemonstrationRecord.objects.bulk_create(
            DemonstrationRecord(
                name=_name(kind, self.seed, number),
                content_type=content_type,
                object_id=str(page.pk),
            )
            for number, page in pages.items()
        )
        ChangeNote._default_manager.bulk_create(
            ChangeNote(page_id=page.pk, on=page.page_updated_on) for page in pages.values()
        )
