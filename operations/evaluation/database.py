"""A database of an evaluation's own: which, how it is reached, and how nothing is left of it.

Which database a process uses is decided before Django starts, and much hangs on it: models of
the admin's search differ between SQLite and PostgreSQL. So an evaluation runs in a process that
was started for it, with settings and data folder of its own.
"""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from operations.evaluation.posts import other_pages, remove_posts

PAGES = "core_basepage"


class NotOurs(Exception):  # noqa: N818  The message says what to do.
    """A database holds something that an evaluation must not touch."""


def environment(folder: Path, database_url: str) -> dict[str, str]:
    """Return the environment of a process whose files are in `folder`.

    Its database is there too, unless `database_url` names another.
    """
    own = {"VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": _beside_these("embedded")}
    if database_url:
        own |= {
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": _beside_these("production"),
            "SECRET_KEY": secrets.token_urlsafe(50),
        }
    return {**os.environ, **own}


def _beside_these(name: str) -> str:
    """Return the settings of that name: they lie beside the ones that are used now."""
    return f"{settings.SETTINGS_MODULE.rpartition('.')[0]}.{name}"


def prepare() -> bool:
    """Make the tables, and tell whether the database was empty; what is left of ours goes.

    Raise NotOurs where there are other tables, or pages that no evaluation made.
    """
    tables = connection.introspection.table_names()
    if tables and PAGES not in tables:
        raise NotOurs("The database holds tables of something else. Name one that is empty.")
    if tables:
        # A site of another version stays as it is if it has pages.
        number = len(list(other_pages().values_list("pk", flat=True)[:1]))
        if number:
            raise NotOurs(
                "The database holds pages that were not made by an evaluation. "
                "Name one that is empty."
            )
    call_command("migrate", verbosity=0, interactive=False)
    remove_posts()
    return not tables


def drop_everything() -> None:
    """Leave a database as empty as it came."""
    with connection.constraint_checks_disabled(), connection.schema_editor() as editor:
        for table in connection.introspection.table_names():
            cascade = " CASCADE" if connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TABLE IF EXISTS {editor.quote_name(table)}{cascade}")
