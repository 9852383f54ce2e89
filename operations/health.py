"""Whether this process lives, and whether it can answer readers: for Docker and the cache.

Both are asked by address of the machine, not by the site's name, and also while the database is
away: so they are answered before anything else looks at a request.
"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse


def live() -> JsonResponse:
    """Answer 200 while the process answers at all."""
    return _answer()


def ready() -> JsonResponse:
    """Answer 200 if the database answers and has every table that this version needs, else 503.

    A database that is newer than this version is fine: an older copy serves on during an upgrade.
    """
    try:
        missing = migrations_to_come()
    except DatabaseError:
        return _answer(database="does not answer", migrations="not known")
    return _answer(database="ok", migrations=f"{missing} to come" if missing else "ok")


def migrations_to_come() -> int:
    """Return how many migrations of this version the database has not had."""
    global _all_there  # It stays true for the life of the process.
    if _all_there:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return 0
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    _all_there = not missing
    return missing


_all_there = False


def _answer(**checks: str) -> JsonResponse:
    is_well = all(found == "ok" for found in checks.values())
    body = {"status": "ok" if is_well else "not ready", **checks}
    headers = {"Cache-Control": "no-store"}
    return JsonResponse(body, status=200 if is_well else 503, headers=headers)


ANSWERS = {"/health/live/": live, "/health/ready/": ready}


class HealthMiddleware:
    """Answers the two addresses, and nothing else."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        """Answer as usual, or how this process is."""
        answer = ANSWERS.get(request.path_info)
        return answer() if answer else self.get_response(request)
