"""Names of one thing that is no page: an organisation's old name, its new one, its initials.

Apps that keep such things say so here; search asks for all of them, and hears when they change.
"""

from collections.abc import Callable, Iterable

from django.dispatch import Signal

# Sent with `names`: every name of the thing, those that it had before included.
name_changed = Signal()

_sources: list[Callable[[], Iterable[tuple[str, ...]]]] = []


def register(source: Callable[[], Iterable[tuple[str, ...]]]) -> None:
    """Let `source` say which names mean the same: tuples of two names or more."""
    if source not in _sources:
        _sources.append(source)


def equivalent_names() -> list[tuple[str, ...]]:
    """Return the names of every such thing."""
    return [names for source in _sources for names in source()]
