"""How editors' synonyms reach the engine, and how the index follows when they change."""

from collections.abc import Iterator

from django.db.models.signals import post_delete, post_init, post_save

from core.remembered import forget
from search.engine.synonyms import Synonym, register
from search.models import EditorsSynonym, SearchIndex, Waiting
from search.models.synonyms import lines_of
from search.signal_handlers import note


def synonyms_of_editors(index: SearchIndex) -> Iterator[Synonym]:
    """Yield the synonyms that editors wrote for the language of an index."""
    for row in EditorsSynonym.objects.filter(language=index.language).order_by("pk"):
        yield from meant_by(row)


def meant_by(row: EditorsSynonym) -> Iterator[Synonym]:
    """Yield what a record means: one synonym, or one a name where it works one way only.

    One way, those who search for one of the names find what those before the arrow do not say.
    """
    names, asked = tuple(lines_of(row.names)), tuple(lines_of(row.asked))
    if asked:
        yield from (Synonym((name,), asked) for name in names)
    elif names:
        yield Synonym(names)


def keep_what_was(instance: EditorsSynonym, **_signal) -> None:
    """Keep the names of a record as it was read: pages that say them change with it."""
    instance.names_before = lines_of(instance.names)


def when_changed(instance: EditorsSynonym, **_signal) -> None:
    """Index again what says any of the names, those of before included."""
    forget()
    names = [*instance.names_before, *lines_of(instance.names)]
    for name in dict.fromkeys(names):
        note(Waiting.NAME, name)
    keep_what_was(instance)


def connect() -> None:
    """Register the source, and listen to changes of records."""
    register(synonyms_of_editors)
    post_init.connect(keep_what_was, sender=EditorsSynonym, dispatch_uid="search.synonyms_were")
    post_save.connect(when_changed, sender=EditorsSynonym, dispatch_uid="search.synonyms")
    post_delete.connect(when_changed, sender=EditorsSynonym, dispatch_uid="search.synonyms_gone")
