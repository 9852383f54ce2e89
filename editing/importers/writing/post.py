"""Writes a post: its fields, its dates, its publication."""

import datetime

from django.utils import timezone

from blog.models import Authorship
from core.models import BasePage, ChangeNote
from core.publishing import what_is_missing
from editing.importers.reading.pieces import LegacyPage, Piece, in_marks, shortened
from editing.importers.writing.author_pages import LONGEST
from editing.importers.writing.body import blocks_of
from editing.importers.writing.known_people import KnownPeople

LONGEST_SUMMARY = 300
LONGEST_NOW = 255


def fill(post, page: LegacyPage, pieces: list[Piece], people: KnownPeople) -> None:
    """Give a post the title, summary, body, authors and dates of an old page."""
    post.title = post.draft_title = page.title
    post.summary = shortened(page.summary, LONGEST_SUMMARY - 1)
    post.body = blocks_of(pieces, people, list(post.body.raw_data))
    post.authorships = [
        Authorship(
            sort_order=place,
            profile_id=known.key if (known := people.author(author.name)) else None,
            name=author.name,
            role_title=author.role_title[:LONGEST],
            organisation_name=author.organisation_name[:LONGEST],
            now_text=author.now_text[:LONGEST_NOW],
        )
        for place, author in enumerate(page.authors)
    ]
    if day := first_day(page):
        post.first_published_at = at_noon(day)
    post.page_updated_on = page.page_updated_on


def cut_short(page: LegacyPage) -> list[str]:
    """Return in words what is too long for its place in a post, and was cut."""
    places = [("The summary", page.summary, LONGEST_SUMMARY - 1)]
    for author in page.authors:
        places += [
            (f"The role of {author.name}", author.role_title, LONGEST),
            (f"The organisation of {author.name}", author.organisation_name, LONGEST),
            (f"What {author.name} is now", author.now_text, LONGEST_NOW),
        ]
    return [
        f"{what} is cut after {most} signs: {in_marks(words)}."
        for what, words, most in places
        if len(words) > most
    ]


def write(post, *, is_new_below=None):
    """Save a post as a draft, below an index if it is new; return it as the database has it."""
    if is_new_below is not None:
        is_new_below.add_child(instance=post)
        post.save_revision(log_action="wagtail.create")
    else:
        if not post.live:
            post.save()
        post.save_revision(log_action=True)
    return type(post).objects.get(pk=post.pk)


def first_day(page: LegacyPage) -> datetime.date | None:
    """Return when an old page came out: where it tells only of an update, that day."""
    return page.published_on or page.page_updated_on


def at_noon(day: datetime.date) -> datetime.datetime:
    """Return noon of a day, in local time, so that no time zone moves it to another day."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def publish(post) -> tuple[list[str], list[str]]:
    """Publish the newest revision; return (what it lacks, what an editor should look at).

    Nothing is published while something is lacking. The page's dates follow the old page's, also
    when a later state of it corrects them.
    """
    revision = post.latest_revision
    missing = what_is_missing(revision.as_object())
    if missing:
        return [str(one) for one in missing], []
    before = post.live_revision.content if post.live and post.live_revision else None
    published_before = post.published_on
    first = revision.content["first_published_at"]
    if before and first != before["first_published_at"]:
        BasePage.objects.filter(pk=post.pk).update(first_published_at=first)
    revision.publish()
    if before is None:
        return [], []
    old = _updated_on(before) or published_before
    return [], _correct_note(post, old, _updated_on(revision.content))


def _updated_on(content: dict) -> datetime.date | None:
    """Return the day that the old page was updated on, as the importer wrote it in a revision."""
    if content["page_updated_on"]:
        return datetime.date.fromisoformat(content["page_updated_on"])
    first = content["first_published_at"]
    return timezone.localdate(datetime.datetime.fromisoformat(first)) if first else None


def _correct_note(post, old: datetime.date | None, new: datetime.date | None) -> list[str]:
    """Move the first note, of which the page's date is made, unless an editor has moved it."""
    if new is None or new == old:
        return []
    note = ChangeNote._default_manager.filter(page=post.pk, on=old, note="").order_by("pk").first()
    if note is None:
        return ["The file has another date now, but the date was changed here: it was left alone."]
    note.on = new
    note.save()
    return []
