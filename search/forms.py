"""What an address of the search asks for. Nothing that stands there is an error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from core.passages import LONGEST_FACET
from search.facets import SHOWN
from search.results import Asked

# Longer and wordier queries are a pasted page: nobody reads them in a title or a link.
LONGEST_QUERY = 300
MOST_WORDS = 40
BY_DATE = "date"
WIDELY = "any"
# What has no place in a page or a database: controls and halves of pairs.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Query:
    """A search as its address says it. `typed` is what the box goes on showing."""

    typed: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    is_by_date: bool = False
    is_wide: bool = False
    page: str = ""
    language: str = ""
    is_cut: bool = False

    @classmethod
    def of(cls, request) -> "Query":
        """Return what a request asks for; of a parameter that is there twice, the last counts."""
        given = request.GET
        typed = UNWRITABLE.sub(" ", given.get("q", ""))
        kept = _kept(typed)
        chosen = {name: UNWRITABLE.sub("", given.get(name, "")) for name in SHOWN}
        language = given.get("lang", "")
        return cls(
            typed=kept,
            chosen={name: value[:LONGEST_FACET] for name, value in chosen.items() if value},
            is_by_date=given.get("sort") == BY_DATE,
            is_wide=given.get("words") == WIDELY,
            page=given.get("page", ""),
            language=language if language in dict(settings.LANGUAGES) else "",
            is_cut=kept.split() != typed.split(),
        )

    @property
    def text(self) -> str:
        """Return the words with one space between them."""
        return " ".join(self.typed.split())

    @property
    def asked(self) -> Asked:
        """Return what the index is asked."""
        return Asked(self.text, dict(self.chosen), self.is_by_date, self.is_wide)

    @property
    def parameters(self) -> str:
        """Return the query as the end of an address, without the page's number."""
        pairs = {"q": self.text, **self.chosen}
        pairs |= {"sort": BY_DATE} if self.is_by_date else {}
        pairs |= {"words": WIDELY} if self.is_wide else {}
        pairs |= {"lang": self.language} if self.language else {}
        return urlencode(pairs)

    @property
    def address(self) -> str:
        """Return the address of these results."""
        return f"{reverse('search:results')}?{self.parameters}"

    @property
    def feed_address(self) -> str:
        """Return the address of their feed, which has an order of its own."""
        return (
            f"{reverse('search:feed')}?{replace(self, is_by_date=False, is_wide=False).parameters}"
        )

    def choosing(self, name: str, value: str = "") -> "Query":
        """Return the same search narrowed by a facet's value, or no longer by that facet."""
        others = {key: kept for key, kept in self.chosen.items() if key != name}
        return replace(self, chosen={**others, name: value} if value else others)

    def in_order(self, *, is_by_date: bool) -> "Query":
        """Return the same search in another order."""
        return replace(self, is_by_date=is_by_date)

    def saying_any(self, *, is_wide: bool) -> "Query":
        """Return the same search for all that says any of the words, or for what says most."""
        return replace(self, is_wide=is_wide)

    def saying(self, text: str) -> "Query":
        """Return a search for other words."""
        return replace(self, typed=text, is_wide=False)

    def unnarrowed(self) -> "Query":
        """Return the same search without any choice."""
        return replace(self, chosen={})


def _kept(typed: str) -> str:
    """Return as much of a query as is asked: whole words, unless the first is endless."""
    places = [match.end() for match in re.finditer(r"\S+", typed)]
    within = [end for end in places[:MOST_WORDS] if end <= LONGEST_QUERY]
    if len(within) == len(places):
        return typed[:LONGEST_QUERY] if within else ""
    return typed[: within[-1]] if within else typed[:LONGEST_QUERY]
