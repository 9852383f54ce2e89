"""A picture: its alternative text, caption, credit and licence."""

import pytest

from tests.core.one_block import OneBlock
from tests.factories import PictureFactory
from tests.reader import words

PICTURE = OneBlock("picture")


@pytest.fixture
def loft(db):
    """Return a picture with a description, a credit and a licence."""
    return PictureFactory(
        description="A loft full of nets.", credit="Photograph: Ada Example", licence="CC BY 4.0"
    )


def test_a_picture_is_described_by_its_own_words(loft):
    assert PICTURE.html(image=loft).img["alt"] == "A loft full of nets."


def test_a_picture_is_described_by_what_was_typed_here_instead(loft):
    assert PICTURE.html(image=loft, alt="Nets hung to dry.").img["alt"] == "Nets hung to dry."


def test_a_decoration_has_an_empty_description(loft):
    assert PICTURE.html(image=loft, is_decorative=True).img["alt"] == ""


def test_credit_and_licence_stand_below_the_picture(loft):
    caption = PICTURE.html(image=loft, caption="The net loft").figcaption
    assert words(caption) == "The net loft Photograph: Ada Example, CC BY 4.0"


def test_credit_and_licence_can_differ_here(loft):
    caption = PICTURE.html(image=loft, credit="Drawing: B. Example", licence="Ours").figcaption
    assert words(caption) == "Drawing: B. Example, Ours"


def test_a_picture_without_caption_or_credit_has_no_empty_caption(db):
    assert PICTURE.html(image=PictureFactory()).figcaption is None


def test_a_picture_nobody_described_is_refused_when_publishing(db):
    silent = PictureFactory(description="")
    assert PICTURE.faults(image=silent) == [
        "Alternative text: Describe the picture in a sentence, or tick “Decoration only”."
    ]
    assert PICTURE.faults(image=silent, alt="Nets.") == []
    assert PICTURE.faults(image=silent, is_decorative=True) == []
    assert PICTURE.faults_of_a_draft(image=silent) == []


def test_a_decoration_with_a_description_is_refused(loft):
    [fault] = PICTURE.faults(image=loft, is_decorative=True, alt="Nets.")
    assert fault.startswith("Alternative text: A decoration has no alternative text")


def test_no_picture_is_refused_when_publishing():
    assert PICTURE.faults(image=None) == ["Picture: This field is required."]
    assert PICTURE.faults_of_a_draft(image=None) == []


def test_a_picture_that_was_deleted_leaves_no_broken_mark():
    assert words(PICTURE.html(image=None, caption="The net loft")) == ""


def test_a_picture_with_words_in_another_language_says_so(loft):
    assert PICTURE.html(image=loft, language="cy").figure["lang"] == "cy"


def test_the_example_shows_a_picture_of_the_site(loft):
    assert PICTURE.preview().img["alt"] == "A loft full of nets."
    assert "net loft" in words(PICTURE.preview().figcaption)
