"""Usual searches: what many readers looked for and found, offered to others while they type.

They are counted each night from the search log. What one reader looks for is nobody else's
business, so a search is usual only if it came back on several days and a result was opened, and
it is offered only while the site itself says each of its words.
"""

from django.db import transaction
from django.db.models import Count, Sum

from search.engine.lexicon import HIGHEST_SIGN
from search.models import DaysSearches, SearchIndex, UsualSearch, Word

# Least number of days and of searches, and how many are kept for a language of a site.
DAYS = 3
SEARCHES = 5
KEPT = 500
# What stands in the log for somebody's address or number (search.log.kept_of).
MASK = "["


def count_usual() -> int:
    """Make the list of usual searches anew from the log; return how many there are."""
    found = DaysSearches.objects.filter(results__gt=0).exclude(query__contains=MASK)
    found = found.values("site_id", "language", "query")
    found = found.annotate(days=Count("day"), times=Sum("searches"), opened=Sum("clicks"))
    found = found.filter(days__gte=DAYS, times__gte=SEARCHES, opened__gt=0)
    places = {}
    for row in found.order_by("-times", "query").iterator():
        kept = places.setdefault((row["site_id"], row["language"]), [])
        if len(kept) < KEPT:
            wanted = {name: row[name] for name in ("site_id", "language", "query")}
            kept.append(UsualSearch(**wanted, times=row["times"]))
    rows = [one for kept in places.values() for one in kept]
    with transaction.atomic():
        UsualSearch.objects.all().delete()
        UsualSearch.objects.bulk_create(rows)
    return len(rows)


def usual_searches(index: SearchIndex, start: str, most: int) -> list[str]:
    """Return usual searches that begin with `start`, in folded words, the most usual first."""
    rows = UsualSearch.objects.filter(site_id=index.site_id, language=index.language)
    rows = rows.filter(query__gte=start, query__lt=start + HIGHEST_SIGN)
    found = list(rows.order_by("-times", "query").values_list("query", flat=True)[:most])
    words = {word for query in found for word in query.split()}
    said = Word.objects.filter(index=index, surface__in=words, count__gt=0) if words else []
    known = {word.surface for word in said}
    return [query for query in found if known.issuperset(query.split())]
