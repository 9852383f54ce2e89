"""Records that a page is about to show, fetched with one query a kind.

Wagtail loads what blocks have chosen block type by block type, and links in rich text one text
at a time. A page instead lays out everything it will show on a *shelf*: chosen pages, pictures,
documents, link targets, its authors. Choosers and links then take records from there, so that
the number of queries does not grow with the body (docs/features/speed.md).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps
from django.db.models import Model
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

LINK = re.compile(r'<a\b[^>]*\blinktype="(page|document)"[^>]*>', re.IGNORECASE)
LINK_ID = re.compile(r'\bid="(\d{1,18})"')
LINKED = {"page": "core.BasePage", "document": "core.SiteDocument"}


class Shelf:
    """What one page shows, by model and primary key."""

    def __init__(self) -> None:
        self.wanted: dict[type[Model], set[int]] = defaultdict(set)
        self.found: dict[type[Model], dict[int, Model]] = {}

    def want(self, model: type[Model], keys: Iterable[int | None]) -> None:
        """Note that records of `model` will be shown."""
        self.wanted[model].update(key for key in keys if key)

    def want_stream(self, stream) -> None:
        """Note everything that the blocks of a StreamField's value have chosen or link to."""
        for model, key in _chosen_in_stream(stream.stream_block, stream.raw_data):
            self.wanted[model].add(key)

    def fill(self) -> None:
        """Fetch what was noted and is not here yet: one query a model."""
        for model, keys in self.wanted.items():
            shelf = self.found.setdefault(model, {})
            missing = keys - shelf.keys()
            if missing:
                shelf.update(_queryset(model).in_bulk(missing))

    def get(self, model: type[Model], key: int | None) -> Model | None:
        """Return a record that is on the shelf, or None."""
        return self.found.get(model, {}).get(key)


def _queryset(model: type[Model]):
    """Return the records of `model` with what showing them needs, if the model says so."""
    own = getattr(model, "shelf_queryset", None)
    return own() if own else model._default_manager.all()


def _chosen_in_stream(block: blocks.BaseStreamBlock, items) -> Iterator[tuple[type[Model], int]]:
    for item in items:
        child = block.child_blocks.get(item["type"])
        if child is not None:
            yield from _chosen(child, item["value"])


def _chosen(block: blocks.Block, raw) -> Iterator[tuple[type[Model], int]]:
    """Yield (model, key) for each record that a block's raw value names."""
    if raw is None or raw == "":
        return
    if isinstance(block, blocks.ChooserBlock):
        yield block.model_class, raw
    elif isinstance(block, blocks.RichTextBlock):
        yield from _linked(raw)
    elif isinstance(block, blocks.BaseStreamBlock):
        yield from _chosen_in_stream(block, raw)
    else:
        for child, value in _parts(block, raw):
            yield from _chosen(child, value)


def _parts(block: blocks.Block, raw) -> Iterator[tuple[blocks.Block, object]]:
    """Yield the blocks inside a struct, list or table, each with its raw value."""
    if isinstance(block, blocks.BaseStructBlock):
        yield from ((child, raw.get(name)) for name, child in block.child_blocks.items())
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            own = isinstance(item, dict) and item.get("type") == "item"
            yield block.child_block, item["value"] if own else item
    elif isinstance(block, TypedTableBlock):
        columns = [block.child_blocks.get(column["type"]) for column in raw["columns"]]
        for row in raw["rows"]:
            cells = zip(columns, row["values"], strict=False)
            yield from ((child, value) for child, value in cells if child is not None)


def _linked(html: str) -> Iterator[tuple[type[Model], int]]:
    for tag in LINK.finditer(html):
        key = LINK_ID.search(tag.group(0))
        if key:
            yield apps.get_model(LINKED[tag.group(1).lower()]), int(key.group(1))


_current: ContextVar[Shelf | None] = ContextVar("shelf", default=None)


@contextmanager
def shelving():
    """Give the request a shelf of its own."""
    reset = _current.set(Shelf())
    try:
        yield
    finally:
        _current.reset(reset)


def current_shelf() -> Shelf:
    """Return the request's shelf; outside a request, one that only the caller sees."""
    return _current.get() or Shelf()


def on_the_shelf(model: type[Model]) -> dict[int, Model] | None:
    """Return the request's records of `model` by key, or None when nobody laid them out."""
    shelf = _current.get()
    return shelf.found.get(model) if shelf else None
