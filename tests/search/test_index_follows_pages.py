"""What an editor publishes, moves, renames, hides or deletes is found, or gone, at once."""

import pytest
from wagtail.models import PageViewRestriction

from people.models import Organisation
from tests.factories import (
    BlogPageFactory,
    OrganisationFactory,
    PersonPageFactory,
    RoleFactory,
    StandardPageFactory,
    TopicFactory,
    make_private,
    publish,
    quote,
    text,
)
from tests.factories.pages import stored
from tests.search.asking import ask, titles
from tests.search.following import HERONS, found, herons

pytestmark = pytest.mark.usefixtures("indexed_home")


# Coming and going
def test_what_is_published_is_found(client):
    herons()
    assert found(client, "herons") == ["The weir"]


def test_a_draft_is_not_found(client):
    StandardPageFactory(title="The weir", body=[text(HERONS)], live=False).save_revision()
    assert found(client, "herons") == []


def test_what_is_published_again_is_found_by_its_new_words_only(client):
    page = herons()
    assert found(client, "herons") == ["The weir"]
    page.body = [("text", {"text": "<p>Two egrets.</p>"})]
    publish(page)
    assert found(client, "egret") == ["The weir"]
    assert found(client, "herons") == []


@pytest.mark.parametrize("go", ["unpublish", "delete"])
def test_what_is_taken_down_is_gone_before_the_index_hears_of_it(client, go):
    page = herons()
    assert found(client, "herons") == ["The weir"]
    getattr(page, go)()
    assert titles(ask(client, "herons")) == []
    assert found(client, "herons") == []


def test_a_page_made_private_is_gone_before_the_index_hears_of_it(client):
    page = herons()
    assert found(client, "herons") == ["The weir"]
    make_private(page)
    assert titles(ask(client, "herons")) == []
    assert found(client, "herons") == []


def test_a_page_made_public_again_is_found_again(client):
    page = herons()
    make_private(page)
    assert found(client, "herons") == []
    PageViewRestriction.objects.all().delete()
    assert found(client, "herons") == ["The weir"]


def test_a_page_moved_below_a_private_one_is_not_found(client):
    members = publish(StandardPageFactory(title="For members"))
    make_private(members)
    page = herons()
    assert found(client, "herons") == ["The weir"]
    page.move(members, pos="last-child")
    assert found(client, "herons") == []


def test_a_page_moved_out_of_a_private_one_is_found(client, home):
    members = publish(StandardPageFactory(title="For members"))
    make_private(members)
    page = herons(parent=members)
    assert found(client, "herons") == []
    page.move(stored(home), pos="last-child")
    assert found(client, "herons") == ["The weir"]


def test_an_alias_is_not_found_beside_its_original(client, home):
    page = herons()
    page.create_alias(update_slug="weir-again", parent=stored(home))
    assert found(client, "herons") == ["The weir"]


# What shows something else
def test_a_post_is_found_by_its_author_at_its_first_publication(client):
    publish(BlogPageFactory(title="Knots", author=PersonPageFactory(title="Ann Example")))
    assert "Knots" in found(client, "ann example")


def test_a_post_is_found_by_the_new_name_of_its_author(client):
    ann = publish(PersonPageFactory(title="Ann Example"))
    publish(BlogPageFactory(title="Knots", author=ann))
    ann.title, ann.other_names = "Ann Quill", "Ann Example"
    publish(stored(ann).with_content_json(ann.serializable_data()))
    assert found(client, "ann quill") == ["Ann Quill", "Knots"]
    assert found(client, "ann example") == ["Ann Quill", "Knots"]


def test_a_renamed_topic_is_found_by_its_new_name(client):
    topic = TopicFactory(name="Homes")
    publish(BlogPageFactory(title="Knots", topics=[topic]))
    topic.name = "Shelter"
    topic.save()
    assert found(client, "shelter") == ["Knots"]


def test_an_organisation_is_found_by_its_old_name_its_new_one_and_its_initials(client):
    old = OrganisationFactory(name="Marsh Group", short_name="MG")
    new = OrganisationFactory(name="Estuary Board", short_name="EB")
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(profile=ann, title="Clerk", organisation=old)
    publish(ann)
    publish(StandardPageFactory(title="About", body=[text("<p>We met the Estuary Board.</p>")]))
    assert found(client, "estuary board") == ["About"]
    old.became, old.closed_on = "merged", "2020-01-01"
    old.successors = [new]
    old.save()
    for name in ("marsh group", "estuary board", "mg", "eb"):
        assert sorted(found(client, name)) == ["About", "Ann Example"], name
    Organisation.objects.filter(pk=old.pk).delete()
    assert "Ann Example" not in found(client, "estuary board")


def test_a_quotation_is_found_by_itself_with_its_place(client):
    said = quote(words="The heron waits.", name="Cy Sayer")
    page = publish(StandardPageFactory(title="The weir", body=[text(), said]))
    assert "Cy Sayer, in “The weir”" in found(client, "heron waits")
    page.body = [("text", {"text": "<p>Some words.</p>"})]
    publish(page)
    assert found(client, "heron waits") == []
