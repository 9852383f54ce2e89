"""The results page: HTML that works by itself, the same for every reader and kept for a minute."""

from django.shortcuts import render
from django.utils import translation
from django.utils.text import Truncator

from core import frame
from core.caching import kept
from core.numbered_pages import numbered_page
from search.forms import Query
from search.indexes import active_language, index_for
from search.log import note
from search.results import MOST_RESULTS, PER_PAGE, Results
from search.showing import orders, other_spellings, shown_facets, understood, with_faces
from search.turns import in_turn

# Long enough to bear a rush, short enough for what was published, or taken down, just now.
KEPT = "public, max-age=0, s-maxage=60"
LONGEST_IN_TITLE = 60
# Words that nothing says are named, but not those of a whole pasted page.
MOST_UNANSWERED = 5


@in_turn
def results(request):
    """Answer a search."""
    query = Query.of(request)
    in_language(query)
    context = {
        "query": query.parameters,
        "asked": query,
        "language": frame.html_language(active_language()),
        "home": frame.Link("Home", frame.SiteFrame(request).home_url),
    }
    index = index_for(request)
    if index is None:
        template = "search/no_index.html"
    elif not query.text:
        template = "search/empty.html"
    else:
        asked = Results(index, query.asked)
        template, found = _answered(query, asked)
        context |= found
        note(request, asked)
    answer = render(request, template, context)
    # That there is no index is true for moments.
    return kept_for_a_minute(request, answer) if index else answer


def in_language(query: Query) -> None:
    """Answer in the language that was asked for. The middleware forgets it again."""
    if query.language:
        translation.activate(query.language)


def kept_for_a_minute(request, answer):
    """Let caches keep an answer for a minute, unless it may show the editors' bar."""
    return kept(request, answer, KEPT)


def _answered(query: Query, results: Results) -> tuple[str, dict]:
    """Return the template and what it shows, for words that were asked of an index."""
    text = understood(results.question.plan, results.corrected)
    context = {
        "count": results.count,
        "text": Truncator(text).chars(LONGEST_IN_TITLE),
        "shown_for": Truncator(text).chars(LONGEST_IN_TITLE),
        "corrected": list(results.corrected),
        "unanswered": results.unanswered[:MOST_UNANSWERED],
        "others": other_spellings(query, results),
        "facets": shown_facets(query, results),
        "feed_url": query.feed_address,
    }
    if not results.count:
        return "search/none.html", context | {"unnarrowed": query.unnarrowed().address}
    page = numbered_page(range(len(results.in_order)), PER_PAGE, query.page)
    found = results.page(page.start_index() - 1, page.end_index())
    return "search/results.html", context | {
        "pages": page,
        "results": with_faces(found),
        "orders": orders(query),
        "most": MOST_RESULTS,
        "left_out": 0 if page.has_next() else int(results.left_out.sum()),
        "other_width_url": query.saying_any(is_wide=not query.is_wide).address,
    }
