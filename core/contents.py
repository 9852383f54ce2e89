"""A table of contents from the headings of a body."""

from dataclasses import dataclass

from django.utils.text import slugify

# What templates call their own parts: a heading of these words gets a number.
OF_TEMPLATES = {
    *("dates", "latest", "look", "look-up", "main", "main-pages", "mentions", "on-this-page"),
    *("people", "posts", "related", "site-search"),
}


@dataclass(frozen=True)
class Heading:
    """A heading and where it stands."""

    text: str
    anchor: str
    level: int


def anchor_of(kind: str, block_id: str) -> str:
    """Return where a block stands on its page: the same as long as the block is there."""
    return f"{kind}-{block_id[:8]}" if block_id else ""


def contents_of(stream) -> list[Heading]:
    """Return the headings of a body in order, and give each an anchor of its own.

    Other blocks that can be linked to get theirs too.
    """
    headings = []
    taken = set(OF_TEMPLATES)
    for child in stream:
        if child.block_type != "heading":
            if hasattr(child.value, "own_anchor"):
                child.value.own_anchor = anchor_of(child.block_type, child.id or "")
            continue
        stem = slugify(child.value["text"]) or "section"
        anchor, number = stem, 1
        while anchor in taken:
            number += 1
            anchor = f"{stem}-{number}"
        taken.add(anchor)
        child.value.own_anchor = anchor
        headings.append(Heading(child.value["text"], anchor, int(child.value["level"] or 2)))
    return headings
