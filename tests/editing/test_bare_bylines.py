"""A byline without “By” under the title is taken where it is plain, else asked about."""

import pytest

from editing.importers.reading.pieces import Author, LegacyPage
from tests.editing.old_pages import PROSE, html_of, read, words

TITLE = "One key for nineteen lamps"


def under_the_title(*lines: str, after: str = "") -> LegacyPage:
    return read("\n\n".join([TITLE, *lines, PROSE, PROSE, after]))


def asked(line: str) -> str:
    return f"Is “{line}” the byline? Left in the text."


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (["Ada Byrne, Keeper, Trust"], Author("Ada Byrne", "Keeper", "Trust")),
        (
            ["Ada Byrne, Chief Nurse at Gannet Hospice"],
            Author("Ada Byrne", "Chief Nurse", "Gannet Hospice"),
        ),
        (["Ada Byrne, chief nurse"], Author("Ada Byrne", "chief nurse")),
        (["Ada Byrne", "Keeper, Trust"], Author("Ada Byrne", "Keeper", "Trust")),
        (
            ["Dr Siân O’Shea-Pugh", "Head of Lamps, Marlhaven Harbour Trust"],
            Author("Dr Siân O’Shea-Pugh", "Head of Lamps", "Marlhaven Harbour Trust"),
        ),
        (
            ["Posted on 3 March 2017", "Ada Byrne, Chief Nurse, Gannet Hospice, now Head of Fog"],
            Author("Ada Byrne", "Chief Nurse", "Gannet Hospice", "Head of Fog"),
        ),
    ],
)
@pytest.mark.parametrize("joint", ["\n\n", "\n"])
def test_a_name_with_a_role_under_the_title_is_the_byline(lines, author, joint):
    page = under_the_title(joint.join(lines))
    assert page.authors == [author]
    assert [piece.text for piece in page.body] == [PROSE, PROSE]
    assert any(doubt.startswith("Taken for the byline: “") for doubt in page.unsure)
    assert not any("heading" in doubt for doubt in page.unsure)


@pytest.mark.parametrize("joint", [", ", "<br>", "</p><p>"])
def test_a_byline_under_the_title_of_a_web_page_is_taken_too(joint):
    page = read(html_of(f"<p>Ada Byrne{joint}Keeper, Trust</p><p>{PROSE}</p>"), "a.html")
    assert page.authors == [Author("Ada Byrne", "Keeper", "Trust")]
    assert [piece.text for piece in page.body] == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Marlhaven Harbour, Summer, 2019",
        "Gull Rock, Harbour, Marlhaven Trust",
        "Ada Byrne, gardener",
        "Ada Byrne, who knew the lamps",
        "Ada Byrne, Head of Lamps at Marlhaven Trust, tells us how",
        "Ada Byrne, the lead on lamps, writes",
        "Ada Byrne, Tom Pell and Bo Roe",
        "Ada Byrne",
    ],
)
def test_what_may_be_a_byline_stays_in_the_text_and_is_asked_about(line):
    page = under_the_title(line)
    assert page.authors == []
    assert [piece.text for piece in page.body] == [line, PROSE, PROSE]
    assert page.unsure.count(asked(line)) == 1
    assert line not in page.summary


def test_what_the_markup_calls_a_byline_is_asked_about_when_it_names_nobody():
    page = read(html_of(f"<p class='byline'>The lamp room</p><p>{PROSE}</p>"), "a.html")
    assert page.authors == []
    assert asked("The lamp room") in page.unsure
    assert page.summary.startswith("The harbour")


@pytest.mark.parametrize(
    "line",
    [
        "Essex, Summer, 2019",
        "How we found it, and when",
        "The Keeper, Marlhaven Trust",
        "Ada Byrne, Keeper, Trust, lost the key.",
    ],
)
def test_other_lines_under_the_title_are_no_byline(line):
    page = under_the_title(line)
    assert page.authors == []
    assert page.body[0].text == line
    assert not any("byline" in doubt for doubt in page.unsure)


def test_a_byline_further_down_is_no_byline():
    page = under_the_title("How it began", "Ada Byrne, Keeper, Trust")
    assert page.authors == []
    assert "Ada Byrne, Keeper, Trust" in [piece.text for piece in page.body]


def test_a_name_under_the_title_that_signs_the_text_too_is_said_once():
    page = under_the_title("Ada Byrne", after="Ada Byrne\n\nNow Head of Fog")
    assert page.authors == [Author("Ada Byrne", now_text="Head of Fog")]
    assert [piece.text for piece in page.body] == [PROSE, PROSE]
    assert not any("byline" in doubt for doubt in page.unsure)


@pytest.mark.parametrize("line", ["Ada Byrne, gardener", "Ada Byrne, Keeper, Trust", "Ada Byrne"])
def test_no_word_of_a_byline_is_lost(line):
    page = under_the_title(line)
    said = " ".join(
        f"{author.name} {author.role_title} {author.organisation_name}" for author in page.authors
    )
    said += " " + " ".join(piece.text for piece in page.body)
    assert set(words(line.replace(",", ""))) <= set(words(said.replace(",", "")))
