"""Small facts about the whole site, kept in memory until something is published or set.

One row holds the site's *generation*, a token that changes in the same transaction as whatever
could make a fact untrue. A request reads that row once; facts found under the same token are
still true, in every process and on every machine (decision 0007).
"""

import uuid
from collections.abc import Callable, Hashable
from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps

# The only row of core.Generation.
ONLY = 1
# Facts are few; the bound keeps made-up host names from filling the memory.
MOST_FACTS = 500


class Memory:
    """What this process knows of one generation of the site."""

    def __init__(self, generation: uuid.UUID) -> None:
        self.generation = generation
        self.facts: dict[Hashable, object] = {}


_newest = Memory(uuid.uuid4())
_in_this_request: ContextVar[Memory | None] = ContextVar("remembered", default=None)


def remember[T](name: Hashable, find: Callable[[], T]) -> T:
    """Return the fact called `name`; `find` looks it up when this generation has not met it.

    Outside a request nothing is kept, so that commands always see the database.
    """
    memory = _in_this_request.get()
    if memory is None:
        return find()
    if name not in memory.facts:
        if len(memory.facts) >= MOST_FACTS:
            memory.facts.clear()
        memory.facts[name] = find()
    return memory.facts[name]  # ty: ignore[invalid-explicit-return] # stored by this function only


def forget(**_signal: object) -> None:
    """Change the generation: everything remembered is looked up again. Fits any signal."""
    token = uuid.uuid4()
    rows = apps.get_model("core.Generation").objects
    if not rows.filter(pk=ONLY).update(token=token):
        rows.get_or_create(pk=ONLY, defaults={"token": token})
    if _in_this_request.get() is not None:
        # A memory for the rest of this request alone: the change may yet be rolled back.
        _in_this_request.set(Memory(token))


@contextmanager
def remembering():
    """Let `remember` keep facts while the block runs. Costs one query."""
    global _newest  # One memory for a process is the point.
    rows = apps.get_model("core.Generation").objects
    token = rows.filter(pk=ONLY).values_list("token", flat=True).first()
    memory = _newest
    if token is None:
        memory = Memory(uuid.uuid4())
    elif memory.generation != token:
        memory = _newest = Memory(token)
    reset = _in_this_request.set(memory)
    try:
        yield
    finally:
        _in_this_request.reset(reset)
