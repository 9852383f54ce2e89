"""Headings: two levels, in order, each with an anchor."""

from tests.core.one_block import BODY, OneBlock
from tests.factories import heading, text
from tests.reader import words

HEADING = OneBlock("heading", text="Counting the doors", level="2")


def test_a_heading_is_of_the_second_level_with_an_anchor():
    html = HEADING.html()
    assert words(html.h2) == "Counting the doors"
    assert html.h2["id"] == "counting-the-doors"


def test_a_heading_within_a_heading_is_of_the_third_level():
    assert words(HEADING.html(level="3").h3) == "Counting the doors"


def test_only_two_levels_are_offered():
    assert HEADING.faults(level="4") != []
    assert HEADING.faults(level="1") != []


def faults_of(*blocks) -> list[str]:
    return OneBlock("text")._told(BODY.clean, BODY.normalize(list(blocks)))


def test_a_third_level_without_a_second_above_is_refused():
    [fault] = faults_of(text(), heading("Details", "3"), heading("Main"))
    assert fault.startswith("Part 2")
    assert "Choose “Heading” here." in fault


def test_headings_in_order_are_accepted():
    assert faults_of(heading("Main"), text(), heading("Details", "3"), heading("More", "3")) == []


def test_a_draft_may_have_its_headings_in_disorder():
    value = BODY.normalize([heading("Details", "3")])
    assert OneBlock("text")._told(BODY.clean_deferred, value) == []


def test_an_empty_heading_is_refused_when_publishing_and_kept_in_a_draft():
    assert HEADING.faults(text="") == ["Text: This field is required."]
    assert HEADING.faults_of_a_draft(text="") == []


def test_a_heading_in_another_language_says_so():
    assert HEADING.html(language="cy").h2["lang"] == "cy"


def test_the_example_is_a_heading():
    assert words(HEADING.preview().h2) == "Counting the doors"
