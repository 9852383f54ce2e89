"""Every test, as `make test` runs them: what talks to a database on PostgreSQL, all on SQLite.

Arguments go to pytest: `make test ARGS="-k quote"`.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.available import ROOT, postgresql
from tests.postgresql import temporary_postgresql

NO_TESTS = 5  # pytest's status when the arguments select nothing


BROWSER = "tests/browser"


def run_all(database_url: str, *arguments: str) -> int:
    """Run every test on this database, those in a browser by themselves; return 1 on a failure.

    Playwright keeps an event loop in its thread, and Django has another connection while one
    runs: tests that were begun without a browser can not go on beside one.
    """
    without = run(database_url, "--ignore", BROWSER, *arguments)
    return 1 if run(database_url, BROWSER, *arguments) or without else 0


def run(database_url: str, *arguments: str) -> int:
    """Run pytest on this database, return its status."""
    workers = min(4, os.cpu_count() or 1)
    command = [sys.executable, "-m", "pytest", "-q", f"-n{workers}", *arguments]
    environment = {**os.environ, "DATABASE_URL": database_url}
    status = subprocess.run(command, cwd=ROOT, env=environment).returncode
    return 0 if status == NO_TESTS and len(arguments) else status


def main(arguments: list[str]) -> int:
    """Run the tests on both databases, return 1 when either run failed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    failed = []
    programs = postgresql()
    if programs:
        print(f"\nOn PostgreSQL ({programs.parent.name}): what uses the database", flush=True)
        with temporary_postgresql(programs) as url:
            if run_all(url, "-m", "on_postgresql", *arguments):
                failed.append("PostgreSQL")
    print("\nOn SQLite: every test", flush=True)
    if run_all("", *arguments):
        failed.append("SQLite")
    if failed:
        print(f"Tests failed on {' and on '.join(failed)}: see above.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
