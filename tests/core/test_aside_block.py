"""An aside: a named region beside the argument."""

from tests.core.one_block import OneBlock
from tests.reader import words

ASIDE = OneBlock("aside", heading="What is a set?", text="<p>Six people, one question.</p>")


def test_an_aside_is_a_region_named_by_its_heading():
    aside = ASIDE.html().aside
    assert aside["aria-label"] == "What is a set?"
    assert words(aside.h2) == "What is a set?"
    assert words(aside.p) == "Six people, one question."


def test_an_aside_without_heading_or_text_is_refused_when_publishing():
    faults = ASIDE.faults(heading="", text="")
    assert sorted(faults) == ["Heading: This field is required.", "Text: This field is required."]
    assert ASIDE.faults_of_a_draft(heading="", text="") == []


def test_an_aside_in_another_language_says_so():
    assert ASIDE.html(language="cy").aside["lang"] == "cy"


def test_the_name_of_an_aside_can_not_break_out_of_its_attribute():
    assert ASIDE.html(heading='"><b>').aside["aria-label"] == '"><b>'


def test_the_example_is_an_aside():
    assert "action learning" in words(ASIDE.preview().aside)
