"""How modules are named, what they import and how long they get."""

import ast
from pathlib import Path

import pytest

from tests.house.source import ORDER, functions, python_files, short

OURS = [*ORDER, "bench", "deploy", "tests"]
NO_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 30
PAGE_MODULES = {"wagtail.models", "wagtail.models.pages"}


def says_nothing(path: Path) -> bool:
    """Say whether a module or package has a name that anything could hide under."""
    return path.stem in NO_NAMES or path.parent.name in NO_NAMES


def late_imports(text: str, name: str = "") -> list[str]:
    """Return the functions with imports of their own; an app's `ready` may have them."""
    allowed = {"ready"} if name == "apps.py" else set()
    return [
        function.name
        for function in functions(ast.parse(text))
        if function.name not in allowed
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    ]


def imports_wagtails_page(text: str) -> bool:
    """Say whether a module imports the page model that this site replaces (decision 0001)."""
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module in PAGE_MODULES
        and any(alias.name == "Page" for alias in node.names)
        for node in ast.walk(ast.parse(text))
    )


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's lines from `def` to its end, its docstring not counted."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def long_functions(text: str) -> list[str]:
    """Return the names of the functions that are too long."""
    return [
        function.name
        for function in functions(ast.parse(text))
        if length(function) > LONGEST_FUNCTION
    ]


def test_every_module_has_a_name_that_says_something():
    assert [short(path) for path in python_files(*OURS) if says_nothing(path)] == []


def test_imports_stand_at_the_top():
    found = {short(path): late_imports(path.read_text(), path.name) for path in python_files(*OURS)}
    assert {path: names for path, names in found.items() if names} == {}


def test_nobody_imports_the_page_model_that_the_site_replaces():
    found = [path for path in python_files(*OURS) if imports_wagtails_page(path.read_text())]
    assert [short(path) for path in found] == []


def test_modules_stay_short():
    lengths = {short(path): len(path.read_text().splitlines()) for path in python_files(*OURS)}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_functions_stay_short():
    found = {short(path): long_functions(path.read_text()) for path in python_files(*OURS)}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("planted", ["blog/utils.py", "core/helpers/dates.py", "home/misc.py"])
def test_a_planted_name_that_says_nothing_is_found(planted):
    assert says_nothing(Path(planted))


def test_a_planted_late_import_is_found():
    planted = "def posts():\n    from blog.models import BlogPage\n    return BlogPage"
    assert late_imports(planted, "feeds.py") == ["posts"]
    assert late_imports(planted.replace("posts()", "ready(self)"), "feeds.py") == ["ready"]
    assert late_imports(planted.replace("posts()", "ready(self)"), "apps.py") == []


def test_a_planted_import_of_wagtails_page_is_found():
    assert imports_wagtails_page("from wagtail.models import Locale, Page")
    assert not imports_wagtails_page("from wagtail.models import AbstractPage")


def test_a_planted_long_function_is_found():
    body = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    assert long_functions(f"def f():\n{body}") == ["f"]
    assert long_functions(f'def f():\n    """Say why."""\n{body[10:]}') == []
