"""Templates hold no script or style of their own, and templates and styles stay short."""

import re

import pytest

from tests.house.source import ROOT, short, templates

LONGEST_TEMPLATE = 80
LONGEST_BLOCK_STYLE = 60
BLOCK_STYLES = ROOT / "core/static/core/css/blocks"
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}|<!--.*?-->", re.DOTALL)
SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", re.IGNORECASE)
STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
HANDLER = re.compile(r"<[^>]*\son[a-z]+\s*=|javascript:", re.IGNORECASE)


def inline(text: str) -> list[str]:
    """Return what the content security policy of public pages would refuse in a template."""
    text = COMMENT.sub("", text)
    return [found[0] for rule in (SCRIPT, STYLE, HANDLER) for found in rule.finditer(text)]


def test_templates_hold_no_script_or_style_of_their_own():
    found = {short(path): inline(path.read_text()) for path in templates()}
    assert {path: names for path, names in found.items() if names} == {}


def test_templates_stay_short():
    lengths = {short(path): len(path.read_text().splitlines()) for path in templates()}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_TEMPLATE} == {}


def test_the_styles_of_blocks_stay_short():
    lengths = {
        short(path): len(path.read_text().splitlines()) for path in BLOCK_STYLES.glob("*.css")
    }
    assert lengths
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_BLOCK_STYLE} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "<script>alert(1)</script>",
        '<script type="module">x()</script>',
        "<STYLE>p { color: red }</STYLE>",
        '<p style="color: red">',
        '<button onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_a_planted_script_or_style_is_found(planted):
    assert inline(planted)


@pytest.mark.parametrize(
    "allowed",
    [
        '<script src="{% static "core/menu.js" %}" defer></script>',
        '<script type="application/ld+json">{{ data }}</script>',
        '<link rel="stylesheet" href="{% static "core/site.css" %}">',
        "{# <style> would be refused #}",
    ],
)
def test_files_and_data_are_allowed(allowed):
    assert inline(allowed) == []
