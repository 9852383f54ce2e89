"""Says in words how many things of which kinds were written or removed."""

from collections.abc import Mapping

# {kind, as in words/ and in records: one, several}
KINDS = {
    "indexes": ("index page", "index pages"),
    "pages": ("standard page", "standard pages"),
    "people": ("person", "people"),
    "speakers": ("speaker", "speakers"),
    "posts": ("post", "posts"),
    "page": ("page", "pages"),
    "composed": ("composed page", "composed pages"),
    "topic": ("topic", "topics"),
    "organisation": ("organisation", "organisations"),
    "picture": ("picture", "pictures"),
    "document": ("document", "documents"),
    "collection": ("collection", "collections"),
}


def counted(counts: Mapping[str, int]) -> str:
    """Return "19 posts, 1 collection" for numbers by kind.

    >>> counted({"posts": 19, "collection": 1})
    '19 posts, 1 collection'
    """
    return ", ".join(f"{number} {KINDS[kind][number != 1]}" for kind, number in counts.items())
