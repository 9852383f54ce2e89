"""Names of people: whether two of them may be one person's."""

STRAIGHT = str.maketrans("’‘", "''")


def spelled(name: str) -> str:
    """Return a name for comparing: one kind of apostrophe, one space, lower case."""
    return " ".join(name.translate(STRAIGHT).casefold().split())


def may_be_one(name: str, other: str) -> bool:
    """Tell whether one name holds the other: "Ann", "Dr Ann Example" and "Ann Example" may."""
    words, others = set(spelled(name).split()), set(spelled(other).split())
    return words <= others or others <= words
