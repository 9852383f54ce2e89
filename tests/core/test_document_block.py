"""A document: what kind and how big, and what to do for who can not use it."""

import pytest

from tests.core.one_block import OneBlock
from tests.factories import DocumentFactory
from tests.reader import links, words

DOCUMENT = OneBlock("document", is_accessible=True)


@pytest.fixture
def minutes(db):
    """Return a document of 2,048 bytes."""
    return DocumentFactory(title="Minutes of May", filename="minutes.pdf", content=b"x" * 2048)


def test_a_document_is_a_link_with_kind_and_size(minutes):
    [(name, address)] = links(DOCUMENT.html(document=minutes)).items()
    assert name == "Minutes of May (PDF, 2.0 KB)"
    assert address == minutes.url


def test_a_document_can_be_called_something_else_here(minutes):
    [name] = links(DOCUMENT.html(document=minutes, title="What was said"))
    assert name.startswith("What was said (PDF")


def test_a_document_says_that_it_was_checked_or_how_to_ask_for_another_format(minutes):
    assert "Checked for accessibility." in words(DOCUMENT.html(document=minutes))
    other = DOCUMENT.html(document=minutes, is_accessible=False, other_format="Ring us.")
    assert "Ring us." in words(other)
    assert "Checked" not in words(other)


def test_a_document_that_nobody_checked_needs_another_format(minutes):
    unchecked = {"document": minutes, "is_accessible": False}
    [fault] = DOCUMENT.faults(**unchecked)
    assert fault.startswith("Other format: Say how to ask for another format")
    assert DOCUMENT.faults(**unchecked, other_format="Ring us.") == []
    assert DOCUMENT.faults_of_a_draft(**unchecked) == []


def test_no_document_is_refused_when_publishing():
    assert DOCUMENT.faults(document=None) == ["Document: This field is required."]
    assert DOCUMENT.faults_of_a_draft(document=None) == []


def test_a_document_that_was_deleted_leaves_its_name_without_a_link():
    html = DOCUMENT.html(document=None, title="Minutes of May")
    assert links(html) == {}
    assert "Minutes of May" in words(html)


def test_a_document_in_another_language_says_so(minutes):
    assert DOCUMENT.html(document=minutes, language="cy").p["lang"] == "cy"


def test_the_example_names_a_document():
    assert "Nineteen doors: the map" in words(DOCUMENT.preview())
