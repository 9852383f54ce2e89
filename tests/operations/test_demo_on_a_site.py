"""The demonstration comes to a site and goes again, and leaves what was there as it was."""

import pytest
from django.core.management import call_command

from blog.models import BlogIndexPage, BlogPage
from core.models import SiteSettings
from home.models import HomePage
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    OrganisationFactory,
    RoleFactory,
    StandardPageFactory,
    TopicFactory,
    publish,
)

pytestmark = pytest.mark.django_db


def test_an_untouched_site_is_as_it_was_before(capsys, everything):
    before = everything()
    call_command("demo")
    call_command("demo", "--remove")
    assert "Kept" not in capsys.readouterr().out
    assert everything() == before


def test_a_site_with_content_of_its_own_keeps_it(everything, home):
    blog = BlogIndexPageFactory(title="News", slug="news")
    StandardPageFactory(title="Speakers", slug="speakers")
    BlogPageFactory(slug="friday-at-four", topics=[TopicFactory(name="Homes", slug="homes")])
    RoleFactory(organisation=OrganisationFactory(name="Marlhaven City Council"))
    SiteSettings.objects.create(site=home.get_site(), strapline="Ours.", email="us@site.example")
    home.refresh_from_db()
    home.purpose = "Ours."
    publish(home)
    before = everything()
    call_command("demo")
    assert BlogIndexPage.objects.get() == blog
    assert BlogPage.objects.child_of(blog).filter(slug="friday-at-four-2").exists()
    assert SiteSettings.objects.get().strapline == HomePage.objects.get().purpose == "Ours."
    call_command("demo", "--remove")
    assert everything() == before


def test_without_a_demonstration_there_is_nothing_to_remove(capsys, everything):
    before = everything()
    call_command("demo", "--remove")
    assert capsys.readouterr().out == "There is no demonstration to remove.\n"
    assert everything() == before
