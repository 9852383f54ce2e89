"""A table of contents links to each heading once, whatever the headings say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.blocks.body import BodyBlock
from core.contents import Heading, contents_of
from tests.factories import heading, text

BODY = BodyBlock()


def contents(*blocks) -> list[Heading]:
    return contents_of(BODY.normalize(list(blocks)))


def test_headings_are_listed_in_order_with_their_level():
    found = contents(heading("One"), text(), heading("Two", "3"), heading("Three"))
    assert found == [
        Heading("One", "one", 2),
        Heading("Two", "two", 3),
        Heading("Three", "three", 2),
    ]


def test_headings_that_say_the_same_have_anchors_of_their_own():
    anchors = [one.anchor for one in contents(*[heading("Doors")] * 3, heading("Doors 2"))]
    assert anchors == ["doors", "doors-2", "doors-3", "doors-2-2"]


def test_a_heading_takes_no_anchor_of_the_frame():
    assert [one.anchor for one in contents(heading("Main"), heading("Dates"))] == [
        "main-2",
        "dates-2",
    ]


def test_a_heading_without_letters_has_an_anchor():
    assert [one.anchor for one in contents(heading("???"), heading("中文"))] == [
        "section",
        "section-2",
    ]


@given(st.lists(st.text(max_size=12), max_size=12))
def test_no_two_headings_share_an_anchor(texts):
    anchors = [one.anchor for one in contents(*(heading(one) for one in texts))]
    assert len(set(anchors)) == len(anchors)
    assert all(anchors)


def test_the_heading_on_the_page_has_the_anchor_of_the_contents():
    body = BODY.normalize([heading("Doors"), heading("Doors")])
    found = contents_of(body)
    assert [
        f'id="{one.anchor}"' in child.render() for one, child in zip(found, body, strict=True)
    ] == [True, True]


@pytest.mark.parametrize("again", [1, 2])
def test_asking_again_gives_the_same(again):
    body = BODY.normalize([heading("Doors"), heading("Doors")])
    first = contents_of(body)
    for _time in range(again):
        assert contents_of(body) == first
