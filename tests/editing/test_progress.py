"""A bar shows how far a long import has come, and stays away where nobody would see it."""

import fcntl
import os
import struct
import sys
import termios
from collections.abc import Callable

import pytest

from tests.editing.old_pages import page_of

pytestmark = pytest.mark.django_db


def terminal(monkeypatch, columns: int = 80) -> Callable[[], str]:
    """Make the error output a terminal; return a function that reads what it shows."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", columns * 3 // 10, columns, 0, 0))
    monkeypatch.setattr(sys, "stderr", os.fdopen(theirs, "w"))
    os.set_blocking(ours, False)

    def shown() -> str:
        try:
            return os.read(ours, 100_000).decode()
        except BlockingIOError:
            return ""
        finally:
            sys.stderr.close()
            os.close(ours)

    return shown


@pytest.mark.parametrize(
    ("count", "columns", "is_shown"), [(6, 80, True), (6, 0, True), (2, 80, False)]
)
def test_more_than_a_few_files_show_a_bar_on_a_terminal(
    run, saved, tmp_path, monkeypatch, count, columns, is_shown
):
    for number in range(count):
        saved(page_of("Ada Byrne", title=f"Lamp {number}"), f"{number}.txt")
    shown = terminal(monkeypatch, columns)
    told = run(tmp_path, "--dry-run")
    assert told.status == 0
    assert ("Importing:   0%" in shown()) is is_shown
