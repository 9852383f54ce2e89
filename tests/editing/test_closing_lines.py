"""The lines around a text: who wrote it, what they are now, and when."""

import datetime

import pytest

from editing.importers.reading.pieces import Author
from tests.editing.old_pages import PROSE, page_of, read


def test_name_present_role_and_date_are_taken_from_the_last_lines():
    page = read(
        page_of("Ada Byrne", "Now Head of Place at Marlhaven Council", "page updated 1/3/17")
    )
    assert page.authors == [Author("Ada Byrne", now_text="Head of Place at Marlhaven Council")]
    assert page.page_updated_on == datetime.date(2017, 3, 1)
    assert [piece.text for piece in page.body] == [PROSE]


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("Now Head of Place", "Head of Place"),
        ("(Now Head of Place)", "Head of Place"),
        ("now: Head of Place.", "Head of Place"),
        ("Now working as a Head of Place", "a Head of Place"),
        ("Currently Chief Nurse, Gannet Hospice", "Chief Nurse, Gannet Hospice"),
        ("Ada Byrne is now Head of Place", "Head of Place"),
        (
            "– Now Head of Saltway Coastal Partnership (SCP)",
            "Head of Saltway Coastal Partnership (SCP)",
        ),
        ("Now retired", "retired"),
    ],
)
def test_the_present_role_is_read_in_many_spellings(line, now):
    assert read(page_of("Ada Byrne", line)).authors == [Author("Ada Byrne", now_text=now)]


@pytest.mark.parametrize(
    "line",
    [
        "Page last updated on 3 March 2019",
        "This page was last updated on 3 March 2019",
        "Date last updated: 03/03/19",
        "Last updated 3 March 2019",
    ],
)
def test_a_line_that_tells_of_an_update_gives_nobody_a_role(line):
    page = read(page_of("Ada Byrne", line))
    assert page.authors == [Author("Ada Byrne")]
    assert page.page_updated_on == datetime.date(2019, 3, 3)


@pytest.mark.parametrize(
    "line",
    ["Now we are nine.", "Now that the lamp is lit, we rest.", "Now is the time to trim it."],
)
def test_a_sentence_that_begins_with_now_stays_in_the_text(line):
    page = read(page_of(line, "Ada Byrne"))
    assert page.body[-1].text == line
    assert page.authors == [Author("Ada Byrne")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Byrne", ["Ada Byrne"]),
        ("Written by: Ada Byrne and Bo Roe", ["Ada Byrne", "Bo Roe"]),
        ("Author: Dr Siân O’Shea-Pugh", ["Dr Siân O’Shea-Pugh"]),
        ("– Ada Byrne", ["Ada Byrne"]),
        ("Ludwig van den Berg", ["Ludwig van den Berg"]),
        ("Ada Byrne, Bo Roe and Cy Dee", ["Ada Byrne", "Bo Roe", "Cy Dee"]),
        ("May Li", ["May Li"]),
    ],
)
def test_authors_are_read_from_a_byline(line, names):
    assert [author.name for author in read(page_of(line)).authors] == names


def test_a_line_under_the_title_may_name_author_role_and_date():
    text = page_of("A last line of the text, which is long enough to be one.").replace(
        PROSE, f"By Ada Byrne, Chief Nurse, Gannet Hospice\n\nPosted on 3 March 2017\n\n{PROSE}"
    )
    page = read(text)
    assert page.authors == [Author("Ada Byrne", "Chief Nurse", "Gannet Hospice")]
    assert page.published_on == datetime.date(2017, 3, 3)


def test_a_role_on_the_line_below_the_name_is_the_role_of_the_day():
    page = read(page_of("Ada Byrne", "Chief Nurse, Gannet Hospice", "page updated 1/3/17"))
    assert page.authors == [Author("Ada Byrne", "Chief Nurse", "Gannet Hospice")]


def test_a_name_and_a_date_on_one_line_are_told_apart():
    page = read(page_of("Ada Byrne | page updated 01/03/17"))
    assert page.authors == [Author("Ada Byrne")]
    assert page.page_updated_on == datetime.date(2017, 3, 1)


def test_a_role_told_in_the_text_is_the_role_of_the_day():
    page = read(
        page_of("In my role as Head of Lamps for Marlhaven Harbour Trust, I saw it.", "Ada Byrne")
    )
    assert page.authors == [Author("Ada Byrne", "Head of Lamps", "Marlhaven Harbour Trust")]


def test_a_role_in_the_text_of_several_authors_is_nobodys():
    page = read(
        page_of("In my role as Head of Lamps for Marlhaven Trust, I saw.", "Ada Byrne and Bo Roe")
    )
    assert [author.role_title for author in page.authors] == ["", ""]
    assert any("Whose role" in doubt for doubt in page.unsure)


def test_a_page_without_author_or_date_says_so():
    page = read(page_of())
    assert page.authors == []
    assert "No author was found." in page.unsure
    assert any("No date was found" in doubt for doubt in page.unsure)


def test_an_update_before_publication_is_left_out_and_said():
    page = read(page_of("Ada Byrne", "Published 5 May 2018", "page updated 1/3/17"))
    assert page.published_on == datetime.date(2018, 5, 5)
    assert page.page_updated_on is None
    assert any("published later" in doubt for doubt in page.unsure)


def test_a_line_that_nobody_can_place_stays_in_the_text():
    page = read(page_of("Ada Byrne", "Now Chief Nurse", "the lamp shop in Quay Street"))
    assert page.body[-1].text == "the lamp shop in Quay Street"
    assert any("Kept as text" in doubt for doubt in page.unsure)


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("Ada Byrne, Chief Nurse at Gannet Hospice", ""),
        (
            "Ada Byrne, Chief Nurse at Gannet Hospice (now Head of Fog at Saltway)",
            "Head of Fog at Saltway",
        ),
        ("Ada Byrne, Chief Nurse, Gannet Hospice, now Head of Fog (SCP)", "Head of Fog (SCP)"),
    ],
)
def test_one_line_may_tell_name_role_and_present_role(line, now):
    page = read(page_of(line))
    assert page.authors == [Author("Ada Byrne", "Chief Nurse", "Gannet Hospice", now)]


@pytest.mark.parametrize(
    "line", ["Posted on March 3, 2017 by Ada Byrne", "By Ada Byrne on 3 March 2017"]
)
def test_author_and_date_on_one_line_are_both_read(line):
    page = read(page_of(PROSE).replace(PROSE, f"{line}\n\n{PROSE}", 1))
    assert page.authors == [Author("Ada Byrne")]
    assert page.published_on == datetime.date(2017, 3, 3)


def test_a_role_may_stand_under_the_byline_above_the_text():
    text = page_of().replace(PROSE, f"By Ada Byrne\n\nChief Nurse, Gannet Hospice\n\n{PROSE}")
    assert read(text).authors == [Author("Ada Byrne", "Chief Nurse", "Gannet Hospice")]


def test_lines_below_a_short_text_belong_together():
    page = read(page_of("By Ada Byrne", "Chief Nurse, Gannet Hospice", "page updated 1/3/17"))
    assert page.authors == [Author("Ada Byrne", "Chief Nurse", "Gannet Hospice")]


@pytest.mark.parametrize("names", ["Ada Byrne and Tom Pell", "Tom Pell, Ada Byrne"])
def test_two_authors_below_the_text_are_one_byline(names):
    page = read(page_of(names, "page updated 1/3/17"))
    assert {author.name for author in page.authors} == {"Ada Byrne", "Tom Pell"}
    assert not any("bylines" in doubt for doubt in page.unsure)


@pytest.mark.parametrize("below", ["Tom Pell and Ada Byrne", "Dr Ada Byrne", "Ada Byrne"])
def test_authors_named_above_and_below_the_text_are_named_once(below):
    text = page_of(f"{PROSE}", below).replace(PROSE, f"By Ada Byrne and Tom Pell\n\n{PROSE}", 1)
    page = read(text)
    assert [author.name for author in page.authors] == ["Ada Byrne", "Tom Pell"]
    assert not any("bylines" in doubt for doubt in page.unsure)


def test_other_authors_below_the_text_than_above_it_are_told_in_one_line():
    text = page_of(PROSE, "Cy Dee and Bo Roe")
    page = read(text.replace(PROSE, f"By Ada Byrne and Tom Pell\n\n{PROSE}", 1))
    assert [author.name for author in page.authors] == ["Ada Byrne", "Tom Pell", "Cy Dee", "Bo Roe"]
    assert [doubt for doubt in page.unsure if "bylines" in doubt] == [
        "Two bylines: “Ada Byrne and Tom Pell” above the text, “Cy Dee and Bo Roe” below it. "
        "All are taken for authors."
    ]


def test_a_title_made_of_the_file_name_says_so():
    page = read(f"{PROSE}\n\n{PROSE}", "nineteen-lamps.txt")
    assert page.title == "Nineteen lamps"
    assert "No title was found: the file’s name became the title. Check it." in page.unsure
