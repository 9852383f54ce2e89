"""What the results page shows beside the results: faces, filters, orders and other spellings."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from django.db import models

from core.frame import Link
from core.shelf import current_shelf
from search.engine.plan import Plan
from search.engine.spelling import corrections
from search.facets import FacetChoices
from search.forms import Query
from search.results import Result, Results

QUOTATION = "quotation"
# Other spellings that are offered beside the one that results are shown for.
MOST_OTHERS = 2
# A file may be offered by many pages: these lead to it.
MOST_OFFERING = 3
# What the link is called that takes a choice back.
UNCHOSEN = {"type": "Everything"}


@dataclass(frozen=True)
class CountedLink:
    """A link with a count that stands beside it, outside its words."""

    link: Link
    count: int


@dataclass(frozen=True)
class ShownFacet:
    """A facet as links: all of it first, then its choices."""

    name: str
    title: str
    links: list[CountedLink]


def is_part_of_a_page(result: Result) -> bool:
    """Tell a passage that is a result of its own, a quotation, from a whole page or file."""
    kind_name = getattr(result.target, "search_kind_name", None)
    return bool(kind_name) and kind_name() != result.kind


class ShownResult:
    """A result as the page shows it."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.title, self.kind = result.title, result.kind
        self.url, self.dated, self.extract = result.url, result.dated, result.extract
        self.offered_by = result.offered_by[:MOST_OFFERING]
        self.is_part = is_part_of_a_page(result)
        self.face = None

    @property
    def is_quotation(self) -> bool:
        """Tell whether the extract is of words that somebody said."""
        return bool(self.extract) and self.extract.passage.field == QUOTATION

    @property
    def said_by(self) -> str:
        """Return who said the words, where the title does not say so already."""
        return self.extract.passage.label if self.is_quotation and not self.is_part else ""

    @property
    def wanted_face(self) -> tuple[type, int] | None:
        """Return (model, key) of whose face stands beside the result."""
        hook = getattr(self.result.target, "search_face", None)
        anchor = self.extract.passage.anchor if self.extract and self.is_part else ""
        return hook(anchor) if hook else None


def with_faces(results: list[Result]) -> list[ShownResult]:
    """Return results with their faces: queries by the types among them, not by their number."""
    by_type = defaultdict(list)
    for result in results:
        by_type[type(result.target)].append(result.target)
    for model, targets in by_type.items():
        names = getattr(model, "search_face_prefetch", ())
        models.prefetch_related_objects(targets, *names)
    shown = [ShownResult(result) for result in results]
    wanted = [(one, one.wanted_face) for one in shown]
    shelf = current_shelf()
    for _one, face in wanted:
        if face:
            shelf.want(face[0], [face[1]])
    shelf.fill()
    for one, face in wanted:
        profile = shelf.get(*face) if face else None
        one.face = profile if profile and profile.is_readable else None
    return shown


@dataclass(frozen=True)
class ShownFacets:
    """The filters: what results are comes first, the rest may be folded away."""

    first: list[ShownFacet]
    further: list[ShownFacet]
    is_narrowed_further: bool


def shown_facets(query: Query, results: Results) -> ShownFacets:
    """Return the filters as links that keep the words and the other choices."""
    shown = [_facet(query, facet) for facet in results.facet_choices]
    further = [facet for facet in shown if facet.name not in UNCHOSEN]
    return ShownFacets(
        first=[facet for facet in shown if facet.name in UNCHOSEN],
        further=further,
        is_narrowed_further=any(facet.name in query.chosen for facet in further),
    )


def _facet(query: Query, facet: FacetChoices) -> ShownFacet:
    name = facet.name
    is_chosen = name in query.chosen
    everything = UNCHOSEN.get(name, f"Any {facet.title.lower()}")
    links = []
    if is_chosen or name in UNCHOSEN:
        link = Link(everything, query.choosing(name).address, not is_chosen)
        links.append(CountedLink(link, facet.everything))
    for choice in facet.choices:
        address = query.choosing(name, choice.value).address
        links.append(CountedLink(Link(choice.label, address, choice.is_chosen), choice.count))
    return ShownFacet(name, facet.title, links)


def orders(query: Query) -> list[Link]:
    """Return the orders as links."""
    return [
        Link("Best match", query.in_order(is_by_date=False).address, not query.is_by_date),
        Link("Newest", query.in_order(is_by_date=True).address, query.is_by_date),
    ]


def understood(plan: Plan, corrected: Mapping[str, str]) -> str:
    """Return the query as it was typed, but for the words that were corrected."""
    text = plan.text
    for token in reversed(plan.tokens):
        if token.surface in corrected and not token.is_closed:
            text = text[: token.start] + corrected[token.surface] + text[token.end :]
    return text


def other_spellings(query: Query, results: Results) -> list[Link]:
    """Return other searches that may have been meant by words that were corrected."""
    corrected = results.corrected
    if not corrected:
        return []
    near = results.question.lexicon.near(corrected)
    others = (
        {**corrected, typed: guess.word.surface}
        for typed, taken in corrected.items()
        for guess in corrections(typed, near[typed])
        if guess.word.surface != taken
    )
    plan = results.question.plan
    texts = [understood(plan, other) for other in islice(others, MOST_OTHERS)]
    return [Link(text, query.unnarrowed().saying(text).address) for text in texts]
