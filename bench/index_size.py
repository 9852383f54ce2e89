"""How many bytes the search's tables take, and how many the text that they are made of."""

from django.apps import apps
from django.db import connection

from search.engine.entries import unpack_passages
from search.models import Document, SearchIndex


def index_bytes() -> int:
    """Return the bytes of all tables of the search, with their own indexes."""
    tables = [model._meta.db_table for model in apps.get_app_config("search").get_models()]
    if connection.vendor == "postgresql":
        sizes = "SELECT SUM(pg_total_relation_size(name::regclass)) FROM unnest(%s::text[]) AS name"
        return int(_first(sizes, [tables]))
    names = ", ".join(["%s"] * len(tables))
    sizes = (
        "SELECT SUM(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN "  # noqa: S608
        f"(SELECT name FROM sqlite_master WHERE tbl_name IN ({names}))"
    )
    return int(_first(sizes, tables))


def text_bytes(index: SearchIndex) -> int:
    """Return the bytes of everything that is indexed, titles and names included."""
    rows = Document._default_manager.filter(index=index).values_list("passages", flat=True)
    return sum(
        len(passage.text.encode())
        for passages in rows.iterator()
        for passage, _places in unpack_passages(passages)
    )


def _first(statement: str, values: list):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]
