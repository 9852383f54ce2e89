"""Tests stand where their subject stands, and their names are sentences."""

import ast
import re

import pytest

from tests.house.source import ORDER, ROOT, functions, python_files, short

PLACES = {*ORDER, "house", "browser", "containers", "factories"}
SENTENCE = re.compile(r"^test(_[a-z0-9]+){3,}$")
FOLDERS = {path.parts[len(ROOT.parts) + 1] for path in python_files("tests")}


def unclear_names(text: str) -> list[str]:
    """Return the tests of a module whose names promise nothing."""
    return [
        function.name
        for function in functions(ast.parse(text))
        if function.name.startswith("test") and not SENTENCE.match(function.name)
    ]


def test_every_folder_of_tests_is_named_after_what_it_tests():
    assert {name for name in FOLDERS if not name.endswith(".py")} - PLACES == set()


def test_every_test_stands_in_a_folder():
    assert [short(path) for path in (ROOT / "tests").glob("test_*.py")] == []


def test_every_name_of_a_test_is_a_sentence():
    found = {
        short(path): unclear_names(path.read_text())
        for path in python_files("tests")
        if path.name.startswith("test_")
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("planted", ["test_it", "test_save", "testSomethingThatWorks"])
def test_a_planted_name_without_a_sentence_is_found(planted):
    assert unclear_names(f"def {planted}():\n    pass") == [planted]
    assert unclear_names("def test_a_title_is_kept():\n    pass") == []
