"""What stands outside the main part of a saved page: used where it closes the text, else told."""

import datetime

import pytest

from editing.importers.reading.pieces import Author
from tests.editing.old_pages import PROSE, read

INTRO = "Before we counted the lamps, we had to agree what a lamp was, and that took a week."
AFTER = "After the lamps were counted we all went home, and nobody asked about the key again."


def page(before: str = "", after: str = "", inside: str = ""):
    return read(
        f"<html><body>{before}<main><h1>One key</h1><p>{PROSE}</p><p>{PROSE}</p>{inside}</main>"
        f"{after}</body></html>",
        "a.html",
    )


def test_prose_outside_the_main_part_is_asked_about():
    read_page = page(f"<div><p>{INTRO}</p></div>", f"<section><p>{AFTER}</p></section>")
    assert [piece.text for piece in read_page.body] == [PROSE, PROSE]
    doubts = [doubt for doubt in read_page.unsure if "outside the page’s main part" in doubt]
    assert [INTRO[:40] in doubts[0], AFTER[:40] in doubts[1]] == [True, True]


def test_byline_present_role_and_date_after_the_main_part_are_used():
    read_page = page(
        after=f"<section><p>{AFTER}</p><p>Ann Lee</p><p>Chief Nurse, Gannet Hospice</p><p>Now Head "
        "of Place at Saltway Council</p><p>page updated 1/3/17</p></section>"
    )
    assert read_page.authors == [
        Author("Ann Lee", "Chief Nurse", "Gannet Hospice", "Head of Place at Saltway Council")
    ]
    assert read_page.page_updated_on == datetime.date(2017, 3, 1)
    assert not any("Ann Lee" in told for told in read_page.left_out)


def test_a_present_role_after_the_main_part_belongs_to_the_author_in_it():
    read_page = page(inside="<p>Ann Lee</p>", after="<p>Ann is now Head of Place.</p>")
    assert read_page.authors == [Author("Ann Lee", now_text="Head of Place")]


def test_other_names_after_a_signed_text_are_left_out_and_told():
    read_page = page(inside="<p>Ann Lee</p>", after="<p>Bo Roe</p><p>Posted 1 May 2016</p>")
    assert read_page.authors == [Author("Ann Lee")]
    assert read_page.published_on is None
    assert "outside the main part: “Bo Roe”" in read_page.left_out
    assert "outside the main part: “Posted 1 May 2016”" in read_page.left_out


def test_what_follows_a_heading_after_the_main_part_is_of_another_page():
    read_page = page(after="<h3>Other posts</h3><p>Bo Roe</p>")
    assert read_page.authors == []
    assert [told for told in read_page.left_out if "outside" in told] == [
        "outside the main part: “Other posts”",
        "outside the main part: “Bo Roe”",
    ]


def test_a_present_role_after_the_main_part_that_may_be_anyones_is_asked_about():
    read_page = page(inside="<p>Ann Lee and Bo Roe</p>", after="<p>Now Head of Place</p>")
    assert read_page.authors == [Author("Ann Lee"), Author("Bo Roe")]
    assert "Whose is “Now Head of Place”? Left out." in read_page.unsure
    assert [piece.text for piece in read_page.body] == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("<nav>Home</nav>", "navigation: “Home”"),
        ("<header>The old site</header>", "header: “The old site”"),
        (f"<aside><p>{AFTER}</p></aside>", "aside: “After the lamps were counted"),
        (f"<footer><p>{AFTER}</p></footer>", "footer: “After the lamps were counted"),
        ("<div class='sidebar'>Topics</div>", "template part: “Topics”"),
        ("<div>Topics</div>", "outside the main part: “Topics”"),
        ("<div><img src='a.png' alt='A lamp'></div>", "picture: “A lamp”"),
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_the_frame_of_the_main_part_is_left_out_and_told(part, told, place):
    read_page = page(**{place: part})
    assert any(line.startswith(told) for line in read_page.left_out)
    assert not any("outside the page’s" in doubt for doubt in read_page.unsure)


def test_words_behind_the_end_of_the_page_are_told():
    read_page = read(
        f"<html><body><h1>One key</h1><p>{PROSE}</p></body><p>Ours</p></html>", "a.html"
    )
    assert "outside the main part: “Ours”" in read_page.left_out
