"""Which post a file belongs to, and whether the import may touch it."""

import datetime
import hashlib
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from django.db.models import Q

from blog.models import BlogPage
from editing.importers.reading.pieces import LegacyPage
from editing.importers.writing.body import words_of
from editing.models import ImportedPage
from people.blocks.quote import plain

LONGEST_KEY = 500
Kind = Literal["new", "changed", "same", "left alone"]


@dataclass(frozen=True)
class Standing:
    """What is here already for a file; `reason` says in words why it is left alone."""

    kind: Kind
    record: ImportedPage | None = None
    post: BlogPage | None = None
    reason: str = ""

    @property
    def told_address(self) -> str:
        """Return where the file was on the old site, as an earlier run was told."""
        return _address(self.record) if self.record else ""

    @property
    def updated_on(self) -> datetime.date | None:
        """Return when the old page was updated, as the importer wrote it last."""
        return _updated_on(self.record) if self.record else None


def _address(record) -> str:
    return record.address


def _updated_on(record) -> datetime.date | None:
    written = record.revision.content["page_updated_on"] if record.revision else None
    return datetime.date.fromisoformat(written) if written else None


def key_of(address: str, name: str) -> str:
    """Return what identifies a page: its own address if it gives one, else its file's name.

    Scheme, case of the host and a slash at the end make no other page.
    """
    key = name
    if address:
        parts = urlsplit(address)
        query = f"?{parts.query}" if parts.query else ""
        key = f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"
    if len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()
    return key[: LONGEST_KEY - len(digest)] + digest


def imports_of_title(title: str):
    """Return the imports whose posts have, or were given, this title."""
    named = Q(page__title=title) | Q(revision__content__title=title)
    return ImportedPage._default_manager.filter(named, page__isnull=False)


def standing(key: str, page: LegacyPage, *, remakes_deleted: bool) -> Standing:
    """Return what is here for `key`, and whether this import may touch it.

    A post that it may touch counts as changed until it was compared.
    """
    record = ImportedPage._default_manager.select_related("revision").filter(key=key).first()
    if record is None:
        return Standing("new")
    post = BlogPage.objects.filter(pk=record.page_id).first() if record.page_id else None
    if post is None:
        if remakes_deleted:
            return Standing("new", record)
        reason = "its post was deleted here since (--deleted-too makes it again)"
        return Standing("left alone", record, reason=reason)
    reason = _why_not(record, post, page)
    if reason:
        return Standing("left alone", record, post, reason)
    return Standing("changed", record, post)


def _why_not(record, post, page: LegacyPage) -> str:
    if record.revision is None or post.latest_revision_id != record.revision_id:
        return "edited here since"
    if post.locked:
        return "its post is locked here"
    if post.current_workflow_state:
        return "its post waits for approval here"
    if post.last_published_at and not post.live:
        return "unpublished here since"
    if _is_another(record, page):
        title = record.revision.content["title"]
        return (
            f"another post, “{title}”, was imported under this name: name the folder above both, "
            "so that their paths differ"
        )
    return ""


def _is_another(record, page: LegacyPage) -> bool:
    """Tell whether neither the title nor any paragraph is that of the post under this key."""
    content = record.revision.content
    if plain(content["title"]) == plain(page.title):
        return False
    before = plain(" ".join(words_of(content["body"])))
    return not any(plain(piece.text) in before for piece in page.body)
