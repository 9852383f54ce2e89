"""The home page answers on a fresh database, and shows what is new and who takes part."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import HomePage, StandardPage
from tests.editor import add_page, complaints, edit_page, sign_in
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    StandardPageFactory,
    publish,
    quote,
    text,
)
from tests.factories.pages import stored
from tests.reader import links, open_page, words

NOW = timezone.now()
DAY = datetime.timedelta(days=1)
RESERVED = sorted(HomePage.reserved_child_slugs)


def section(client, name: str):
    """Return the section of the home page that is called `name`, or None."""
    return open_page(client, "/").main.find("section", attrs={"aria-labelledby": name})


# A fresh database
def test_a_fresh_database_answers_with_a_home_page(client, db):
    page = open_page(client, "/")
    assert words(page.h1) == "Leaders of one county learn to share the work."


def test_a_home_page_without_posts_and_people_has_no_empty_sections(client, home):
    main = open_page(client, "/").main
    assert [words(title) for title in main.find_all("h2")] == ["Look something up"]
    [section] = main.find_all("section")
    assert section.find("form", role="search")["action"] == "/search/"


def test_the_purpose_is_the_heading_of_the_page(client, home):
    home.purpose, home.purpose_detail = "We share the work.", "All of it."
    publish(home)
    page = open_page(client, "/")
    assert words(page.h1) == "We share the work."
    assert "All of it." in words(page.main)


# What it shows
def test_the_three_newest_posts_are_shown_newest_first(client, home):
    for number in range(4):
        BlogPageFactory(title=f"Post {number}", first_published_at=NOW - number * DAY)
    latest = section(client, "latest")
    assert [words(title) for title in latest.find_all("h3")] == ["Post 0", "Post 1", "Post 2"]
    assert links(latest)["All posts"] == "/blog/"


def test_drafts_and_private_posts_are_not_shown(client, home):
    BlogPageFactory(live=False)
    private = BlogPageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert section(client, "latest") is None


def test_people_with_a_face_are_shown_with_their_roles(client, home):
    ann = PersonPageFactory(title="Ann Example", portrait=PictureFactory())
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    PersonPageFactory(title="Bo Faceless")
    shown = section(client, "people")
    assert "Ann Example Mayor, The Town" in words(shown)
    assert "Bo Faceless" not in words(shown)
    assert links(shown)["All 2 people"] == "/people/"


def test_somebody_taken_down_is_no_longer_shown(client, home):
    ann = publish(PersonPageFactory(title="Ann Example", portrait=PictureFactory()))
    assert "Ann Example" in words(section(client, "people"))
    ann.unpublish()
    assert section(client, "people") is None


# The featured quotation
def featured(client):
    return open_page(client, "/").main.find("section", attrs={"aria-label": "In their words"})


def test_a_featured_quotation_is_shown_with_its_speaker(client, home):
    home.featured = [quote("“We each had half the map.”", name="Sam Sayer", role="Mayor")]
    publish(home)
    figure = featured(client).figure
    assert words(figure.blockquote) == "“We each had half the map.”"
    assert words(figure.figcaption) == "Sam Sayer Mayor"


def test_without_a_featured_quotation_there_is_no_section_for_it(client, home):
    assert featured(client) is None


def test_the_speaker_of_a_featured_quotation_is_filled_from_the_profile(client, home):
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    home.featured = [quote(name="", profile=ann)]
    publish(home)
    caption = featured(client).figcaption
    assert words(caption) == "Ann Example Mayor, The Town"
    assert links(caption) == {"Ann Example": ann.url}


def test_a_featured_quotation_keeps_its_speaker_when_the_person_is_gone(client, home):
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    home.featured = [quote(name="", profile=ann)]
    publish(home)
    ann.delete()
    caption = featured(client).figcaption
    assert words(caption) == "Ann Example Mayor, The Town"
    assert links(caption) == {}


def test_one_quotation_is_featured_and_no_more(client, home):
    given = {"body": [], "featured": [quote(), quote()]}
    answer = edit_page(
        sign_in(client), publish(home), "publish", **given, readers_need_to_know="no"
    )
    assert "maximum" in complaints(answer)
    assert len(stored(home).featured) == 0


# Its place
def test_a_home_page_stands_only_at_the_root_and_there_is_one(home):
    root = home.get_parent()
    assert not HomePage.can_create_at(root)
    for parent in (home, BlogIndexPageFactory(), StandardPageFactory()):
        assert not HomePage.can_create_at(parent)
        assert not home.can_move_to(parent)


def test_nothing_but_a_home_page_may_stand_at_the_root(home):
    page = StandardPageFactory(body=[text()])
    assert not StandardPage.can_create_at(home.get_parent())
    assert not page.can_move_to(home.get_parent())
    assert not BlogIndexPageFactory().can_move_to(home.get_parent())


@pytest.mark.parametrize("slug", RESERVED)
def test_a_page_below_home_may_not_take_an_address_of_the_site(client, home, slug):
    given = {"title": "New", "slug": slug, "body": []}
    answer = add_page(sign_in(client), home, StandardPage, "publish", **given)
    assert f"“{slug}” is an address that the site uses itself." in complaints(answer)
    assert not StandardPage.objects.exists()
