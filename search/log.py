"""The search log: what is searched for, and whether a result is opened, counted by the day.

`note` marks a search that is worth counting; `CountingMiddleware` writes it once the reader has
the answer. Nothing is kept that tells one reader from another (docs/editors/search.md).
"""

import logging
import re
import unicodedata
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import F
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from core.numbered_pages import numbered_page
from search.engine.rows import folded_words
from search.facets import SHOWN
from search.forms import Query
from search.indexes import current_index
from search.models import DaysSearches
from search.models.log import LONGEST_LOGGED
from search.results import PER_PAGE, Results

logger = logging.getLogger(__name__)

EMAIL = re.compile(r"\S+@\S+")
# Telephone, NHS and card numbers, birthdays; National Insurance numbers. Years such as 2019-20
# are none.
LONG_NUMBER = re.compile(
    r"\b[a-z]{2} ?(?:\d\d ?){3}[a-z]\b"
    r"|(?<!\d)(?!(?:19|20)\d\d[ /–-]{1,3}(?:19|20)?\d\d(?!\d))"
    r"\+?(?:\(?\d\)?[ ()./–-]{0,3}){5,}\d[a-z]?"
)
PROGRAM = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|archiv|scan|monitor|preview|fetch|python|curl|wget|httpx"
    r"|java/|libwww|go-http|headless|lighthouse|feed",
    re.IGNORECASE,
)
# What is in the address of a search that goes on: its pages, order, width, filters.
GOING_ON = {"page", "sort", "words", *SHOWN}
COUNT_SEARCH = """
INSERT INTO search_dayssearches
    (day, site_id, language, query, searches, results, clicks, places)
VALUES (%s, %s, %s, %s, 1, %s, 0, 0)
ON CONFLICT (day, site_id, language, query) DO UPDATE SET
    searches = search_dayssearches.searches + 1, results = excluded.results
"""


def note(request, results: Results) -> None:
    """Mark a search that was just answered, to be counted if it is a reader's first page of it."""
    if is_a_reader(request) and not GOING_ON & request.GET.keys():
        request.search_to_count = results


def is_a_reader(request) -> bool:
    """Tell whether a person seems to ask, who is not signed in: readers have no session."""
    headers = request.headers
    asks_for_pages = request.method == "GET" and "html" in headers.get("Accept", "")
    is_early = "prefetch" in headers.get("Sec-Purpose", headers.get("Purpose", ""))
    agent = headers.get("User-Agent", "")
    is_program = not agent or PROGRAM.search(agent)
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return asks_for_pages and not is_early and not is_program and not has_session


def kept_of(text: str) -> str:
    """Return what the log keeps of a query: folded, cut, and without what may be personal."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    folded = " ".join(folded_words(seen))
    masked = LONG_NUMBER.sub(" [number] ", EMAIL.sub(" [e-mail address] ", folded))
    return " ".join(masked.split())[:LONGEST_LOGGED].strip()


class CountingMiddleware:
    """Counts searches and opened results after the answer, so that no reader waits for it."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        """Answer as usual; count when the answer is sent."""
        answer = self.get_response(request)
        results = getattr(request, "search_to_count", None)
        if results is not None:
            answer._resource_closers.append(lambda: _quietly(_count_search, results))
        elif answer.status_code in {200, 304} and came_from_a_search(request):
            answer._resource_closers.append(lambda: _quietly(count_click, request))
        return answer


def came_from_a_search(request) -> bool:
    """Tell whether a reader followed a link on the results page of this site."""
    place = urlsplit(request.headers.get("Referer", ""))
    is_results = place.path == reverse("search:results") and bool(place.query)
    is_here = place.netloc == request._get_raw_host()
    return is_results and is_here and request.path != place.path and is_a_reader(request)


def _quietly(count, *what) -> None:
    try:
        count(*what)
    except DatabaseError:
        logger.warning("A search was not counted", exc_info=True)


def _count_search(results: Results) -> None:
    query = kept_of(results.asked.text)
    if query:
        index = results.index
        with connection.cursor() as cursor:
            today = timezone.localdate()
            values = [today, index.site_id, index.language, query, results.count]
            cursor.execute(COUNT_SEARCH, values)


def count_click(request) -> None:
    """Count that a result was opened, if the page is among those that the search showed.

    A link of the header is no result. Only a search that was counted today is looked at.
    """
    query = _query_before(request)
    site, language = Site.find_for_request(request), query.language or settings.LANGUAGE_CODE
    kept = kept_of(query.text)
    if site is None or not kept:
        return
    today = timezone.localdate()
    counted = DaysSearches.objects.filter(day=today, site=site, language=language, query=kept)
    index = current_index(site, language) if counted.exists() else None
    place = _place_of(request.path, Results(index, query.asked), query.page) if index else 0
    if place:
        counted.update(clicks=F("clicks") + 1, places=F("places") + place)


def _query_before(request) -> Query:
    """Return the search whose results led to a request."""
    before = HttpRequest()
    before.GET = QueryDict(urlsplit(request.headers["Referer"]).query)
    return Query.of(before)


def _place_of(path: str, results: Results, number: str) -> int:
    """Return the place of a page or file among the results of a page of them; 0 if it is none."""
    page = numbered_page(range(len(results.in_order)), PER_PAGE, number)
    first = page.start_index()
    for at, result in enumerate(results.page(max(0, first - 1), page.end_index())):
        if unquote(urlsplit(result.target.url).path) == path:
            return first + at
    return 0
