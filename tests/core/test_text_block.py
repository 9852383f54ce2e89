"""Running text: paragraphs, lists, links, titles of works; no headings and no italics."""

import pytest

from core.blocks.text import FEATURES
from tests.core.one_block import OneBlock
from tests.reader import links, words

TEXT = OneBlock("text", text="<p>There were nineteen doors.</p>")


def test_text_is_shown_as_written():
    html = TEXT.html(text="<p>One <b>door</b>.</p><ul><li>Two</li></ul>")
    assert [words(p) for p in html.find_all("p")] == ["One door."]
    assert words(html.b) == "door"
    assert words(html.li) == "Two"


def test_the_title_of_a_work_is_a_cite_element():
    assert words(TEXT.html(text="<p>Read <cite>The Map</cite>.</p>").cite) == "The Map"


def test_a_link_elsewhere_leads_there():
    html = TEXT.html(text='<p>See <a href="https://map.example/">the map</a>.</p>')
    assert links(html) == {"the map": "https://map.example/"}


def test_text_offers_no_headings_pictures_or_italics():
    assert not {"h2", "h3", "h4", "image", "embed", "italic", "hr"} & set(FEATURES)


def test_an_empty_text_is_refused_when_publishing_and_kept_in_a_draft():
    assert TEXT.faults(text="") == ["Text: This field is required."]
    assert TEXT.faults_of_a_draft(text="") == []


@pytest.mark.parametrize(("code", "written"), [("cy", "cy"), ("en-gb", "en-GB"), ("fr", "fr")])
def test_a_passage_in_another_language_says_so(code, written):
    assert TEXT.html(language=code).div["lang"] == written
    assert TEXT.html().div.get("lang") is None


def test_the_example_reads_as_text():
    assert "nineteen doors" in words(TEXT.preview())
