"""Removal takes exactly what the demonstration wrote, and what nobody has changed since.

An editor has worked on the site before one removal, of which most tests look at one thing.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction
from wagtail.models import Collection, ReferenceIndex

from blog.models import BlogIndexPage, BlogPage
from core.models import BasePage, SiteDocument, SiteImage, SiteSettings, Topic
from home.models import HomePage, StandardPage
from operations.demonstration.removal import remove
from people.models import Organisation, PersonPage, ProfilePage, SpeakerPage
from tests.factories import BlogPageFactory, PersonPageFactory, publish, quote

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def said(demonstration, django_db_blocker) -> Iterator[list[str]]:
    """Let an editor work on the demonstration, remove it, and return what was said."""
    with django_db_blocker.unblock(), transaction.atomic():
        edit()
        lines: list[str] = []
        remove(lines.append)
        yield lines
        transaction.set_rollback(True)


def edit() -> None:
    callum = PersonPage.objects.get(slug="callum-everdene")
    ours = BlogPageFactory(title="Our own post", author=callum)
    speaker = SpeakerPage.objects.first()
    ours.body = [quote(profile=speaker)]
    publish(ours)
    dev = PersonPage.objects.get(slug="dev-ramanathan")
    dev.summary = "Dev has moved to the coast."
    publish(dev)
    PersonPageFactory(title="Ours", portrait=SiteImage.objects.get(title="Five creeks"))
    topic = Topic.objects.get(slug="homes")
    topic.name = "Homes and streets"
    topic.save()
    home = HomePage.objects.get()
    home.purpose = "What we are for."
    publish(home)
    settings = SiteSettings.objects.get()
    settings.telephone = "01632 960 124"
    settings.save()
    for page in [*PersonPage.objects.all(), *BlogPage.objects.all()]:
        ReferenceIndex.create_or_update_for_object(page)


def test_an_editors_page_keeps_its_parent_live_and_nothing_beside_it(said):
    assert [post.title for post in BlogPage.objects.all()] == ["Our own post"]
    assert BlogIndexPage.objects.get().live
    assert "Kept “Blog” (/blog/): something that stays needs it." in said


def test_the_parent_and_the_people_go_when_their_last_reason_has_gone(said):
    BlogPage.objects.get().delete()
    again: list[str] = []
    remove(again.append)
    assert not BlogIndexPage.objects.exists()
    assert not SpeakerPage.objects.exists()
    assert sorted(person.slug for person in PersonPage.objects.all()) == ["dev-ramanathan", "ours"]


def test_a_person_whom_an_editor_has_changed_stays_with_face_and_organisation(said):
    dev = PersonPage.objects.get(slug="dev-ramanathan")
    assert dev.live
    assert dev.portrait.title == "Dev Ramanathan"
    assert "Colnewater Hospitals NHS Trust" in {one.name for one in Organisation.objects.all()}
    assert "Kept “Dev Ramanathan” (/people/dev-ramanathan/): an editor has changed it." in said


def test_people_whom_an_editors_post_names_or_quotes_stay(said):
    [post] = BlogPage.objects.all()
    assert [row.profile.title for row in post.byline] == ["Callum Everdene"]
    [quoted] = post.quotations
    assert quoted.live_profile.specific == SpeakerPage.objects.get()
    callum = "Kept “Callum Everdene” (/people/callum-everdene/): something that stays needs it."
    assert callum in said


def test_a_picture_that_an_editors_page_shows_stays(said):
    titles = {picture.title for picture in SiteImage.objects.all()}
    shown = {page.portrait.title for page in ProfilePage.objects.filter(portrait__isnull=False)}
    assert "Five creeks" in shown
    assert titles == shown
    assert Collection.objects.filter(name="Demonstration").exists()


def test_a_topic_that_an_editor_renamed_stays(said):
    assert [topic.name for topic in Topic.objects.all()] == ["Homes and streets"]
    assert "Kept topic homes: an editor has changed it." in said


def test_home_and_settings_that_an_editor_has_changed_stay(said):
    assert HomePage.objects.get().purpose == "What we are for."
    assert SiteSettings.objects.get().telephone == "01632 960 124"
    assert "Kept “Home” (/): an editor has changed it." in said
    assert "Kept settings: an editor has changed it." in said


def test_everything_else_is_gone_and_the_tree_is_sound(said):
    for model in (StandardPage, SiteDocument):
        assert not model.objects.exists()
    assert not any(BasePage.find_problems())
