"""Quoted sentences with a named speaker leave the prose; nothing else does."""

import pytest

from tests.editing.old_pages import PROSE, html_of, page_of, read, words

SAID = "Nobody trims a lamp that belongs to everybody."


def quotations(page) -> list[tuple[str, str]]:
    return [(piece.speaker, piece.text) for piece in page.quotations]


@pytest.mark.parametrize(
    "lead",
    [
        "Ottilie Marsh once said:",
        "As Ottilie Marsh put it:",
        "As the former keeper of Gull Rock, Ottilie Marsh put it:",
        "As Ottilie Marsh, the keeper of Gull Rock, has often written,",
        "In the words of Ottilie Marsh:",
        "According to Ottilie Marsh:",
        "I remember what Dame Ottilie Marsh told us:",
        "We argued all night. Then Ottilie Marsh said",
        "Ottilie Marsh:",
    ],
)
@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "‘{}’", "'{}'", '“{}"'])
def test_a_sentence_led_in_by_a_speaker_becomes_a_quotation(lead, marks):
    page = read(page_of(f"{lead} {marks.format(SAID)} And so we wrote a rota for it."))
    before, quotation, after = page.body[-3:]
    assert (before.text, after.text) == (lead, "And so we wrote a rota for it.")
    assert quotation.text == SAID
    assert quotation.speaker.removeprefix("Dame ") == "Ottilie Marsh"


@pytest.mark.parametrize(
    ("after", "role"),
    [
        ("said Ottilie Marsh.", ""),
        ("– Ottilie Marsh", ""),
        ("(Ottilie Marsh)", ""),
        ("Ottilie Marsh once said.", ""),
        ("– Ottilie Marsh, keeper of Gull Rock", "Keeper of Gull Rock"),
    ],
)
def test_a_speaker_named_after_the_words_is_said_by_the_block_instead(after, role):
    page = read(page_of(f"“{SAID}” {after}"))
    quotation = page.body[-1]
    assert (quotation.text, quotation.speaker, quotation.role) == (SAID, "Ottilie Marsh", role)
    assert any(quotation.absorbed in line for line in page.left_out)


@pytest.mark.parametrize(
    "sentence",
    [
        "They asked us to ‘talk to each other’ more often than we did.",
        "We called it “the rota” and put it on the door.",
        "“Nobody trims a lamp that belongs to everybody,” somebody said to us in the dark.",
        "Ottilie Marsh said that “nobody trims a lamp that belongs to everybody” and left.",
        "“Nobody trims a lamp that belongs to everybody,” said Ada Byrne, smiling.",
        "Its title was “How nobody trims a lamp that belongs to everybody”.",
        "The keepers' boat and the wardens' boat were never out on the same night.",
        "It measured 6' 2\" and weighed more than the 4' 1\" one beside it.",
    ],
)
def test_other_marks_stay_in_the_text(sentence):
    page = read(page_of(sentence))
    assert quotations(page) == []
    assert words(page.body[-1].text) == words(sentence)


def test_a_long_quotation_by_nobody_is_left_and_said():
    page = read(
        page_of("On the wall it says “nobody ever trims a lamp that belongs to everybody here”.")
    )
    assert quotations(page) == []
    assert any("Nobody is clearly named" in doubt for doubt in page.unsure)


@pytest.mark.parametrize(
    "sentence",
    [
        'Dame Ottilie Marsh wrote that "nothing is so late as a boat that was promised."',
        "Dame Ottilie Marsh wrote that “Nothing is so late as a boat that was promised.”",
        "As Ottilie Marsh put it, “nothing is so late as a boat that was promised.”",
        "We felt that “nothing is so late as a boat,” said Ottilie Marsh.",
        "We felt that “nothing is late,” said Ottilie Marsh, “until it is.”",
    ],
)
def test_a_quotation_that_continues_its_sentence_is_left_and_said(sentence):
    page = read(page_of(sentence))
    assert quotations(page) == []
    assert words(page.body[-1].text) == words(sentence)
    assert any("Ottilie Marsh, but is a part of a longer sentence" in one for one in page.unsure)


def test_a_short_sentence_that_is_led_in_by_nobody_clear_is_said():
    page = read(
        page_of("As the old boss, Jonas Pell of Hull, once said: \"Boats are 'late' too.\"")
    )
    assert quotations(page) == []
    assert any("named for “Boats are ‘late’ too.”" in doubt for doubt in page.unsure)


def test_a_word_before_a_name_that_may_be_no_part_of_it_is_said():
    page = read(page_of(f"Old Jonas Pell, the keeper of Gull Rock, once said: “{SAID}”"))
    assert quotations(page) == [("Old Jonas Pell", SAID)]
    assert any("is “Old” a part of the name?" in doubt for doubt in page.unsure)


def test_a_mark_that_is_never_closed_is_left_and_said():
    page = read(page_of(f"Ottilie Marsh said: “{SAID} And it went on."))
    assert quotations(page) == []
    assert any("not closed" in doubt for doubt in page.unsure)


def test_two_quotations_in_one_paragraph_are_both_found():
    page = read(
        page_of(f"Ottilie Marsh said: “{SAID}” To which Jonas Pell replied: “Write a rota, then.”")
    )
    assert quotations(page) == [("Ottilie Marsh", SAID), ("Jonas Pell", "Write a rota, then.")]


def test_a_quotation_inside_a_quotation_keeps_its_marks():
    page = read(page_of("Jonas Pell put it: “When she says ‘light it’, I light it.”"))
    assert quotations(page) == [("Jonas Pell", "When she says ‘light it’, I light it.")]


def test_a_blockquote_takes_its_speaker_from_the_words_around_it():
    page = read(
        html_of(f"<p>{PROSE}</p><p>Jonas Pell put it:</p><blockquote><p>{SAID}</p></blockquote>"),
        "a.html",
    )
    assert quotations(page) == [("Jonas Pell", SAID)]
    signed = f"<p>{PROSE}</p><blockquote><p>{SAID}</p><p>– Jonas Pell, keeper</p></blockquote>"
    quotation = read(html_of(signed), "a.html").quotations[0]
    assert (quotation.speaker, quotation.role) == ("Jonas Pell", "Keeper")


def test_a_blockquote_by_nobody_goes_back_to_the_text():
    page = read(html_of(f"<p>{PROSE}</p><blockquote><p>{SAID}</p></blockquote>"), "a.html")
    assert quotations(page) == []
    assert page.body[-1].text == SAID
    assert any("Nobody is clearly named" in doubt for doubt in page.unsure)


def test_marks_and_apostrophes_are_curled():
    page = read(
        page_of(
            "It's the keepers' lamp, \"said\" nobody in the '90s, 'tis true; see http://a.example/it's."
        )
    )
    assert page.body[-1].text == (
        "It’s the keepers’ lamp, “said” nobody in the ’90s, ’tis true; see http://a.example/it's."
    )
