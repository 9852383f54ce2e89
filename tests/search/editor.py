"""Asks the index as editors see it."""

from search.models import SearchIndex
from search.results import Asked, Results


def answer_of(text: str, **more) -> Results:
    """Return what the index answers to a search."""
    return Results(SearchIndex.objects.get(is_current=True), Asked(text, **more))


def found(text: str, **more) -> list[str]:
    """Return the titles that a search finds, in order."""
    return [result.target.title for result in answer_of(text, **more).page(0, 10)]
