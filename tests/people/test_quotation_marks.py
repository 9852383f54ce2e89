"""Typed quotation marks are taken off, apostrophes and marks inside stay, no word is ever lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from people.quotation_marks import PAIRS, paragraphs, without_marks

MARKS = "".join({*PAIRS, *PAIRS.values()})
# Words, marks of every sort, apostrophes, stops and line ends, as people paste them.
PIECES = st.sampled_from(
    [*MARKS, *"aé. ,!?\n", "don’t", "it's", "map", "\r\n", " ", "‘no’", "“yes”"]
)
TYPED = st.lists(PIECES, max_size=30).map("".join)


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize(
    "typed",
    [
        "“We each had half the map.”",
        '"We each had half the map."',
        "‘We each had half the map.’",
        "'We each had half the map.'",
        "«We each had half the map.»",
        "« We each had half the map. »",
        "„We each had half the map.“",
        "„We each had half the map.”",
        "»We each had half the map.«",
        "‹We each had half the map.›",
        "  “ We each had half the map. ”  ",
        "“‘We each had half the map.’”",
        "We each had half the map.",
    ],
)
def test_marks_of_every_sort_are_taken_off(typed):
    assert without_marks(typed) == "We each had half the map."


@pytest.mark.parametrize(
    "typed",
    ["“We each had half the map.", "We each had half the map.”", '"We each had half the map.'],
)
def test_a_mark_without_its_partner_is_taken_off(typed):
    assert without_marks(typed) == "We each had half the map."


@pytest.mark.parametrize("stop", [".", ",", "!", "?", "…"])
def test_a_stop_after_the_closing_mark_is_kept(stop):
    assert without_marks(f"“We each had half the map”{stop}") == f"We each had half the map{stop}"


@pytest.mark.parametrize(
    "words",
    [
        "“Yes” and “no” are both answers",
        "“Yes” and “no”.",
        "She said “no”",
        "“No” was all she said",
        "The door was 6'2\"",
        "’Twas late",
        "It was the dogs’",
        "Don’t wait for the ’bus",
    ],
)
def test_marks_and_apostrophes_inside_stay(words):
    assert without_marks(words) == words


def test_an_apostrophe_does_not_close_a_quotation_in_single_marks():
    assert without_marks("‘It isn’t a queue, it’s a knot.’") == "It isn’t a queue, it’s a knot."
    assert without_marks("'It isn't a queue, it's a knot.'") == "It isn't a queue, it's a knot."


def test_a_quotation_inside_the_quotation_stays():
    assert without_marks("“She said ‘no’ and left.”") == "She said ‘no’ and left."
    assert without_marks("‘She said “no” and left.’") == "She said “no” and left."


def test_an_opening_mark_at_each_paragraph_is_taken_off():
    typed = "“One thing.\n“Another thing.\n“The last.”"
    assert paragraphs(typed) == ["One thing.", "Another thing.", "The last."]


def test_paragraphs_that_are_each_in_marks_lose_them_all():
    assert paragraphs("“One thing.”\n“Another thing.”") == ["One thing.", "Another thing."]


def test_paragraphs_that_begin_with_a_quoted_word_keep_its_marks():
    typed = "“Yes” is one answer.\n“No” is another, said “him”"
    assert paragraphs(typed) == ["“Yes” is one answer.", "“No” is another, said “him”"]


def test_one_pair_of_marks_may_enclose_many_paragraphs():
    assert paragraphs("“One thing.\r\n\r\nAnother thing.”") == ["One thing.", "Another thing."]


@pytest.mark.parametrize("empty", ["", " ", "\n\n", "““””", '"', "“", "”", "' '"])
def test_marks_without_words_are_no_quotation(empty):
    assert paragraphs(empty) == []


def test_marks_around_nothing_but_a_stop_are_taken_off():
    assert paragraphs("“”.") == ["."]


@settings(deadline=None)
@given(TYPED)
def test_no_letter_is_ever_lost_or_moved(typed):
    assert letters("".join(paragraphs(typed))) == letters(typed)


@settings(deadline=None)
@given(TYPED)
def test_taking_marks_off_twice_changes_nothing(typed):
    once = without_marks(typed)
    assert without_marks(once) == once


@settings(deadline=None)
@given(
    st.text(
        alphabet=st.characters(
            exclude_characters=MARKS, exclude_categories=["Cs", "Zs", "Cc", "Zl", "Zp"]
        ),
        min_size=1,
    )
)
def test_words_in_double_marks_come_out_as_they_went_in(words):
    for opening, closings in PAIRS.items():
        assert all(without_marks(f"{opening}{words}{closing}") == words for closing in closings)


@settings(deadline=None)
@given(TYPED)
def test_no_paragraph_is_empty_or_begins_with_a_space(typed):
    assert all(part and part == part.strip() for part in paragraphs(typed))
