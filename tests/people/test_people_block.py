"""A row of people shows those whom readers can open, in the editor's order."""

import pytest

from tests.editor import complaints, edit_page, sign_in
from tests.factories import (
    WAYS_TO_GO,
    PersonPageFactory,
    RoleFactory,
    SpeakerPageFactory,
    StandardPageFactory,
    people_row,
    publish,
    text,
)
from tests.factories.pages import stored
from tests.reader import links, open_page, words


@pytest.fixture
def ann(home):
    return PersonPageFactory(title="Ann Example")


@pytest.fixture
def sal(home):
    return SpeakerPageFactory(title="Sal Speaker")


def row_of_people(client, page):
    return open_page(client, page.url).main.find("ul", class_="people__list")


def test_people_and_speakers_are_linked_in_the_order_of_the_editor(client, ann, sal):
    page = StandardPageFactory(body=[people_row(sal, ann)])
    shown = links(row_of_people(client, page))
    assert list(shown.items()) == [("Sal Speaker", sal.url), ("Ann Example", ann.url)]


def test_the_role_they_hold_now_stands_below_the_name(client, ann):
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    assert "Mayor, The Town" in words(
        row_of_people(client, StandardPageFactory(body=[people_row(ann)]))
    )


def test_a_heading_of_the_row_is_a_heading_of_the_page(client, ann):
    page = StandardPageFactory(body=[people_row(ann, heading="Who took part")])
    heading = open_page(client, page.url).main.find("h2", string="Who took part")
    assert heading is not None


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_somebody_who_has_gone_is_left_out(client, ann, sal, go):
    page = publish(StandardPageFactory(body=[people_row(ann, sal)]))
    go(ann)
    assert links(row_of_people(client, page)) == {"Sal Speaker": sal.url}


def test_a_row_whose_people_have_all_gone_leaves_no_empty_list(client, ann):
    page = publish(StandardPageFactory(body=[text(), people_row(ann, heading="Who took part")]))
    ann.delete()
    shown = open_page(client, page.url).main
    assert shown.find(["ul", "ol"], class_="people__list") is None
    assert "Who took part" not in words(shown)


def test_a_page_whose_person_has_gone_can_still_be_edited(client, ann, sal):
    page = publish(StandardPageFactory(body=[people_row(ann, sal)]))
    ann.delete()
    fields = {"readers_need_to_know": "no", "title": "Still here", "body": [people_row(sal.pk)]}
    edit_page(sign_in(client), page, "publish", **fields)
    assert stored(page).title == "Still here"


def test_a_row_without_anybody_is_refused(client, home):
    page = publish(StandardPageFactory(body=[text()]))
    fields = {"readers_need_to_know": "no", "body": [people_row()]}
    response = edit_page(sign_in(client), page, "publish", **fields)
    assert "at least 1" in complaints(response) or "minimum" in complaints(response)
