"""What a page tells search of itself. Types say more; search asks, and names no type."""

import datetime

from django.utils.text import capfirst

from core.passages import Facet, Passage, passages_in


class SearchHooks:
    """The hooks of BasePage for search, to be mixed in before it."""

    # What results call one of these, and what the filter calls several; by default the type's.
    search_kind = ""
    search_kind_plural = ""
    # Pages that only lead to others are found by their titles, and nothing else.
    is_searchable = True
    # What `search_face` asks for, fetched for all results of this type at once.
    search_face_prefetch: tuple[str, ...] = ()

    @classmethod
    def prepare_for_search(cls, pages: list) -> None:
        """Load for many pages of this type at once what the hooks below ask for."""

    def search_names(self) -> list[str]:
        """Return what the page is called beside its title, each looked up whole."""
        return []

    def search_facets(self) -> list[Facet]:
        """Return what results are narrowed by: the type, and the year of publication."""
        meta = self._meta
        plural = self.search_kind_plural or capfirst(str(meta.verbose_name_plural))
        facets = [Facet("type", meta.model_name, plural)]
        if self.published_on:
            year = str(self.published_on.year)
            facets.append(Facet("year", year, year))
        return facets

    def search_passages(self) -> list[Passage]:
        """Return the page's text in passages: the summary, then every body."""
        passages = [Passage("summary", self.summary)] if self.summary else []
        for name in self.get_streamfield_names():
            passages += passages_in(getattr(self, name))
        return passages

    @property
    def search_date(self) -> datetime.date | None:
        """Return the day that a result is of, and sorted by; None for what has no day."""
        return self.published_on

    def search_kind_name(self) -> str:
        """Return what a result calls the page: "Post", "Person"."""
        return self.search_kind or capfirst(str(self._meta.verbose_name))

    def pages_that_show_this(self) -> list:
        """Return the pages that show something of this one, and so change with it."""
        return []

    def pages_that_list_this(self) -> list:
        """Return further pages that name this one or others in its place: neighbours, lists."""
        return []

    def search_face(self, anchor: str = "") -> tuple[type, int] | None:
        """Return (model, key) of the profile whose face stands beside a result, or None.

        `anchor` is where a result of its own stands on the page: a quotation shows its speaker.
        """
        return None


def pages_showing(thing) -> list:
    """Return the pages that show a topic, say, or an organisation; none for a page or the rest."""
    hook = None if isinstance(thing, SearchHooks) else getattr(thing, "pages_that_show_this", None)
    return hook() if hook else []
