"""People stand in the list of people and speakers in that of speakers, and nowhere else."""

import pytest
from django.urls import reverse

from people.models import PeopleIndexPage, PersonPage, ProfilePage, SpeakerIndexPage, SpeakerPage
from tests.editor import add_page, sign_in
from tests.factories import (
    BlogIndexPageFactory,
    PeopleIndexPageFactory,
    PersonPageFactory,
    SpeakerIndexPageFactory,
    SpeakerPageFactory,
    StandardPageFactory,
)
from tests.factories.pages import stored
from tests.reader import open_page


@pytest.fixture
def tree(home) -> dict:
    """Return one page of each kind that has children, by the name of its model."""
    makers = [
        *(PeopleIndexPageFactory, SpeakerIndexPageFactory),
        *(BlogIndexPageFactory, StandardPageFactory),
    ]
    pages = [home, home.get_parent(), *(make() for make in makers)]
    return {page.specific_class.__name__: page for page in pages}


@pytest.mark.parametrize(
    ("model", "parents"),
    [
        (PeopleIndexPage, {"HomePage"}),
        (SpeakerIndexPage, {"HomePage"}),
        (PersonPage, {"PeopleIndexPage"}),
        (SpeakerPage, {"SpeakerIndexPage"}),
        (ProfilePage, set()),
    ],
)
def test_pages_of_people_are_created_only_where_they_belong(tree, model, parents):
    taking = {name for name, parent in tree.items() if model.can_create_at(parent)}
    assert taking == parents


def test_the_editor_makes_a_list_of_people_below_home(client, home):
    fields = {"title": "People", "slug": "people"}
    add_page(sign_in(client), home, PeopleIndexPage, "publish", **fields)
    open_page(client, "/people/")


def test_a_person_may_be_moved_only_to_a_list_of_people(tree):
    ann = PersonPageFactory()
    taking = {name for name, parent in tree.items() if ann.can_move_to(parent)}
    assert taking == {"PeopleIndexPage"}


def test_a_speaker_may_be_moved_only_to_a_list_of_speakers(tree):
    sal = SpeakerPageFactory()
    taking = {name for name, parent in tree.items() if sal.can_move_to(parent)}
    assert taking == {"SpeakerIndexPage"}


def test_nothing_stands_below_a_person(tree):
    assert PersonPage.allowed_subpage_models() == []
    assert SpeakerPage.allowed_subpage_models() == []


def test_the_editor_offers_no_bare_profile(client, tree):
    assert not ProfilePage.is_creatable
    place = ("people", "profilepage", tree["PeopleIndexPage"].pk)
    answer = sign_in(client).get(reverse("wagtailadmin_pages:add", args=place))
    assert answer.status_code in {302, 403, 404}


def test_the_editor_refuses_to_move_a_person_below_home(client, tree, home):
    ann = PersonPageFactory()
    place = (ann.pk, home.pk)
    sign_in(client).post(reverse("wagtailadmin_pages:move_confirm", args=place))
    assert stored(ann).get_parent().specific_class is PeopleIndexPage
