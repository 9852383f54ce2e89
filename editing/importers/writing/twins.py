"""Posts that seem to be made of an old page that has its post already: they stay drafts."""

import json
import re
from dataclasses import dataclass, field
from html import unescape
from itertools import takewhile

from django.db.models import Q

from blog.models import BlogPage
from editing.importers.reading.names import same_name
from editing.importers.writing.body import words_of
from editing.importers.writing.identity import imports_of_title
from editing.models import ImportedPage

# So many posts of one title are looked at.
MOST = 50
WHAT_TO_DO = (
    "This one stays a draft. If both are the same page, delete the draft, and name its folder as "
    "before; if not, publish it in the editor."
)


@dataclass(frozen=True)
class Twin:
    """Another post like this one, told in words; `is_likely` if this one must stay a draft."""

    doubt: str
    is_likely: bool


def twin_of(draft, key: str, blog) -> Twin | None:
    """Return the post that was below the blog before `draft`, and is like it.

    Alike are two of one title that share an author, and two of the same words. One of the same
    title alone, wherever it was imported, is only told.
    """
    for other in _others(draft, blog):
        record = ImportedPage._default_manager.filter(page_id=other.pk).first()
        source = record.key if record else ""
        is_of_title = other.title == draft.title or (
            record and record.revision and record.revision.content["title"] == draft.title
        )
        if is_of_title and _share_an_author(_names(other), _names(draft)):
            return _likely("of this title and author", source, other.url)
        if _letters(other) == _letters(draft):
            return _likely("of the same words", source, other.url)
    if draft.pk:
        return None
    earlier = imports_of_title(draft.title).exclude(key=key).order_by("key").first()
    return _unlikely(earlier.key) if earlier else None


@dataclass
class PromisedPosts:
    """The posts that a dry run promises: {title: {key: names of authors}} and {words: key}."""

    by_title: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    by_words: dict[str, str] = field(default_factory=dict)

    def twin_of(self, draft, key: str) -> Twin | None:
        """Return the post like `draft` that was promised before it, and note this one."""
        known = self.by_title.setdefault(draft.title, {})
        known.setdefault(key, _names(draft))
        earlier = list(takewhile(lambda one: one != key, known))
        same_words = self.by_words.setdefault(_letters(draft), key)
        for one in earlier:
            if _share_an_author(known[one], known[key]):
                return _likely("of this title and author", one)
        if same_words != key:
            return _likely("of the same words", same_words)
        return _unlikely(earlier[0]) if earlier else None


def _others(draft, blog) -> list:
    parent = draft.get_parent() if draft.pk else blog
    if parent is None:
        return []
    like = Q(title=draft.title) | Q(pk__in=imports_of_title(draft.title).values("page_id"))
    if draft.summary:
        like |= Q(summary=draft.summary)
    found = BlogPage.objects.child_of(parent).filter(like).order_by("pk")
    return list(found.filter(pk__lt=draft.pk) if draft.pk else found)[:MOST]


def _likely(what: str, key: str, url: str | None = "") -> Twin:
    how = f"was imported already, from “{key}”" if key else "stands here already"
    where = f" ({url})" if url else ""
    return Twin(f"A post {what} {how}{where}. {WHAT_TO_DO}", is_likely=True)


def _unlikely(key: str) -> Twin:
    return Twin(
        f"A post of this title was imported already, from “{key}”. If that is the same page, name "
        "its folder as before.",
        is_likely=False,
    )


def _share_an_author(names: set[str], others: set[str]) -> bool:
    return bool(names & others) or not (names or others)


def _names(post) -> set[str]:
    return {same_name(row.name) for row in post.authorships.all()}


def _letters(post) -> str:
    """Return the letters of a body, whatever blocks and marks they stand in."""
    words = " ".join(words_of(json.dumps(list(post.body.raw_data))))
    return re.sub(r"[\W_]", "", unescape(words)).casefold()
