"""What a page tells of itself to be found by: its passages, and what results are narrowed by."""

from dataclasses import dataclass, replace

from core.contents import contents_of

# Longer values are cut: an index has room for no more, nor has an address.
LONGEST_FACET = 120


@dataclass(frozen=True)
class Facet:
    """One way of narrowing results: by topic, say, the value "housing", shown as "Housing"."""

    name: str
    value: str
    label: str


@dataclass(frozen=True)
class Passage:
    """A piece of a page's text.

    `field` says what it is and how much its words count: title, names, byline, headings, summary,
    body, quotation or transcript. `anchor` is where it stands on the page, `label` what that place
    is called. A passage with `own_result` is found by itself too, as a `kind` ("Quotation") that
    the filter knows by `facet`; `label` is then who said it.
    """

    field: str
    text: str
    anchor: str = ""
    label: str = ""
    own_result: bool = False
    kind: str = ""
    facet: Facet | None = None


def passages_in(stream) -> list[Passage]:
    """Return what a StreamField's blocks say, each passage below the heading it stands under.

    A block says it in its own `search_passages(value)`; others give their words as body.
    """
    contents_of(stream)  # Headings get the anchors that they have on the page.
    found: list[Passage] = []
    anchor, label = "", ""
    for child in stream:
        if child.block_type == "heading":
            anchor, label = child.value.anchor, child.value["text"]
        for passage in _passages_of(child):
            here = {"anchor": passage.anchor or anchor, "label": passage.label or label}
            found += [replace(passage, **here)] if passage.text.strip() else []
    return found


def _passages_of(child) -> list[Passage]:
    own = getattr(child.block, "search_passages", None)
    if own:
        return own(child.value, child.id or "")
    return [Passage("body", " ".join(child.block.get_searchable_content(child.value)))]
