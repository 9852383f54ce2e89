"""Settings come from the environment, and docs/settings.md tells of each."""

import re

import pytest
from django.conf import settings

from tests.house.source import ROOT, python_files

READ = re.compile(
    r"""(?:environ(?:\.get\(|\.setdefault\(|\[)|\bsecret\()\s*["']([A-Z][A-Z0-9_]*)["']"""
)
READ_BY_COMPOSE = re.compile(r"\$\{([A-Z][A-Z0-9_]*)")
TOLD = re.compile(r"^\| `([A-Z][A-Z0-9_]*)`", re.MULTILINE)
PAGE = ROOT / "docs/settings.md"
# Django's own name for which settings to load; this project sets it and never reads it.
DJANGOS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def names_read(text: str) -> set[str]:
    """Return the environment variables that a module reads."""
    return set(READ.findall(text)) - DJANGOS


def names_told(text: str) -> set[str]:
    """Return the environment variables that a page of documentation has a row for."""
    return set(TOLD.findall(text))


def test_the_page_about_settings_tells_of_each_and_of_no_other():
    read = set(READ_BY_COMPOSE.findall((ROOT / "compose.yaml").read_text()))
    for path in python_files("config", "deploy", "core", "operations", "editing", "tests"):
        if "house" not in path.parts:
            read |= names_read(path.read_text())
    assert names_told(PAGE.read_text()) == read


@pytest.mark.parametrize(
    "planted",
    ['os.environ["NEW"]', "os.environ.get('NEW', '')", 'environ.get("NEW")', 'secret("NEW")'],
)
def test_a_planted_variable_is_found(planted):
    assert names_read(f"x = {planted}") == {"NEW"}
    assert names_told("| `OTHER` | something |") == {"OTHER"}


def test_one_search_app_is_installed():
    """Wagtail's and the library it is made of bear the same label; ours is `search`."""
    installed = [name for name in settings.INSTALLED_APPS if "search" in name]
    assert installed == ["search", "wagtail.search"]
