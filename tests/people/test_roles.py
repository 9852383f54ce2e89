"""A role belongs to a person and to a time: what they were, what they are, and for whom."""

import datetime

import pytest
from django.utils import timezone

from people.models import Role
from tests.editor import complaints, edit_page, sign_in
from tests.factories import OrganisationFactory, PersonPageFactory, RoleFactory
from tests.factories.pages import stored

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
NEW_ROW = {"id": "", "title": "Clerk", "organisation": "", "organisation_name": "The Court"}


@pytest.fixture
def ann(home):
    return PersonPageFactory(title="Ann Example")


def row_of(role: Role, **changed) -> dict:
    """Return a role as the editor's form sends it."""
    fields = {name: getattr(role, name) or "" for name in ("title", "organisation_name")}
    days = {name: getattr(role, name) or "" for name in ("started_on", "ended_on")}
    return {"id": role.pk, "organisation": role.organisation_id or "", **fields, **days, **changed}


def save_roles(client, person, *rows: dict, action: str = "publish"):
    """Send the person's form with these roles, and return the answer."""
    publishing = {"readers_need_to_know": "no"} if person.change_notes.exists() else {}
    given = {"roles": [{"started_on": "", "ended_on": "", **row} for row in rows], **publishing}
    return edit_page(sign_in(client), person, action, body=[], **given)


# Now and then
def test_a_role_without_an_end_is_held_now(ann):
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    assert ann.role_now_text == "Mayor, The Town"
    assert [role.title for role in ann.past_roles] == []


def test_of_several_roles_the_first_of_the_editors_order_shows(ann):
    RoleFactory(profile=ann, title="Second", sort_order=2)
    RoleFactory(profile=ann, title="First", sort_order=1)
    assert ann.current_role.title == "First"
    assert [role.title for role in ann.current_roles] == ["First", "Second"]


def test_past_roles_come_latest_first_and_never_count_as_now(ann):
    RoleFactory(profile=ann, title="Long ago", ended_on=TODAY - 900 * DAY)
    RoleFactory(profile=ann, title="Lately", ended_on=TODAY - 9 * DAY)
    assert [role.title for role in ann.past_roles] == ["Lately", "Long ago"]
    assert ann.current_role is None
    assert ann.role_now_text == ""


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        (None, None, True),
        (TODAY, None, True),
        (None, TODAY, True),
        (TODAY, TODAY, True),
        (TODAY - DAY, TODAY + DAY, True),
        (TODAY + DAY, None, False),
        (None, TODAY - DAY, False),
    ],
)
def test_a_role_is_held_from_its_first_day_to_its_last(start, end, held):
    assert Role(title="Clerk", started_on=start, ended_on=end).held_on(TODAY) is held


def test_the_role_of_a_day_prefers_one_whose_start_is_known(ann):
    RoleFactory(profile=ann, title="Some time", sort_order=1)
    RoleFactory(profile=ann, title="Since last year", started_on=TODAY - 300 * DAY, sort_order=2)
    assert ann.role_on(TODAY).title == "Since last year"
    assert ann.role_on(TODAY - 301 * DAY).title == "Some time"


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (None, None, ""),
        (2019, None, "since 2019"),
        (None, 2025, "until 2025"),
        (2019, 2025, "2019 to 2025"),
        (2019, 2019, "in 2019"),
    ],
)
def test_the_years_of_a_role_are_told_as_far_as_they_are_known(start, end, years):
    days = [datetime.date(year, 6, 1) if year else None for year in (start, end)]
    assert Role(started_on=days[0], ended_on=days[1]).years == years


# Organisations of then and now
def test_a_role_still_held_calls_the_organisation_as_it_is_called_today(ann):
    role = RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    role.organisation.name = "The City"
    role.organisation.save()
    assert stored(ann).role_now_text == "Mayor, The City"


def test_a_past_role_calls_the_organisation_as_it_was_called_then(ann):
    role = RoleFactory(profile=ann, title="Mayor", organisation__name="The Town", ended_on=TODAY)
    role.organisation.name = "The City"
    role.organisation.save()
    assert [one.text for one in stored(ann).past_roles] == ["Mayor, The Town"]


def test_a_role_outlives_the_record_of_its_organisation(ann):
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town").organisation.delete()
    assert stored(ann).role_now_text == "Mayor, The Town"


def test_a_typed_organisation_stays_as_it_was_typed(ann):
    RoleFactory(
        profile=ann, organisation=OrganisationFactory(), organisation_name="Old", ended_on=TODAY
    )
    assert ann.past_roles[0].organisation_text == "Old"


# The form
def test_a_role_with_a_typed_organisation_is_saved(client, ann):
    save_roles(client, ann, NEW_ROW)
    assert stored(ann).role_now_text == "Clerk, The Court"


def test_a_role_keeps_the_name_of_the_organisation_chosen(client, ann):
    court = OrganisationFactory(name="The High Court")
    save_roles(client, ann, NEW_ROW | {"organisation": court.pk, "organisation_name": ""})
    assert ann.roles.get().organisation_name == "The High Court"


def test_choosing_another_organisation_changes_the_name_that_is_kept(client, ann):
    role = RoleFactory(profile=ann, organisation__name="The Wrong One", ended_on=TODAY)
    right = OrganisationFactory(name="The Right One")
    save_roles(client, ann, row_of(role, organisation=right.pk))
    assert stored(ann).past_roles[0].organisation_text == "The Right One"


def test_a_role_that_is_still_to_begin_is_refused(client, ann):
    response = save_roles(client, ann, NEW_ROW | {"started_on": TODAY + DAY})
    assert "This day is still to come. Add the role when it has begun." in complaints(response)
    assert not ann.roles.exists()


def test_a_role_that_ends_before_it_begins_is_refused(client, ann):
    row = NEW_ROW | {"started_on": TODAY, "ended_on": TODAY - DAY}
    assert "can not have ended before it started" in complaints(save_roles(client, ann, row))


def test_a_role_without_an_organisation_is_refused(client, ann):
    response = save_roles(client, ann, NEW_ROW | {"organisation_name": ""})
    assert "Choose an organisation, or type its name below." in complaints(response)


def test_a_role_that_is_taken_out_is_not_checked(client, ann):
    role = RoleFactory(profile=ann, organisation=None, organisation_name="")
    save_roles(client, ann, row_of(role, DELETE="on"))
    assert not ann.roles.exists()


def test_an_unfinished_role_may_wait_in_a_draft(client, ann):
    row = NEW_ROW | {"organisation_name": ""}
    response = save_roles(client, ann, row, action="save")
    assert response.redirect_chain
    assert [role.title for role in stored(ann).get_latest_revision_as_object().roles.all()] == [
        "Clerk"
    ]
