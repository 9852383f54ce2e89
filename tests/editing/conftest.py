"""Saved pages to import, and the command that imports them."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from django.core.management import call_command

PAGES = Path(__file__).parent / "pages"


class Told(NamedTuple):
    """What a run of the command printed, and its exit status."""

    out: str
    err: str
    status: int


@pytest.fixture
def run() -> Callable[..., Told]:
    """Return a function that runs `import_posts` with these paths and options."""

    def import_posts(*words) -> Told:
        out, err, status = io.StringIO(), io.StringIO(), 0
        try:
            call_command("import_posts", *map(str, words), stdout=out, stderr=err)
        except SystemExit as end:
            status = int(end.code or 0)
        return Told(out.getvalue(), err.getvalue(), status)

    return import_posts


@pytest.fixture
def lanterns() -> Path:
    """Return the path of a page of the shape of the real one, with invented people."""
    return PAGES / "lanterns-in-fog.txt"


@pytest.fixture
def saved(tmp_path) -> Callable[..., Path]:
    """Return a function that saves a page under a name, and returns its path."""

    def save(words: str | bytes, name: str = "page.txt") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode() if isinstance(words, str) else words)
        return path

    return save
