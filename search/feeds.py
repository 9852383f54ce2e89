"""An Atom feed of a search, the newest first: the site tells when something new is found."""

import datetime
import re

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from core.frame import SiteFrame, absolute
from search.forms import Query
from search.indexes import index_for
from search.results import Result, Results
from search.showing import is_part_of_a_page
from search.turns import in_turn
from search.views import in_language, kept_for_a_minute

MOST_ENTRIES = 20
# XML has no place for them, and word processors leave them behind.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@in_turn
def feed(request):
    """Answer with the feed of a search."""
    query = Query.of(request).in_order(is_by_date=True)
    in_language(query)
    return kept_for_a_minute(request, ResultsFeed(request, query)(request))


class ResultsFeed(Feed):
    """The newest results of one search. An entry's id is the address of its page."""

    feed_type = Atom1Feed

    def __init__(self, request, query: Query) -> None:
        self.query = query
        self.index = index_for(request)
        self.site_name = SiteFrame(request).name

    def title(self) -> str:
        """Return what was asked for, and where."""
        return _writable(f"‘{self.query.text}’, search – {self.site_name}")

    def subtitle(self) -> str:
        """Return what the feed holds."""
        return "What a search of the site finds, the newest first."

    def link(self) -> str:
        """Return the results that the feed follows."""
        return absolute(self.query.in_order(is_by_date=False).address)

    def feed_url(self) -> str:
        """Return the feed's own address."""
        return absolute(self.query.feed_address)

    def items(self) -> list[Result]:
        """Return the newest results; none while there is no index or nothing is asked for."""
        if self.index is None or not self.query.text:
            return []
        return Results(self.index, self.query.asked).page(0, MOST_ENTRIES)

    def item_title(self, item: Result) -> str:
        """Return the result's title."""
        return _writable("".join(part.text for part in item.title))

    def item_description(self, item: Result) -> str:
        """Return the extract as HTML, which is how Atom feeds of Django label it."""
        parts = item.extract.parts if item.extract else []
        return escape(_writable("".join(part.text for part in parts)))

    def item_link(self, item: Result) -> str:
        """Return the result's full address."""
        return absolute(item.url)

    def item_guid(self, item: Result) -> str:
        """Return the page's address, whatever part of it answers; a quotation has its own."""
        return absolute(item.url if is_part_of_a_page(item) else item.target.url)

    def item_author_name(self, item: Result) -> str:
        """Return the site's name: results are of many kinds."""
        return _writable(self.site_name)

    def item_pubdate(self, item: Result) -> datetime.datetime | None:
        """Return when the page came out, where it has a day."""
        return _noon(item.dated) if item.dated else None

    def item_updateddate(self, item: Result) -> datetime.datetime:
        """Return when readers were last told of a change, else when the page or file came."""
        day = getattr(item.target, "page_updated_on", None) or item.dated
        return _noon(day) if day else _first_moment(item.target)

    def item_categories(self, item: Result) -> list[str]:
        """Return what the result is."""
        return [_writable(item.kind)]


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def _first_moment(target) -> datetime.datetime:
    """Return when a page was published last, or a file uploaded."""
    moment = getattr(target, "last_published_at", None) or getattr(target, "created_at", None)
    return moment or timezone.now()


def _writable(text: str) -> str:
    return CONTROL_CHARACTERS.sub(" ", text)
