"""Every test, as `make test` runs them: what talks to a database on PostgreSQL, all on SQLite.

Arguments go to pytest: `make test ARGS="-k quote"`, `make test ARGS=tests/core`.
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
# What follows these is no path of tests to run.
WITH_A_VALUE = {"-k", "-m", "-n", "-o", "-p", "-r", "-W", "--deselect", "--ignore"}


def shares(arguments: list[str]) -> list[list[str]]:
    """Return the arguments of each pytest to start: tests without a browser, those in one.

    Playwright keeps an event loop in its thread, which Django takes for async code: tests that
    need no browser run without that.
    """
    before = ["", *arguments]
    paths = [
        argument
        for argument, option in zip(arguments, before, strict=False)
        if option not in WITH_A_VALUE and _is_of_tests(_place(argument))
    ]
    inside = [path for path in paths if _place(path).is_relative_to(ROOT / BROWSER)]
    others = [path for path in paths if path not in inside]
    around = [path for path in others if (ROOT / BROWSER).is_relative_to(_place(path))]
    found = []
    if others or not paths:
        rest = [argument for argument in arguments if argument not in inside]
        found.append([f"--ignore={BROWSER}", *rest])
    if inside or around or not paths:
        rest = [argument for argument in arguments if argument not in others]
        found.append([*rest, *([] if inside and not around else [BROWSER])])
    return found


def _place(argument: str) -> Path:
    return (ROOT / argument.partition("::")[0]).resolve()


def _is_of_tests(path: Path) -> bool:
    return path.is_relative_to(ROOT / "tests") or path == ROOT


def run_all(database_url: str, marks: list[str], arguments: list[str]) -> int:
    """Run the tests that the arguments select on this database; return 1 when one failed."""
    statuses = {run(database_url, [*marks, *share]) for share in shares(arguments)}
    # A word to look for may be in one share alone; without arguments each has tests.
    return 1 if statuses - ({0, NO_TESTS} if arguments else {0}) else 0


def run(database_url: str, arguments: list[str]) -> int:
    """Run pytest on this database, return its status."""
    workers = min(4, os.cpu_count() or 1)
    command = [sys.executable, "-m", "pytest", "-q", f"-n{workers}", *arguments]
    environment = {**os.environ, "DATABASE_URL": database_url}
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def main(arguments: list[str]) -> int:
    """Run the tests on both databases, return 1 when either run failed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    failed = []
    programs = postgresql()
    if programs:
        print(f"\nOn PostgreSQL ({programs.parent.name}): what uses the database", flush=True)
        with temporary_postgresql(programs) as url:
            if run_all(url, ["-m", "on_postgresql"], arguments):
                failed.append("PostgreSQL")
    print("\nOn SQLite: every test", flush=True)
    if run_all("", [], arguments):
        failed.append("SQLite")
    if failed:
        print(f"Tests failed on {' and on '.join(failed)}: see above.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
