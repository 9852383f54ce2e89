"""What search keeps: the index, and what editors decide about it."""

from search.models.index import (
    Acronym,
    Deletion,
    Document,
    FacetValue,
    Name,
    Posting,
    SearchIndex,
    Term,
    Word,
)
from search.models.log import DaysSearches, UsualSearch
from search.models.promotions import DemotedPage, PromotedPage, Promotion
from search.models.synonyms import EditorsSynonym
from search.models.waiting import Missed, Waiting

__all__ = [
    "Acronym",
    "DaysSearches",
    "Deletion",
    "DemotedPage",
    "Document",
    "EditorsSynonym",
    "FacetValue",
    "Missed",
    "Name",
    "Posting",
    "PromotedPage",
    "Promotion",
    "SearchIndex",
    "Term",
    "UsualSearch",
    "Waiting",
    "Word",
]
