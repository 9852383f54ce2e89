"""One style sheet is joined from many files, in the order of their layers."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finders

from core.joined_sheet import NAME, JoinedSheetFinder, joined, sheets


def test_the_sheet_begins_with_tokens_and_ends_with_print():
    names = [path.name for path in sheets()]
    assert names[:4] == ["tokens.css", "global.css", "composition.css", "utilities.css"]
    assert names[-2:] == ["exceptions.css", "print.css"]
    assert names[4:-2] == sorted(names[4:-2])


def test_every_file_of_styles_is_in_the_sheet_once():
    folder = sheets()[0].parent
    assert sorted(sheets()) == sorted(folder.rglob("*.css"))


def test_the_sheet_holds_no_comments_and_no_empty_lines():
    text = joined()
    assert "/*" not in text
    assert "\n\n" not in text
    assert text.count("{") == text.count("}")


def test_the_sheet_is_found_as_a_static_file():
    path = finders.find(NAME)
    assert Path(path).read_text(encoding="utf-8") == joined()
    assert finders.find(NAME, find_all=True)[0] == path


def test_the_sheet_is_collected_with_the_static_files():
    found = [name for finder in get_finders() for name, _storage in finder.list([])]
    assert found.count(NAME) == 1


def test_the_finder_answers_for_nothing_else():
    assert JoinedSheetFinder().find("core/other.css") == []


@pytest.mark.parametrize("stale", ["", "body { color: red }"])
def test_a_sheet_that_is_out_of_date_is_written_again(stale):
    finder = JoinedSheetFinder()
    path = Path(finder.find(NAME))
    path.write_text(stale, encoding="utf-8")
    assert Path(finder.find(NAME)).read_text(encoding="utf-8") == joined()


def test_a_sheet_that_is_right_is_left_alone():
    finder = JoinedSheetFinder()
    path = Path(finder.find(NAME))
    before = path.stat().st_mtime_ns
    finder.find(NAME)
    assert path.stat().st_mtime_ns == before
