"""Plain text is cut into paragraphs and lists, whatever broke its lines."""

import textwrap

import pytest

from editing.importers.reading.plain_text import read_plain_text
from tests.editing.old_pages import PROSE


def cut(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in read_plain_text(text).pieces]


@pytest.mark.parametrize("width", [40, 66, 72, 80])
def test_lines_that_an_editor_broke_are_joined(width):
    wrapped = "\n\n".join(textwrap.fill(PROSE, width) for _ in range(2))
    assert cut(wrapped) == [("paragraph", PROSE)] * 2


def test_long_lines_are_paragraphs_of_their_own():
    assert cut(f"{PROSE}\n{PROSE}") == [("paragraph", PROSE)] * 2


@pytest.mark.parametrize("bullet", ["•", "*", "-", "–", "1.", "2)", "(3)"])
def test_lists_are_told_by_their_signs(bullet):
    assert cut(f"{PROSE}\n\n{bullet} Ask\n{bullet} Oil the lamp")[1:] == [
        ("item", "Ask"),
        ("item", "Oil the lamp"),
    ]


def test_a_dash_alone_is_a_signature_and_no_list():
    assert cut(f"{PROSE}\n\n– Ada Byrne\n\n{PROSE}")[1] == ("paragraph", "– Ada Byrne")
    assert cut("– Ask\n\n– Oil the lamp") == [("item", "Ask"), ("item", "Oil the lamp")]


def test_white_space_of_any_kind_is_one_space():
    assert cut("  one\u00a0two\tthree  four\u200b ") == [("paragraph", "one two three four")]
