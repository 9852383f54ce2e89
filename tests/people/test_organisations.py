"""Organisations are renamed, merged, split and closed; what became of them is told."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from people.models import Organisation
from tests.editor import fill_in, said, sign_in
from tests.factories import OrganisationFactory, PersonPageFactory, RoleFactory
from tests.reader import open_page, words

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


def address(view: str, *keys: int) -> str:
    return reverse(Organisation.snippet_viewset.get_url_name(view), args=keys)


def bulk_deletion(*organisations: Organisation) -> str:
    place = reverse("wagtail_bulk_action", args=["people", "organisation", "delete"])
    chosen = "&".join(f"id={organisation.pk}" for organisation in organisations)
    return f"{place}?{chosen}&next={address('list')}"


def faults_of_edit(client, organisation: Organisation, **given) -> dict:
    """Save an organisation in the editor; return {field: complaint}, {} when it was taken."""
    edit = address("edit", organisation.pk)
    form = sign_in(client).get(edit)
    successors = [other.pk for other in given.pop("successors", [])]
    data = fill_in(form, "w-editor-form", **given) | {"successors": successors}
    answer = client.post(edit, data)
    if answer.status_code == 302:
        return {}
    return {name: errors[0] for name, errors in answer.context["form"].errors.items()}


def became(reason: str, *successors: str, **fields) -> Organisation:
    """Return an organisation that is no more, with its successors."""
    organisation = OrganisationFactory(became=reason, **{"closed_on": TODAY, **fields})
    organisation.successors = [OrganisationFactory(name=name) for name in successors]
    organisation.save()
    return organisation


def followed_by(successor: Organisation, **fields) -> Organisation:
    """Return an organisation that was renamed to one that is there already."""
    organisation = OrganisationFactory(became="renamed", closed_on=TODAY, **fields)
    organisation.successors = [successor]
    organisation.save()
    return organisation


# What became of it
@pytest.mark.parametrize(
    ("reason", "successors", "told"),
    [
        ("renamed", ["New Name"], "now called New Name"),
        ("merged", ["Big One"], "now part of Big One"),
        ("replaced", ["Other One"], "replaced by Other One"),
        ("split", ["East", "West"], "now East and West"),
        ("split", ["East", "North", "West"], "now East, North and West"),
    ],
)
def test_what_became_of_it_names_those_that_followed(reason, successors, told):
    assert became(reason, *successors).what_became == told


def test_a_closed_organisation_tells_the_year():
    organisation = became("closed", closed_on=datetime.date(2020, 3, 31))
    assert organisation.what_became == "closed in 2020"
    assert organisation.is_closed


def test_an_organisation_that_goes_on_tells_nothing():
    organisation = OrganisationFactory()
    assert organisation.what_became == ""
    assert not organisation.is_closed


def test_a_successor_whose_record_is_gone_leaves_no_half_sentence():
    organisation = became("renamed", "New Name")
    organisation.successors.all()[0].delete()
    assert Organisation.objects.get(pk=organisation.pk).what_became == ""


def test_a_profile_tells_what_became_of_the_organisation_of_a_past_role(client):
    old = became("merged", "The Big Trust", name="The Small Trust")
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(profile=ann, title="Nurse", organisation=old, ended_on=TODAY - DAY)
    facts = open_page(client, ann.url).main.dl
    assert "Nurse, The Small Trust" in words(facts)
    assert "The Small Trust is now part of The Big Trust." in words(facts)


# The form
@pytest.mark.parametrize("reason", ["renamed", "merged", "replaced"])
def test_one_successor_is_asked_for_where_one_followed(client, reason):
    old = OrganisationFactory()
    given = {"became": reason, "closed_on": TODAY}
    wanted = {"successors": "Choose the one organisation that followed it."}
    assert faults_of_edit(client, old, **given) == wanted


def test_several_successors_are_asked_for_after_a_split(client):
    old, one = OrganisationFactory.create_batch(2)
    given = {"became": "split", "closed_on": TODAY}
    faults = faults_of_edit(client, old, **given, successors=[one])
    assert faults == {"successors": "Choose the two or more organisations that followed it."}


@pytest.mark.parametrize("reason", ["closed", ""])
def test_a_successor_is_refused_where_none_followed(client, reason):
    old, one = OrganisationFactory.create_batch(2)
    given = {"became": reason, "closed_on": TODAY if reason else ""}
    faults = faults_of_edit(client, old, **given, successors=[one])
    assert faults == {"successors": "Choose no successor: nothing followed it."}


def test_what_became_and_its_day_are_asked_for_together(client):
    old = OrganisationFactory()
    faults = faults_of_edit(client, old, became="closed", closed_on="")
    assert faults == {"closed_on": "Say when it closed or changed its name."}


def test_a_closing_day_without_a_reason_is_refused(client):
    faults = faults_of_edit(client, OrganisationFactory(), became="", closed_on=TODAY)
    assert faults == {"became": "Say what became of it."}


def test_a_closing_day_to_come_is_refused(client):
    given = {"became": "closed", "closed_on": TODAY + DAY}
    assert "in the future" in faults_of_edit(client, OrganisationFactory(), **given)["closed_on"]


def test_a_closing_day_before_the_opening_is_refused(client):
    given = {"became": "closed", "closed_on": TODAY - DAY, "opened_on": TODAY}
    faults = faults_of_edit(client, OrganisationFactory(), **given)
    assert faults == {"closed_on": "It can not have closed before it opened."}


def test_an_organisation_can_not_follow_itself(client):
    old = OrganisationFactory()
    given = {"became": "renamed", "closed_on": TODAY, "successors": [old]}
    assert faults_of_edit(client, old, **given) == {
        "successors": "An organisation can not follow itself."
    }


def test_two_organisations_can_not_follow_each_other(client):
    estuary = became("renamed", "Marsh Council", name="Estuary Council")
    [marsh] = estuary.successors.all()
    given = {"became": "renamed", "closed_on": TODAY, "successors": [estuary]}
    assert faults_of_edit(client, marsh, **given) == {
        "successors": "Estuary Council is followed by Marsh Council already: "
        "they would follow each other in a circle."
    }


def test_a_longer_way_round_is_named_organisation_by_organisation(client):
    marsh = OrganisationFactory(name="Marsh Council")
    tide = followed_by(marsh, name="Tide Council")
    east = followed_by(tide, name="East Council")
    given = {"became": "split", "closed_on": TODAY, "successors": [OrganisationFactory(), east]}
    assert faults_of_edit(client, marsh, **given) == {
        "successors": "East Council is followed by Tide Council, Tide Council by Marsh Council "
        "already: they would follow each other in a circle."
    }


def test_a_circle_among_others_does_not_hold_up_an_organisation_that_leads_there(client):
    one = OrganisationFactory(name="One")
    two = followed_by(one, name="Two")
    one.successors = [two]
    one.save()
    given = {"became": "renamed", "closed_on": TODAY, "successors": [one]}
    assert faults_of_edit(client, OrganisationFactory(), **given) == {}


def test_the_way_down_is_looked_up_one_generation_at_a_time(django_assert_num_queries):
    last = OrganisationFactory(name="Last")
    first = became("split", *(f"Part {number}" for number in range(9)))
    for part in first.successors.all():
        part.successors = [last]
        part.save()
    with django_assert_num_queries(2):
        assert Organisation.way_down([first], last) == [first.name, "Part 0", "Last"]
    with django_assert_num_queries(1):
        assert Organisation.way_down([last], first) == []


def test_a_split_is_saved_with_all_that_followed(client):
    old, one, two = OrganisationFactory.create_batch(3)
    given = {"became": "split", "closed_on": TODAY, "successors": [one, two]}
    assert faults_of_edit(client, old, **given) == {}
    assert set(Organisation.objects.get(pk=old.pk).successors.all()) == {one, two}


# Names
def test_a_name_that_differs_only_in_case_is_refused():
    OrganisationFactory(name="The Town")
    with pytest.raises(ValidationError, match="There is an organisation of this name already"):
        Organisation(name="THE TOWN").full_clean()


def test_an_organisation_may_keep_its_own_name():
    organisation = OrganisationFactory(name="The Town")
    organisation.name = "THE TOWN"
    organisation.full_clean()


# Deletion
def test_an_organisation_that_roles_name_is_not_deleted(client):
    role = RoleFactory(organisation__name="The Town")
    answer = sign_in(client).post(address("delete", role.organisation.pk), follow=True)
    assert "“The Town” was not deleted: people’s roles" in said(answer)
    assert Organisation.objects.filter(name="The Town").exists()


def test_an_organisation_that_followed_another_is_not_deleted(client):
    [successor] = became("renamed", "New Name").successors.all()
    sign_in(client).post(address("delete", successor.pk), follow=True)
    assert Organisation.objects.filter(name="New Name").exists()


def test_an_organisation_in_use_is_not_deleted_among_others(client):
    used, free = RoleFactory().organisation, OrganisationFactory()
    sign_in(client).post(bulk_deletion(used, free), follow=True)
    assert {used, free} <= set(Organisation.objects.all())


def test_an_organisation_that_nobody_names_is_deleted(client):
    free = OrganisationFactory()
    sign_in(client).post(address("delete", free.pk), follow=True)
    assert not Organisation.objects.filter(pk=free.pk).exists()


def test_an_organisation_can_be_found_by_its_short_name(client):
    OrganisationFactory(name="The Marlhaven Trust", short_name="TMT")
    OrganisationFactory(name="The Town")
    listed = sign_in(client).get(address("list"), {"q": "TMT"}).context["object_list"]
    assert [str(organisation) for organisation in listed] == ["The Marlhaven Trust"]
