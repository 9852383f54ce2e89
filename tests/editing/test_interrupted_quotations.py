"""A quotation that its speaker interrupts is one quotation, where it is plain who speaks."""

import pytest

from editing.importers.reading.pieces import LegacyPage
from tests.editing.old_pages import PROSE, page_of, read, words

ADA = ("Ada Byrne", "We were late, and the tide was not.")
TWO = ("Ada Byrne", "We were late. The tide was not.")


def quotations(page: LegacyPage) -> list[tuple[str, str]]:
    return [(piece.speaker, piece.text) for piece in page.quotations]


def all_words(page: LegacyPage) -> list[str]:
    said = " ".join(f"{piece.text} {piece.absorbed}" for piece in page.body)
    return sorted(word.strip(",.") for word in words(said))


@pytest.mark.parametrize(
    ("sentence", "quotation"),
    [
        ("“We were late,” said Ada Byrne, “and the tide was not.”", ADA),
        ('"We were late," said Ada Byrne, "and the tide was not."', ADA),
        ("‘We were late,’ said Ada Byrne, ‘and the tide was not.’", ADA),
        ("“We were late,” Ada Byrne said, “and the tide was not.”", ADA),
        ("“We were late,” Ada Byrne once wrote, “and the tide was not”.", ADA),
        ("“We were late,” said Ada Byrne. “The tide was not.”", TWO),
        ("“We were late.” said Ada Byrne. “The tide was not.”", TWO),
        (
            "“We were late”, said Ada Byrne, “and the tide was not.”",
            ("Ada Byrne", "We were late and the tide was not."),
        ),
        (
            "“We were late,” said Ada Byrne, “I think.”",
            ("Ada Byrne", "We were late, I think."),
        ),
        (
            "“Were we late?” asked Ada Byrne. “The tide was not.”",
            ("Ada Byrne", "Were we late? The tide was not."),
        ),
    ],
)
def test_both_halves_are_one_quotation(sentence, quotation):
    page = read(page_of(f"It was a long night. {sentence} And so we wrote a rota."))
    assert quotations(page) == [quotation]
    before, _quotation, after = page.body[-3:]
    assert (before.text, after.text) == ("It was a long night.", "And so we wrote a rota.")
    kept = f"{PROSE} It was a long night. {sentence} And so we wrote a rota."
    assert all_words(page) == sorted(word.strip("’‘”“\",.'") for word in words(kept))
    assert not any("interrupted" in doubt for doubt in page.unsure)


def test_the_role_between_the_halves_is_the_speakers():
    page = read(
        page_of("“We were late,” said Ada Byrne, keeper of Gull Rock, “and the tide was not.”")
    )
    (quotation,) = page.quotations
    assert (quotation.speaker, quotation.role) == ("Ada Byrne", "Keeper of Gull Rock")
    assert any("said Ada Byrne, keeper of Gull Rock" in line for line in page.left_out)


@pytest.mark.parametrize(
    "sentence",
    [
        "“We were late,” she said, “and the tide was not.”",
        "“We were late,” said one of the wardens, “and the tide was not.”",
        "“We were late,” said Ada Byrne, “and the tide was not,” which made us laugh.",
        "“We were late,” said Ada Byrne, “The tide was not.”",
        "“We were late,” said Ada Byrne, “and the tide,” she added, “was not.”",
        "“No,” said Ada Byrne, “never.”",
        "“We were late,” Ada Byrne said to me, “and the tide was not.”",
        "“We were late,” as Ada Byrne said, “and the tide was not.”",
        "“We were late,” said Ada Byrne; “and the tide was not.”",
        "“We were late” – Ada Byrne – “and the tide was not.”",
        "“We were late,” said Ada Byrne, smiling, “and the tide was not.”",
        "“We were late,” said Ada Byrne, now Head of Fog, “and the tide was not.”",
        "“We were late,” said Ada Byrne and Tom Pell, “and the tide was not.”",
        "As Tom Pell put it: “We were late,” said Ada Byrne, “and the tide was not.”",
    ],
)
def test_where_anything_is_unclear_it_stays_in_the_text_and_is_told(sentence):
    page = read(page_of(sentence))
    assert quotations(page) == []
    assert page.body[-1].text == sentence
    begins = "“No, never.”" if "never" in sentence else "“We were late"
    assert any(f"The quotation {begins}" in doubt for doubt in page.unsure)


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        (
            "“We were all late,” said Ada Byrne. “You were not so late,” said Tom Pell.",
            [("Ada Byrne", "We were all late."), ("Tom Pell", "You were not so late.")],
        ),
        (
            "“We were all late.” Ada Byrne said, “You were not so late.”",
            [("Ada Byrne", "You were not so late.")],
        ),
        (
            "We said “late” and they said “never”, and nobody laughed.",
            [],
        ),
    ],
)
def test_two_quotations_are_not_made_one(paragraph, found):
    page = read(page_of(paragraph))
    assert quotations(page) == found
    assert not any("interrupted" in doubt for doubt in page.unsure)


def test_halves_in_two_paragraphs_stay_apart():
    page = read(page_of("“We were late,” said Ada Byrne,", "“and the tide was not.”"))
    assert not any("tide" in text and "late" in text for _speaker, text in quotations(page))
