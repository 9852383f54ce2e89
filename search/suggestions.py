"""Suggestions while somebody types: people and pages called so, and usual searches."""

from itertools import chain

from django.db import connection
from django.http import JsonResponse
from django.utils import timezone
from wagtail.models import Site

from core.models import BasePage
from core.remembered import remember
from core.routing import readable
from search.engine.lexicon import HIGHEST_SIGN
from search.engine.rows import called_words, folded_words
from search.forms import Query
from search.indexes import active_language, answering
from search.models import SearchIndex
from search.usual import usual_searches
from search.views import in_language, kept_for_a_minute

SHORTEST = 2
MOST = 8
# More than are shown: readers may not see all of them.
LOOKED_AT = 16
MOST_SEARCHES = 3
# Those that begin alike and are of one kind, in the order of the alphabet. What is a part of a
# page has a key with "#", and is found by its words.
CALLED = """
    SELECT %s AS place, name.text, document.page_id, document.kind
    FROM search_name AS name JOIN search_document AS document ON document.id = name.document_id
    WHERE name.index_id = %s AND name.is_name = %s AND name.is_whole = %s
      AND name.text >= %s AND name.text < %s
      AND document.is_open AND document.page_id IS NOT NULL AND document.key NOT LIKE %s
      AND (document.expires_at IS NULL OR document.expires_at > %s)
    ORDER BY name.text, document.page_id LIMIT %s
"""
# Names first, and whole ones before words within: (is_name, is_whole).
KINDS = [(True, True), (True, False), (False, True), (False, False)]
# By hand and at once: a suggestion takes 5.5 ms of CPU at 20,000 posts, by four queries 9.3 ms.
ALL_CALLED = " UNION ALL ".join(
    f"SELECT * FROM ({CALLED}) AS kind_{number}"  # noqa: S608 - nothing comes from outside
    for number in range(len(KINDS))
)


def suggest(request):
    """Answer with what may be meant, as JSON: {"suggestions": [{"text", "kind", "url"}]}.

    One without a `url` is words to search for.
    """
    query = Query.of(request)
    in_language(query)
    site = Site.find_for_request(request)
    index = _index_of(site, active_language())
    found = suggestions(index, query.text) if index else []
    return kept_for_a_minute(request, JsonResponse({"suggestions": found}))


def _index_of(site: Site | None, language: str) -> SearchIndex | None:
    """Return the index that answers. Which one it is, is remembered; its counts are not asked."""
    name = ("suggesting index", site and site.pk, language)
    return remember(name, lambda: answering().filter(site=site, language=language).first())


def suggestions(index: SearchIndex, text: str) -> list[dict[str, str]]:
    """Return pages that are called so, then what others who began so searched for."""
    start = " ".join(called_words(text))
    if len(start) < SHORTEST:
        return []
    pages = pages_called(index, start)
    called = {" ".join(called_words(page["text"])) for page in pages}
    usual = usual_searches(index, " ".join(folded_words(text)), MOST_SEARCHES)
    usual = [one for one in usual if " ".join(called_words(one)) not in called]
    searches = [{"text": one, "kind": "Search", "url": ""} for one in usual]
    return pages[: MOST - len(searches)] + searches


def pages_called(index: SearchIndex, start: str) -> list[dict[str, str]]:
    """Return the pages that readers may see with a title or name in which a word starts so.

    Names of people come first, then titles that begin so, then in the order of the alphabet.
    """
    kinds: dict[int, str] = {}
    for _place, _text, key, kind in sorted(_called(index, start)):
        kinds.setdefault(key, kind)
    order = list(kinds)[:LOOKED_AT]
    pages = _open_pages(index.language, order) if order else {}
    found = [pages[key] for key in order if key in pages][:MOST]
    return [{"text": page.title, "kind": kinds[page.pk], "url": page.url} for page in found]


def _called(index: SearchIndex, start: str) -> list[tuple[int, str, int, str]]:
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    between = (start, start + HIGHEST_SIGN)
    values = [
        (place, index.pk, *kind, *between, "%#%", now, LOOKED_AT)
        for place, kind in enumerate(KINDS)
    ]
    with connection.cursor() as cursor:
        cursor.execute(ALL_CALLED, list(chain.from_iterable(values)))
        return cursor.fetchall()


def _open_pages(language: str, keys: list[int]) -> dict[int, BasePage]:
    """Return those of some pages that everybody may read now."""
    pages = readable(BasePage.objects.filter(locale__language_code=language, expired=False))
    pages = pages.exclude(expire_at__lte=timezone.now())
    return pages.only("title", "url_path").in_bulk(keys)
