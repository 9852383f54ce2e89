"""What the old template left at both ends of a page is thrown away; what looks like it stays."""

import pytest

from tests.editing.old_pages import PROSE, html_of, page_of, read

TITLE = "One key for nineteen lamps"


@pytest.mark.parametrize(
    "leftover",
    [
        "=================== Theme Name: Quay Author: Quay Makers ===================== -->",
        "<!--\nTheme Name: Quay\nTheme URL: https://themes.example\n-->",
        "Skip to main content",
        "Home | About us | Blog | Contact",
        "Home » Blog",
        "Menu",
        "Toggle navigation",
    ],
)
def test_what_the_template_puts_before_the_title_goes(leftover):
    page = read(f"{leftover}\n\n{page_of('Ada Byrne')}")
    assert page.title == TITLE
    assert [piece.text for piece in page.body] == [PROSE]
    assert page.left_out


def test_a_theme_comment_on_the_line_of_the_skip_link_goes_alone():
    page = read(f"=== Theme Name: Quay === --> Skip to content {page_of('Ada Byrne')}")
    assert page.title == TITLE


@pytest.mark.parametrize(
    "leftover",
    [
        "© 2018 Harbour Trust. All rights reserved.",
        "Back to top",
        "Share this page | Print this page",
        "Designed by Quay Makers",
        "Facebook Twitter LinkedIn",
    ],
)
def test_what_the_template_puts_after_the_text_goes(leftover):
    page = read(f"{page_of('Ada Byrne', 'page updated 01/03/17')}\n\n{leftover}")
    assert [piece.text for piece in page.body] == [PROSE]
    assert [author.name for author in page.authors] == ["Ada Byrne"]
    assert any(leftover[:10] in line for line in page.left_out)


@pytest.mark.parametrize(
    "line",
    [
        "Home is where the lamp is, and nobody said so better.",
        "Skip to the end of the quay and you will see it.",
        "Copyright was the last thing on our minds, until the poster.",
        "The theme of the night was fog.",
    ],
)
def test_a_sentence_that_begins_like_a_leftover_stays(line):
    page = read(page_of(line, PROSE))
    assert page.body[1].text == line


def test_a_menu_saved_as_a_list_goes():
    page = read(f"* Home\n* Lamps we look after\n* Contact\n\n{page_of()}")
    assert page.title == TITLE
    assert len(page.left_out) == 3


@pytest.mark.parametrize("line", ["Why we asked", "What a lamp needs"])
def test_a_short_line_before_a_long_paragraph_is_a_heading_and_said(line):
    page = read(page_of(line, PROSE))
    assert [(piece.kind, piece.text) for piece in page.body[1:2]] == [("heading", line)]
    assert any("Taken for a heading" in doubt for doubt in page.unsure)


def test_a_doctype_is_no_part_of_the_theme_comment():
    page = read(f"<!DOCTYPE html>\n<!-- === Theme Name: Quay === -->{html_of()}", "a.html")
    assert page.left_out == ["theme comment: “Theme Name: Quay”"]


def test_a_doctype_alone_is_nothing_to_tell():
    assert read(html_of(), "a.html").left_out == []
