"""Editors and moderators of a new site can keep what pages are made of."""

import pytest
from django.urls import reverse

from core.models import ChangeNote, SiteSettings, Topic
from people.models import Organisation
from tests.factories import BlogPageFactory, StandardPageFactory, TopicFactory, publish
from tests.signing_in import sign_in_as

pytestmark = pytest.mark.django_db
EVERYBODY = ["Editors", "Moderators"]


@pytest.fixture
def page():
    """Return a page with a note that readers see."""
    return publish(publish(StandardPageFactory()), change_answer=(True, "A new chiar."))


def address(model, what: str, *key) -> str:
    return reverse(model.snippet_viewset.get_url_name(what), args=key)


def form_of(client, page) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text


@pytest.mark.parametrize("group", EVERYBODY)
def test_editors_make_topics_and_organisations(client, home, group):
    sign_in_as(client, group)
    client.post(address(Topic, "add"), {"name": "Homes", "slug": "homes"})
    assert Topic.objects.get().name == "Homes"
    sent = {"name": "The Town", "kind": "council"}
    client.post(address(Organisation, "add"), sent)
    assert Organisation.objects.get().name == "The Town"


@pytest.mark.parametrize(("group", "may"), [("Editors", False), ("Moderators", True)])
def test_moderators_alone_delete_topics(client, home, group, may):
    topic = TopicFactory()
    sign_in_as(client, group).post(address(Topic, "delete", topic.pk))
    assert Topic.objects.exists() is not may


@pytest.mark.parametrize(("group", "may"), [("Editors", False), ("Moderators", True)])
def test_those_who_may_publish_correct_what_readers_were_told(client, page, group, may):
    note = page.change_notes.first()
    place = address(ChangeNote, "edit", note.pk)
    sign_in_as(client, group)
    assert (place in form_of(client, page)) is may
    client.post(place, {"on": note.on, "note": "A new chair."})
    note.refresh_from_db()
    assert note.note == ("A new chair." if may else "A new chiar.")


@pytest.mark.parametrize(("group", "may"), [("Editors", False), ("Moderators", True)])
def test_moderators_alone_change_the_settings_of_the_site(client, home, group, may):
    place = reverse("wagtailsettings:edit", args=["core", "sitesettings"])
    answer = sign_in_as(client, group).get(place, follow=True)
    assert (answer.context["request"].path.startswith(place)) is may
    assert SiteSettings._meta.verbose_name in answer.text.lower() or not may


def test_a_topic_that_posts_are_on_is_not_deleted(admin_client, home):
    topic = TopicFactory(name="Homes")
    BlogPageFactory(topics=[topic])
    answer = admin_client.post(address(Topic, "delete", topic.pk), follow=True)
    assert "“Homes” was not deleted: posts are on this topic" in answer.text
    assert Topic.objects.filter(pk=topic.pk).exists()


def test_the_address_of_a_topic_stays_once_posts_are_on_it(admin_client, home):
    topic = TopicFactory(name="Homes", slug="homes")
    place = address(Topic, "edit", topic.pk)
    admin_client.post(place, {"name": "Homes", "slug": "housing"})
    BlogPageFactory(topics=[topic])
    answer = admin_client.post(place, {"name": "Homes and heat", "slug": "heat"})
    assert "leave it “housing”" in answer.text
    admin_client.post(place, {"name": "Homes and heat", "slug": "housing"})
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Homes and heat", "housing")
