"""Atom feeds of the blog, whole and by topic."""

import datetime
import re

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from core.frame import SiteFrame, absolute

MOST_ENTRIES = 20
# XML has no place for them, and word processors leave them behind.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class PostsFeed(Feed):
    """The newest posts of a blog, or of one topic in it.

    An entry's id is its address; its update date is the one that readers see.
    """

    feed_type = Atom1Feed

    def __init__(self, index, topic=None) -> None:
        self.index = index
        self.topic = topic

    def __call__(self, request, *args, **kwargs):
        """Answer with the feed, in the name of the request's site."""
        self.site_name = SiteFrame(request).name
        return super().__call__(request, *args, **kwargs)

    def title(self) -> str:
        """Return the feed's title."""
        about = f"{self.index.title}: {self.topic.name}" if self.topic else self.index.title
        return _writable(f"{about} – {self.site_name}")

    def subtitle(self) -> str:
        """Return what the blog says of itself."""
        return _writable(self.index.summary)

    def link(self) -> str:
        """Return the list that the feed follows."""
        topic = f"topic/{self.topic.slug}/" if self.topic else ""
        return absolute(self.index.url + topic)

    def feed_url(self) -> str:
        """Return the feed's own address."""
        return self.link() + "feed/"

    def items(self) -> list:
        """Return the newest posts with their authors."""
        posts = self.index.posts()
        if self.topic:
            posts = posts.filter(topics=self.topic.pk)
        newest = posts.defer_streamfields()[:MOST_ENTRIES]
        return list(newest.prefetch_related("authorships", "topics"))

    def item_title(self, item) -> str:
        """Return the post's title."""
        return _writable(item.title)

    def item_description(self, item) -> str:
        """Return the post's summary as HTML, which is how Atom feeds of Django label it."""
        return escape(_writable(item.summary))

    def item_link(self, item) -> str:
        """Return the post's full address."""
        return item.full_url

    def item_author_name(self, item) -> str:
        """Return the authors' names."""
        names = [row.name for row in item.byline if row.name]
        return _writable(", ".join(names) or self.site_name)

    def item_pubdate(self, item) -> datetime.datetime:
        """Return when the post was first published."""
        return item.first_published_at

    def item_updateddate(self, item) -> datetime.datetime:
        """Return the updated date that readers see, as a moment."""
        if item.page_updated_on is None or item.page_updated_on <= item.published_on:
            return item.first_published_at
        moment = datetime.datetime.combine(item.page_updated_on, datetime.time(12))
        return timezone.make_aware(moment)

    def item_categories(self, item) -> list[str]:
        """Return the names of the post's topics."""
        return [_writable(topic.name) for topic in item.topics.all()]


def _writable(text: str) -> str:
    return CONTROL_CHARACTERS.sub(" ", text)
