"""The demonstration, written once for a module; each test starts from it as it was written."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction

from operations.demonstration.writing import write

# A token that every change changes, an index that weighs titles against all it ever held, and what
# our own index has still to hear of: it is taken up after the commit, which no test here makes.
NOT_CONTENT = {
    *("core_generation", "search_waiting"),
    *("wagtailsearch_indexentry", "wagtailsearch_indexentry_fts"),
}


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker) -> Iterator[list[str]]:
    """Write the demonstration and return what was said; it is gone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        said: list[str] = []
        write(said.append)
        yield said
        transaction.set_rollback(True)


@pytest.fixture
def everything(db) -> Callable[[], dict[str, list[str]]]:
    """Return a function that returns every row of every table, by table."""

    def rows() -> dict[str, list[str]]:
        tables = connection.introspection.django_table_names(only_existing=True)
        with connection.cursor() as cursor:
            found = {}
            for table in sorted(set(tables) - NOT_CONTENT):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                found[table] = sorted(map(repr, cursor.fetchall()))
            return found

    return rows
