"""What a page lacks for publishing: one question, asked by every way to publish.

Wagtail lets half-finished drafts be saved, and only its editor's button checks them again. The
form, bulk publishing, the schedule, approval, the importer and the demonstration all ask
`what_is_missing` here, so that nothing goes live without its alternative text or captions.
"""

from copy import deepcopy
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.fields import StreamField

# A page gets its place when it is added to the tree, after its form was checked.
PLACE_IN_TREE = {"path", "depth", "numchild"}
_strict_blocks: dict[StreamField, blocks.StreamBlock] = {}


@dataclass(frozen=True)
class Missing:
    """One thing that a page lacks: the field it belongs to, and what to do, in words."""

    field: str
    message: str

    def __str__(self) -> str:
        return self.message


class PublishingRefused(ValidationError):  # noqa: N818  It is an answer, not a fault.
    """A page was not published because something that readers need is missing."""

    def __init__(self, page, missing: list[Missing]) -> None:
        self.page = page
        self.missing = missing
        super().__init__([m.message for m in missing])


def what_is_missing(page, formsets=None) -> list[Missing]:
    """Return what `page` (a specific instance, perhaps unsaved) lacks for publishing.

    Model fields and every block of every StreamField are checked as the publish button would,
    then the page type's own `missing_for_publishing()` is asked. `formsets` are the editor's,
    where child rows are not on the instance yet.
    """
    missing = [*_fields(page), *_streams(page)]
    own = getattr(page, "missing_for_publishing", None)
    if own:
        missing += own(formsets)
    return missing


def _fields(page) -> list[Missing]:
    found = []
    for field in page._meta.get_fields():
        if not getattr(field, "editable", False) or isinstance(field, StreamField):
            continue
        if field.name in PLACE_IN_TREE:
            continue
        if getattr(field, "blank", True) or field.is_relation or field.primary_key:
            continue
        if getattr(page, field.attname) in field.empty_values:
            label = str(field.verbose_name)
            found.append(Missing(field.name, f"{label[0].upper()}{label[1:]} is missing."))
    return found


def keep_blocks() -> None:
    """Copy the blocks of every StreamField for `_streams`; called once, before any request.

    Wagtail tells the blocks themselves, which all threads share, to be lenient while it saves a
    draft. These copies are asked by nobody else.
    """
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, StreamField):
                _strict_blocks[field] = deepcopy(field.stream_block)


def _streams(page) -> list[Missing]:
    found = []
    for name in page.get_streamfield_names():
        block, value = _strict_blocks[page._meta.get_field(name)], getattr(page, name)
        # Each part of a body brings its own block along; these ask the copy's.
        parts = [(part.block_type, part.value, part.id) for part in value]
        value = blocks.StreamValue(block, parts)
        try:
            block.clean(value)
        except ValidationError as error:
            found += [Missing(name, message) for message in messages_of(error, block, value)]
    return list(dict.fromkeys(found))


def messages_of(error: ValidationError, block=None, value=None, place: str = "") -> list[str]:
    """Return every message inside nested block errors, each with the place it belongs to.

    `block` and `value` are what was checked: they give places their names as editors see them.
    """
    found = []
    for key, inner in _nested(error):
        child, child_value, name = _inside(block, value, key)
        where = f"{place}, {name}" if place else name
        for single in inner if isinstance(inner, list) else [inner]:
            found += messages_of(single, child, child_value, where)
    others = getattr(error, "non_block_errors", None)
    if others:
        for single in others.as_data() if hasattr(others, "as_data") else others:
            found += messages_of(single, place=place)
    if not found:
        lead = f"{place[0].upper()}{place[1:]}: " if place else ""
        found = [f"{lead}{message}" for message in error.messages]
    return found


def _nested(error: ValidationError) -> list[tuple[str | int, object]]:
    """Return the errors inside an error, by the name or number of the block they belong to."""
    nested = getattr(error, "block_errors", None) or {}
    entries = nested.items() if isinstance(nested, dict) else enumerate(nested)
    return [(key, inner) for key, inner in entries if inner is not None]


def _inside(block, value, key: str | int) -> tuple:
    """Return the block called `key` inside a block, its value, and what an editor calls it."""
    if isinstance(block, blocks.BaseStreamBlock) and value is not None:
        item = value[key]
        return item.block, item.value, f"part {int(key) + 1} ({item.block.label.lower()})"
    if isinstance(block, blocks.BaseStructBlock):
        child = block.child_blocks[key]
        return child, value and value.get(key), child.label.lower()
    if isinstance(block, blocks.ListBlock) and value is not None:
        return block.child_block, value[key], f"number {int(key) + 1}"
    return None, None, key if isinstance(key, str) else f"number {int(key) + 1}"
