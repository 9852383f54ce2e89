"""Suggestions while somebody types: pages and people whose titles or names go on so."""

from django.db.models import Q
from django.http import JsonResponse
from django.utils import timezone
from wagtail.models import Site

from core.models import BasePage
from core.routing import readable
from search.engine.lexicon import HIGHEST_SIGN
from search.engine.rows import folded_words
from search.forms import Query
from search.indexes import active_language, answering
from search.models import Name
from search.views import in_language, kept_for_a_minute

SHORTEST = 2
MOST = 8
# Names that begin alike are looked at in this number, then the best are taken.
LOOKED_AT = 200


def suggest(request):
    """Answer with what may be meant, as JSON: {"suggestions": [{"text", "kind", "url"}]}.

    One without a `url` is words to search for.
    """
    query = Query.of(request)
    in_language(query)
    start = " ".join(folded_words(query.text))
    site = Site.find_for_request(request)
    found = pages_called(site, active_language(), start) if len(start) >= SHORTEST else []
    return kept_for_a_minute(request, JsonResponse({"suggestions": found}))


def pages_called(site: Site | None, language: str, start: str) -> list[dict[str, str]]:
    """Return the pages that readers may see with a title or name in which a word starts so.

    Names of people come first, then titles that begin so, then in the order of the alphabet.
    """
    index = answering().filter(site=site, language=language).values_list("pk", flat=True).first()
    names = Name.objects.filter(index=index, text__gte=start, text__lt=start + HIGHEST_SIGN)
    open_now = Q(document__expires_at=None) | Q(document__expires_at__gt=timezone.now())
    # What is a part of a page has a key with "#", and is found by its words.
    names = names.filter(open_now, document__is_open=True, document__page_id__isnull=False)
    names = names.exclude(document__key__contains="#").order_by("text", "document_id")
    shown = names.values_list("is_name", "is_whole", "text", "document__page_id", "document__kind")
    rows = [*shown.filter(is_name=True)[:LOOKED_AT], *shown.filter(is_name=False)[:LOOKED_AT]]
    rows.sort(key=lambda row: (not row[0], not row[1], row[2], row[3]))
    kinds = {key: kind for *_order, key, kind in reversed(rows)}
    order = list(dict.fromkeys(row[3] for row in rows))
    pages = _open_pages(language, order[: MOST * 2]) if order else {}
    found = [pages[key] for key in order if key in pages][:MOST]
    return [{"text": page.title, "kind": kinds[page.pk], "url": page.url} for page in found]


def _open_pages(language: str, keys: list[int]) -> dict[int, BasePage]:
    """Return those of some pages that everybody may read now."""
    pages = readable(BasePage.objects.filter(locale__language_code=language, expired=False))
    pages = pages.exclude(expire_at__lte=timezone.now())
    return pages.only("title", "url_path").in_bulk(keys)
