"""Makes posts of a collection's documents, live and quickly, and takes them away again."""

import datetime
import re
from collections.abc import Callable
from itertools import batched

from django.db import transaction
from django.utils.html import escape
from wagtail.signal_handlers import disable_reference_index_auto_update

from blog.models import BlogIndexPage, BlogPage
from core.models import BasePage
from core.remembered import forget
from operations.demonstration.many.tree import append_children
from operations.demonstration.many.writing import BATCH, quietly
from operations.demonstration.pages import moment
from operations.demonstration.writing import home_of_the_site
from operations.evaluation.collection import JudgedDocument

SLUG = "judged-documents-of-an-evaluation"
UNTITLED = "Untitled"
LONGEST_TITLE = 255
# All of one day: no document is newer than another.
PUBLISHED = moment(datetime.date(2020, 1, 1))
EMPTY_LINE = re.compile(r"\n\s*\n")
# What no page and no database takes.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def write_posts(
    documents: list[JudgedDocument], report: Callable[[int], object] = lambda _done: None
) -> dict[int, str]:
    """Make a post of each document; return {page id: document id}. `report` hears of posts done."""
    made: dict = {}
    with quietly():
        blog = home_of_the_site().add_child(
            instance=BlogIndexPage(title="Documents", slug=SLUG, show_in_menus=False)
        )
        for batch in batched(enumerate(documents), BATCH):
            posts = {document.id: post_of(document, number) for number, document in batch}
            append_children(blog, list(posts.values()))
            made |= {post.pk: key for key, post in posts.items()}
            report(len(posts))
    forget()
    return made


def post_of(document: JudgedDocument, number: int) -> BlogPage:
    """Return the post that a document becomes. A title too long for one goes on in the text."""
    title, rest = _cut(" ".join(_writable(document.title).split()) or UNTITLED)
    paragraphs = [rest, *EMPTY_LINE.split(_writable(document.text))]
    text = "".join(f"<p>{escape(words)}</p>" for words in paragraphs if words.strip())
    return BlogPage(
        title=title,
        slug=f"document-{number}",
        body=[("text", {"text": text})] if text else [],
        first_published_at=PUBLISHED,
        last_published_at=PUBLISHED,
        show_in_menus=False,
    )


def other_pages():
    """Return the pages that are neither ours, nor what a fresh database has."""
    home = home_of_the_site()
    pages = BasePage.objects.filter(depth__gt=1).exclude(pk=home.pk)
    for ours in BasePage.objects.child_of(home).filter(slug=SLUG):
        pages = pages.exclude(path__startswith=ours.path)
    return pages


@transaction.atomic
def remove_posts() -> None:
    """Take away what an evaluation made."""
    with disable_reference_index_auto_update():
        for blog in BlogIndexPage.objects.filter(slug=SLUG):
            blog.delete()
    forget()


def _writable(text: str) -> str:
    return CONTROLS.sub(" ", text)


def _cut(title: str) -> tuple[str, str]:
    """Return as much of a title as a page takes, cut between words, and the rest."""
    if len(title) <= LONGEST_TITLE:
        return title, ""
    end = title.rfind(" ", 0, LONGEST_TITLE + 1)
    end = end if end > 0 else LONGEST_TITLE
    return title[:end], title[end:].strip()
