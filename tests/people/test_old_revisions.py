"""An old revision opens and can be published, whatever it named that is gone since."""

import pytest
from django.urls import reverse

from tests.editor import fill_in, sign_in
from tests.factories import (
    OrganisationFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    StandardPageFactory,
    people_row,
    publish,
    quote,
)
from tests.factories.pages import stored


@pytest.fixture
def ann(home):
    return PersonPageFactory(title="Ann Example")


def old_and_new(page):
    """Publish a page twice, return its first revision."""
    old = page.save_revision()
    old.publish()
    publish(stored(page))
    return old


def open_in_the_editor(client, page, revision):
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
    return sign_in(client).get(address)


def publish_again(client, page, revision, **given):
    """Open an old revision in the editor and press “publish”."""
    form = open_in_the_editor(client, page, revision)
    data = fill_in(form, "page-edit-form", readers_need_to_know="no", **given)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, data | {"action-publish": "on"}, follow=True)


def test_a_revision_opens_when_the_organisation_of_a_role_is_gone(client, ann):
    role = RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    old = old_and_new(ann)
    role.organisation.delete()
    answer = open_in_the_editor(client, ann, old)
    assert answer.status_code == 200
    assert "The Town" in answer.text


def test_a_revision_published_after_its_organisation_went_keeps_the_name(client, ann):
    role = RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    old = old_and_new(ann)
    role.organisation.delete()
    answer = publish_again(client, ann, old, body=[])
    assert answer.redirect_chain
    assert stored(ann).role_now_text == "Mayor, The Town"


def test_a_revision_from_before_a_role_was_saved_opens_without_its_organisation(client, ann):
    town = OrganisationFactory()
    ann.roles.add(RoleFactory.build(profile=ann, title="Mayor", organisation=town))
    draft = ann.save_revision()
    town.delete()
    assert open_in_the_editor(client, ann, draft).status_code == 200


def test_a_revision_opens_when_a_quoted_speaker_is_gone(client, ann):
    page = StandardPageFactory(body=[quote(name="", profile=ann), people_row(ann)])
    old = old_and_new(page)
    ann.delete()
    answer = open_in_the_editor(client, page, old)
    assert answer.status_code == 200
    assert "Ann Example" in answer.text


def test_a_revision_published_by_code_after_its_speaker_went_keeps_the_speaker(ann):
    page = StandardPageFactory(body=[quote(name="", profile=ann)])
    old = old_and_new(page)
    ann.delete()
    old.refresh_from_db()
    old.publish()
    assert stored(page).body[0].value["name"] == "Ann Example"


def test_a_revision_opens_when_a_portrait_is_gone(client, ann):
    ann.portrait = PictureFactory()
    old = old_and_new(ann)
    ann.portrait.delete()
    assert open_in_the_editor(client, ann, old).status_code == 200


def test_two_revisions_can_be_compared_when_what_they_named_is_gone(client, ann):
    role = RoleFactory(profile=ann, title="Mayor")
    old = old_and_new(ann)
    role.organisation.delete()
    new = stored(ann).latest_revision
    address = reverse("wagtailadmin_pages:revisions_compare", args=[ann.pk, old.pk, new.pk])
    assert sign_in(client).get(address).status_code == 200
