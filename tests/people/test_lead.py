"""The summary opens the text, and is not read twice."""

import pytest

from tests.factories import BlogPageFactory, PersonPageFactory, text

pytestmark = pytest.mark.django_db

OPENING = "We counted the doors. There were nineteen, and “four” opened from the inside."


@pytest.mark.parametrize("factory", [BlogPageFactory, PersonPageFactory])
def test_a_summary_of_its_own_opens_the_text(client, factory):
    page = factory(summary="Seven of us walked the journey home.", body=[text()])
    assert client.get(page.url).content.decode().count(f'<p class="lead">{page.summary}</p>') == 1


@pytest.mark.parametrize("factory", [BlogPageFactory, PersonPageFactory])
def test_a_summary_that_the_text_says_again_is_read_once(client, factory):
    page = factory(summary="We counted the doors.", body=[text(f"<p>{OPENING}</p>")])
    main = client.get(page.url).content.decode().partition("<main")[2]
    assert main.count("We counted the doors.") == 1


def test_marks_and_spaces_do_not_hide_that_it_is_the_same():
    page = BlogPageFactory(
        summary="There were nineteen, and “four” opened from the inside.",
        body=[text(f"<p>{OPENING.replace('“four”', '<b>four</b>')}</p>")],
    )
    assert page.lead == ""
