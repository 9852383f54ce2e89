"""Words that are one to a reader are one to the index: case, accents, endings, hyphens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.analysis import Analyzer, analyzer_for, fold


@pytest.fixture
def english() -> Analyzer:
    return analyzer_for("en-GB")


def terms(analyzer: Analyzer, text: str) -> set[str]:
    return {token.term for token in analyzer.tokens(text)}


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Café", "cafe"),
        ("NAÏVE", "naive"),
        ("ﬁne", "fine"),  # a ligature
        ("Ｗｉｄｅ", "wide"),  # full width
        ("leaders", "leader"),
        ("organisations", "organization"),
        ("behaviour", "behavior"),
        ("the centre", "centers"),
        ("travelling", "traveled"),
        ("programmes", "program"),
        ("defence", "defense"),
        ("surprisingly", "surprise"),
        ("co-operation", "cooperation"),
        ("well‐being", "wellbeing"),
        ("the patient's", "patient"),
        ("the patient’s", "patient"),
        ("don’t", "dont"),
        ("N.H.S.", "nhs"),
        ("R&D", "rd"),
        ("O’Shea", "oshea"),
        ("soft\u00adhyphen", "softhyphen"),
        ("搜索引擎", "引擎"),
    ],
)
def test_two_ways_of_writing_a_word_meet(english, written, asked):
    assert terms(english, asked) <= terms(english, written) | terms(english, written.lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("organ", "organise"), ("process", "profess"), ("wise", "wize-cracking")],
)
def test_words_that_only_look_alike_stay_apart(english, one, other):
    assert terms(english, one) != terms(english, other)


def test_a_compound_is_found_by_its_parts_and_closed(english):
    assert terms(english, "e-mail") >= {"email", "e", "mail"}


def test_places_in_the_text_are_those_of_the_words(english):
    text = "The patient’s café"
    assert [text[one.start : one.end] for one in english.tokens(text)] == ["The", "patient", "café"]


def test_closed_forms_take_no_place_of_their_own(english):
    assert [one.position for one in english.tokens("a well-being group")] == [0, 1, 1, 2, 3]


def test_welsh_words_meet_their_mutations():
    welsh = analyzer_for("cy")
    assert "gaerdydd" in welsh.language.variants("caerdydd")
    assert "caerdydd" in welsh.language.variants("nghaerdydd")
    assert "ddysgu" in welsh.language.variants("dysgu")


def test_a_language_nobody_knows_is_searched_as_written():
    assert terms(analyzer_for("xx"), "Leaders leading") == {"leaders", "leading"}


def test_stop_words_are_known_by_their_language():
    assert analyzer_for("en").is_stop_word("the")
    assert analyzer_for("cy").is_stop_word("yn")
    assert not analyzer_for("xx").is_stop_word("the")


@given(st.text(max_size=300))
def test_no_text_is_an_error_and_positions_only_grow(text):
    tokens = analyzer_for("en").tokens(text)
    positions = [one.position for one in tokens]
    assert positions == sorted(positions)
    assert all(0 <= one.start <= one.end <= len(text) for one in tokens)
    assert all(one.surface and one.term for one in tokens)


@given(st.text(max_size=100))
def test_part_of_the_tokens_is_part_of_all(text):
    analyzer = analyzer_for("en")
    some = [one for one in analyzer.tokens(text) if 2 <= one.position <= 5]
    assert analyzer.tokens(text, first=2, last=5)[: len(some)] == some


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
