"""Bring the database up to this version: one copy does it, others wait and find it done."""

from collections.abc import Generator
from contextlib import contextmanager

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from operations.health import migrations_to_come

# Any number, the same for every copy.
LOCK = 4_700_117


class Command(BaseCommand):
    """What each new version needs before it serves. Run again, it finds nothing to do."""

    help = "Migrate the database, build a missing search index, make the first administrator."

    def handle(self, *_args, **_options) -> None:
        """Take the lock and do what is missing."""
        with alone():
            missing = migrations_to_come()
            if missing:
                self.stdout.write(f"Bringing the database up to date: {missing} migrations.")
                call_command("migrate", interactive=False, verbosity=0)
                self.stdout.write("The database is up to date.")
            else:
                self.stdout.write("The database is up to date already.")
            call_command("tend_index", stdout=self.stdout)
            call_command("first_administrator", stdout=self.stdout)


@contextmanager
def alone() -> Generator[None]:
    """Let one copy at a time do this. On SQLite there is one machine and one copy."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
