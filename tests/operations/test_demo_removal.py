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
from people.models import Organisation, PersonPage, SpeakerPage
from tests.factories import BlogPageFactory, PersonPageFactory, publish

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
    BlogPageFactory(title="Our own post")
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
    for page in PersonPage.objects.all():
        ReferenceIndex.create_or_update_for_object(page)


def test_an_editors_page_keeps_its_parent_live_and_nothing_beside_it(said):
    assert [post.title for post in BlogPage.objects.all()] == ["Our own post"]
    assert BlogIndexPage.objects.get().live
    assert "Kept “Blog” (/blog/): something that stays needs it." in said


def test_the_parent_goes_when_its_last_reason_has_gone(said):
    BlogPage.objects.get().delete()
    again: list[str] = []
    remove(again.append)
    assert not BlogIndexPage.objects.exists()
    assert again[0] == "Removed: 1 page."


def test_a_person_whom_an_editor_has_changed_stays_with_face_and_organisation(said):
    dev = PersonPage.objects.get(slug="dev-ramanathan")
    assert dev.live
    assert dev.portrait.title == "Dev Ramanathan"
    assert [one.name for one in Organisation.objects.all()] == ["Colnewater Hospitals NHS Trust"]
    assert "Kept “Dev Ramanathan” (/people/dev-ramanathan/): an editor has changed it." in said


def test_a_picture_that_an_editors_page_shows_stays(said):
    titles = {picture.title for picture in SiteImage.objects.all()}
    assert titles == {"Dev Ramanathan", "Five creeks"}
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
    for model in (SpeakerPage, StandardPage, SiteDocument):
        assert not model.objects.exists()
    assert not any(BasePage.find_problems())
