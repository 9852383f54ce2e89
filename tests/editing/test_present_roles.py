"""What an author is "now", told by a first name, a pronoun or a year: theirs, or nobody's."""

import pytest

from editing.importers.reading.pieces import Author
from tests.editing.old_pages import PROSE, html_of, page_of, read

OF_THE_DAY = "In my role as Head of Lamps for Marlhaven Harbour Trust, I saw it."


def told_now(*lines: str) -> list[Author]:
    return read(page_of(OF_THE_DAY, *lines)).authors


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("Ada is now Head of Place", "Head of Place"),
        ("Ms Byrne is now Head of Place", "Head of Place"),
        ("She is now Head of Place at Marlhaven Council.", "Head of Place at Marlhaven Council"),
        ("He is currently Head of Place", "Head of Place"),
        ("They are now Head of Place", "Head of Place"),
        ("Ada now works at Marlhaven Council", "working at Marlhaven Council"),
        ("Ada now works as Head of Place", "Head of Place"),
        ("Now at Marlhaven Council", "at Marlhaven Council"),
        ("Ada has since become Head of Place at Saltway", "Head of Place at Saltway"),
        ("Ada Byrne has now become Head of Place", "Head of Place"),
        ("Since 2019 Head of Place", "Head of Place"),
        ("Since 2019 she has been Head of Place", "Head of Place"),
        ("Ada is now retired", "retired"),
    ],
)
def test_a_present_role_told_of_the_author_is_theirs(line, now):
    (author,) = told_now("Ada Byrne", line)
    assert author == Author("Ada Byrne", "Head of Lamps", "Marlhaven Harbour Trust", now)


def test_a_present_role_that_ends_as_a_sentence_is_found_at_the_end_of_the_text():
    line = "Joan is now Director of Place and People of the whole coast at Saltway Council."
    page = read(page_of(PROSE, line).replace(PROSE, f"By Joan Pell\n\n{PROSE}", 1))
    assert [author.now_text for author in page.authors] == [
        "Director of Place and People of the whole coast at Saltway Council"
    ]
    assert page.body[-1].text == PROSE


def test_a_year_that_a_present_role_began_in_is_told_and_left_out():
    page = read(page_of("Ada Byrne", "Since 2019 Head of Place"))
    doubt = "“Since 2019 Head of Place”: taken for what Ada Byrne is now, without the year."
    assert doubt in page.unsure


def test_a_present_role_of_one_of_two_authors_is_that_ones():
    authors = told_now("Ann Lee and Bo Roe", "Ann is now Head of Place")
    assert authors == [Author("Ann Lee", now_text="Head of Place"), Author("Bo Roe")]


@pytest.mark.parametrize(
    "line",
    [
        "Now both retired",
        "Both now retired",
        "They are both now retired",
        "She is now Head of Place",
        "Now Head of Place at Marlhaven Council",
        "Lee is now Head of Place",
        "Cy is now Head of Place",
        "Ann is now Head of Place and Bo is now Head of Fog",
        "Ann and Bo are now Heads of Place",
        "Since 2019 Head of Place",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_a_role_that_may_be_either_authors_stays_in_the_text_and_is_told(line, is_above):
    byline = "Ann Lee and Bo Lee"
    text = page_of(PROSE, line) if is_above else page_of(byline, line)
    page = read(text.replace(PROSE, f"By {byline}\n\n{PROSE}", 1) if is_above else text)
    assert page.authors == [Author("Ann Lee"), Author("Bo Lee")]
    assert page.body[-1].text == line
    assert any(line in doubt for doubt in page.unsure)


def test_a_role_below_two_names_is_neithers_and_is_told():
    page = read(page_of("Ann Lee and Bo Roe", "Chief Nurse, Gannet Hospice"))
    assert page.authors == [Author("Ann Lee"), Author("Bo Roe")]
    assert any("Chief Nurse" in doubt for doubt in page.unsure)


@pytest.mark.parametrize(
    "line",
    [
        "Ada was at sea",
        "Ada is the keeper of the lamp",
        "Now Head of Place. She lives in Saltway",
        "Ada is now enjoying the sea",
        "Ada Byrne now leads the lamp team",
        "Ada left in 2019",
        "Formerly Head of Place",
        "Head of Place since 2019",
        "Bo Roe is now Head of Place",
    ],
)
def test_a_sentence_below_the_byline_is_nobodys_role(line):
    page = read(page_of("Ada Byrne", line))
    assert page.authors == [Author("Ada Byrne")]
    assert page.body[-1].text == line
    assert any(line in doubt for doubt in page.unsure)


def test_a_role_without_the_shape_of_one_is_taken_and_asked_about():
    page = read(page_of("Ada Byrne", "Social worker"))
    assert page.authors == [Author("Ada Byrne", "Social worker")]
    assert "Taken for the role of Ada Byrne: “Social worker”." in page.unsure


@pytest.mark.parametrize("byline", ["By Ada Byrne", "Ada Byrne, Chief Nurse, Gannet Hospice"])
def test_a_present_role_under_the_byline_above_the_text_is_the_authors(byline):
    text = page_of().replace(PROSE, f"{byline}\n\nAda is now Head of Place\n\n{PROSE}")
    page = read(text)
    assert [(author.name, author.now_text) for author in page.authors] == [
        ("Ada Byrne", "Head of Place")
    ]
    assert [piece.text for piece in page.body] == [PROSE]


def test_who_is_now_on_the_authors_line_is_no_role_of_the_day():
    page = read(page_of("By Ada Byrne, who is now Head of Place"))
    assert page.authors == [Author("Ada Byrne", now_text="Head of Place")]


def test_a_present_role_belongs_to_the_author_whom_the_head_names():
    head = "<meta name='author' content='Ada Byrne'>"
    page = read(html_of(f"<p>{PROSE}</p><p>Ada is now Head of Place.</p>", head), "a.html")
    assert page.authors == [Author("Ada Byrne", now_text="Head of Place")]
    assert [piece.text for piece in page.body] == [PROSE]


def test_sentences_that_may_tell_a_present_role_are_asked_about():
    line = "Ada is now Head of Place. She lives by the sea with eleven lamps and one cat."
    page = read(page_of(PROSE, line).replace(PROSE, f"By Ada Byrne\n\n{PROSE}", 1))
    assert page.body[-1].text == line
    assert f"Does “{line}” tell what an author is now? Left in the text." in page.unsure


def test_a_second_author_with_a_role_is_not_the_role_of_the_first():
    page = read(page_of("Ada Byrne", "Bo Roe, Chief Nurse, Gannet Hospice"))
    assert page.authors == [Author("Ada Byrne"), Author("Bo Roe", "Chief Nurse", "Gannet Hospice")]
