"""What this machine has for the tests beyond Python, and what is left out without it.

`python -m tests.available browser` exits 1 when there is none: tests/tools.sh asks it so.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OLDEST_POSTGRESQL = 15  # Django 6.1 refuses older ones.


def browser() -> str | None:
    """Return the path of a Chromium: the installed one, else the one Playwright fetched."""
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in BROWSERS]
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "~/.cache/ms-playwright"))
    fetched = sorted(folder.expanduser().glob("chromium-*/chrome-linux*/chrome"), reverse=True)
    return next((str(path) for path in [*found, *fetched] if path), None)


def postgresql() -> Path | None:
    """Return the folder with the newest PostgreSQL's programs that Django can use."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda path: int(path.parts[-2]),
        reverse=True,
    )
    on_path = shutil.which("initdb")
    for folder in [*folders, *([Path(on_path).resolve().parent] if on_path else [])]:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            words = subprocess.check_output([folder / "postgres", "--version"], text=True)
            number = re.search(r"\d+", words)
            if number and int(number[0]) >= OLDEST_POSTGRESQL:
                return folder
    return None


def nu() -> Path | None:
    """Return the Nu HTML checker's jar, when there is a Java to run it."""
    named = os.environ.get("VNU_JAR")
    jar = Path(named) if named else ROOT / "var/tools/node_modules/vnu-jar/build/dist/vnu.jar"
    return jar if jar.exists() and shutil.which("java") else None


def legacy_page() -> Path | None:
    """Return the file of a real page of the old site, when LEGACY_PAGE names one."""
    named = os.environ.get("LEGACY_PAGE")
    return Path(named) if named and Path(named).is_file() else None


LEFT_OUT = {
    "browser": (browser, "no Chromium could be found or installed: the browser tests are left out"),
    "postgresql": (
        postgresql,
        f"no PostgreSQL {OLDEST_POSTGRESQL} or later could be found or installed: "
        "tests ran on SQLite only",
    ),
    "nu": (nu, "no Nu HTML checker (it needs Java and npm): html5lib checked the mark-up instead"),
    "legacy_page": (legacy_page, "LEGACY_PAGE names no file: the test that reads one is left out"),
}


def what_is_left_out() -> list[str]:
    """Return one line for each thing that is not there."""
    return [words for find, words in LEFT_OUT.values() if not find()]


if __name__ == "__main__":
    sys.exit(0 if LEFT_OUT[sys.argv[1]][0]() else 1)
