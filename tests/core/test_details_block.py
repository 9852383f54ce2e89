"""Details: text behind words that open it, without any script."""

from tests.core.one_block import OneBlock
from tests.reader import words

DETAILS = OneBlock("details", summary="How we counted", text="<p>Each door once.</p>")


def test_details_open_without_a_script():
    details = DETAILS.html().details
    assert words(details.summary) == "How we counted"
    assert words(details.p) == "Each door once."
    assert details.get("open") is None


def test_details_without_words_in_view_are_refused_when_publishing():
    assert DETAILS.faults(summary="") == ["Summary: This field is required."]
    assert DETAILS.faults_of_a_draft(summary="") == []


def test_details_in_another_language_say_so():
    assert DETAILS.html(language="de").details["lang"] == "de"


def test_the_example_is_a_details_element():
    assert words(DETAILS.preview().summary) == "How we counted"
