"""Names in strings and templates point down, where import-linter cannot see them."""

import ast
import re

import pytest

from tests.house.source import ORDER, python_files, short, templates

APPS = "|".join(ORDER)
NAMED = re.compile(rf"^({APPS})[./]\w")
NAMED_IN_TEMPLATE = re.compile(
    rf"""(?:["']({APPS})/)|(?:\{{%\s*load\s[^%]*?\b({APPS})_tags\b)|(?:["']({APPS})\.[A-Z])"""
)


def names_in_code(text: str) -> list[str]:
    """Return the apps that strings of a module name: "blog.BlogPage", "blog/card.html"."""
    tree = ast.parse(text)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += NAMED.findall(node.value)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "get_model":
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant):
                found += [app for app in ORDER if app == first.value]
    return found


def names_in_template(text: str) -> list[str]:
    """Return the apps that a template includes, extends, loads or shows files of."""
    return [name for names in NAMED_IN_TEMPLATE.findall(text) for name in names if name]


def upward(app: str, names: list[str]) -> list[str]:
    """Return those names that stand above `app`."""
    return [name for name in names if ORDER.index(name) < ORDER.index(app)]


@pytest.mark.parametrize("app", ORDER)
def test_code_names_only_apps_at_or_below_it(app):
    found = {
        short(path): upward(app, names_in_code(path.read_text())) for path in python_files(app)
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("app", ORDER)
def test_templates_name_only_apps_at_or_below_them(app):
    found = {
        short(path): upward(app, names_in_template(path.read_text())) for path in templates(app)
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "planted",
    [
        'parent_page_types = ["home.HomePage"]',
        'template = "home/home_page.html"',
        'page = apps.get_model("home", "HomePage")',
    ],
)
def test_a_planted_name_in_code_is_found(planted):
    assert upward("blog", names_in_code(planted)) == ["home"]


@pytest.mark.parametrize(
    "planted",
    [
        '{% include "home/components/hero.html" %}',
        "{% extends 'home/base.html' %}",
        "{% load static home_tags %}",
        '{% static "home/hero.js" %}',
    ],
)
def test_a_planted_name_in_a_template_is_found(planted):
    assert upward("core", names_in_template(planted)) == ["home"]


def test_names_of_addresses_may_point_up():
    assert names_in_template("{% url 'blog:feed' %} <a href='/blog/'>") == []
