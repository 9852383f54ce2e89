"""What a page lacks for publishing: one question, asked by every way to publish.

Wagtail lets half-finished drafts be saved, and only its editor's button checks them again. The
form, bulk publishing, the schedule, approval, the importer and the demonstration all ask
`what_is_missing` here, so that nothing goes live without its alternative text or captions.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField

# A page gets its place when it is added to the tree, after its form was checked.
PLACE_IN_TREE = {"path", "depth", "numchild"}


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


def _streams(page) -> list[Missing]:
    found = []
    for name in page.get_streamfield_names():
        block = page._meta.get_field(name).stream_block
        try:
            block.clean(getattr(page, name))
        except ValidationError as error:
            found += [Missing(name, message) for message in messages_of(error, block.child_blocks)]
    return list(dict.fromkeys(found))


def messages_of(error: ValidationError, labels=None, place: str = "") -> list[str]:
    """Return every message inside nested block errors, each with the place it belongs to."""
    found = []
    nested = getattr(error, "block_errors", None)
    if nested:
        entries = nested.items() if isinstance(nested, dict) else enumerate(nested)
        for key, inner in entries:
            if inner is None:
                continue
            name = key if isinstance(key, str) else f"part {key + 1}"
            where = f"{place}, {name}" if place else name
            for single in inner if isinstance(inner, list) else [inner]:
                found += messages_of(single, None, where)
    others = getattr(error, "non_block_errors", None)
    if others:
        for single in others.as_data() if hasattr(others, "as_data") else others:
            found += messages_of(single, None, place)
    if not found:
        lead = f"{place[0].upper()}{place[1:].replace('_', ' ')}: " if place else ""
        found = [f"{lead}{message}" for message in error.messages]
    return found
