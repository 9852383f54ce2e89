"""A post needs an author in every way of publishing, and stands among others."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import BlogIndexPage, BlogPage
from core.publishing import PublishingRefused
from home.models import HomePage, StandardPage
from tests.editor import add_page, complaints, edit_page, fill_in, sign_in
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PeopleIndexPageFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicFactory,
    heading,
    publish,
    text,
)
from tests.factories.pages import stored
from tests.reader import links, navigation, open_page, words

NOW = timezone.now()
DAY = datetime.timedelta(days=1)
NOBODY = "Add an author: choose a person, or type a name."


@pytest.fixture
def authorless(home):
    """Return a draft that nobody has written."""
    post = BlogPageFactory(author=False, live=False, first_published_at=None)
    post.save_revision()
    return post


def empty_elements(client, post) -> list[str]:
    """Return the elements of a post's page that hold nothing and are only drawn, or forgotten."""
    return [str(one) for one in open_page(client, post.url).main.find_all("div") if not words(one)]


# An author, in every way of publishing
def test_the_editors_button_refuses_a_post_without_an_author(client, authorless):
    answer = edit_page(sign_in(client), authorless, "publish", body=[])
    assert NOBODY in complaints(answer)
    assert not stored(authorless).live


def test_a_new_post_without_an_author_is_refused_at_once(client, home):
    blog = BlogIndexPageFactory()
    answer = add_page(sign_in(client), blog, BlogPage, "publish", title="New", slug="new", body=[])
    assert NOBODY in complaints(answer)
    assert not BlogPage.objects.exists()


def test_a_post_whose_only_author_is_taken_out_is_refused(client, home):
    post = publish(BlogPageFactory())
    row = {"id": post.byline[0].pk, "name": "Ada", "DELETE": "on"}
    given = {"authorships": [row], "body": [], "readers_need_to_know": "no"}
    assert NOBODY in complaints(edit_page(sign_in(client), post, "publish", **given))


def test_code_is_refused_a_post_without_an_author(authorless):
    with pytest.raises(PublishingRefused, match="Add an author"):
        authorless.get_latest_revision().publish()
    assert not stored(authorless).live


def test_bulk_publishing_leaves_a_post_without_an_author_out(client, authorless):
    whole = BlogPageFactory(live=False)
    whole.save_revision()
    place = reverse("wagtail_bulk_action", args=["core", "basepage", "publish"])
    sign_in(client).post(f"{place}?id={authorless.pk}&id={whole.pk}&next=/admin/")
    assert (stored(authorless).live, stored(whole).live) == (False, True)


def test_the_schedule_leaves_a_post_without_an_author_out(authorless):
    authorless.save_revision(approved_go_live_at=NOW - DAY)
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    assert not stored(authorless).live


def test_a_post_with_a_typed_author_is_published_from_the_editor(client, home):
    blog = BlogIndexPageFactory()
    given = {"title": "New", "slug": "new", "authorships": [{"name": "Bo Typed"}], "body": []}
    add_page(sign_in(client), blog, BlogPage, "publish", **given)
    assert "Bo Typed" in words(open_page(client, "/blog/new/").main)


def test_a_post_with_a_chosen_author_is_published_from_the_editor(client, home):
    blog, ann = BlogIndexPageFactory(), PersonPageFactory(title="Ann Example")
    given = {"title": "New", "slug": "new", "authorships": [{"profile": ann.pk}], "body": []}
    add_page(sign_in(client), blog, BlogPage, "publish", **given)
    assert [row.name for row in BlogPage.objects.get(slug="new").byline] == ["Ann Example"]


# Its page
def test_a_post_shows_title_summary_and_body(client, home):
    post = BlogPageFactory(title="Nineteen doors", body=[heading("A door"), text("<p>Open.</p>")])
    main = open_page(client, post.url).main
    assert words(main.h1) == "Nineteen doors"
    assert "What the reader will find here." in words(main)
    assert main.find("h2", string=lambda said: said and "A door" in said)
    assert "Open." in words(main)


def test_an_editor_can_preview_a_post_that_is_not_saved(client, home):
    blog = BlogIndexPageFactory()
    place = ("blog", "blogpage", blog.pk)
    add = sign_in(client).get(reverse("wagtailadmin_pages:add", args=place))
    from_form = {"title": "Unsaved", "slug": "unsaved"}
    address = reverse("wagtailadmin_pages:preview_on_add", args=place)
    data = filled(add, **from_form, authorships=[{"name": "Bo Typed"}], body=[])
    assert client.post(address, data).json()["is_valid"]
    preview = client.get(address)
    assert preview.status_code == 200
    assert "Bo Typed" in preview.text


def test_an_editor_previews_the_authors_of_the_draft(client, home):
    post = publish(BlogPageFactory(author="Old Author"))
    edit = sign_in(client).get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[post.pk])
    row = {"id": post.byline[0].pk, "name": "New Author"}
    client.post(address, filled(edit, authorships=[row], body=[]))
    shown = client.get(address).text
    assert "New Author" in shown
    assert "Old Author" not in shown


def filled(answer, **given) -> dict:
    return fill_in(answer, "page-edit-form", **given)


def test_no_place_is_kept_for_the_pages_of_authors_who_have_none(client, home):
    with_page, without = BlogPageFactory(author=PersonPageFactory()), BlogPageFactory()
    assert empty_elements(client, without) == empty_elements(client, with_page)


# Topics
def test_topics_link_to_the_lists_of_the_posts_own_blog(client, home):
    post = BlogPageFactory(topics=[TopicFactory(name="Wages"), TopicFactory(name="Homes")])
    shown = links(open_page(client, post.url).main)
    assert (shown["Homes"], shown["Wages"]) == ("/blog/topic/homes/", "/blog/topic/wages/")


def test_the_first_topic_is_the_first_of_the_alphabet(home):
    post = BlogPageFactory(topics=[TopicFactory(name="Wages"), TopicFactory(name="Homes")])
    assert stored(post).primary_topic.name == "Homes"
    assert BlogPageFactory().primary_topic is None


def test_the_form_tells_which_topic_lists_show(client, home):
    post = BlogPageFactory(topics=[TopicFactory(name="Wages"), TopicFactory(name="Homes")])
    assert "comes first in the alphabet" in BlogPage._meta.get_field("topics").help_text
    entry = open_page(client, post.get_parent().url).main.article
    assert links(entry) == {"Homes": "/blog/topic/homes/", post.title: post.url}


def test_a_topic_that_is_gone_leaves_the_post(client, home):
    topic = TopicFactory(name="Homes")
    post = publish(BlogPageFactory(topics=[topic]))
    topic.delete()
    assert "Homes" not in words(open_page(client, post.url).main)
    assert publish(stored(post)).live


# What stands around it
@pytest.fixture
def three(home) -> list:
    """Return three posts, the oldest first."""
    return [
        BlogPageFactory(title=title, first_published_at=NOW - days * DAY)
        for title, days in [("Oldest", 9), ("Middle", 5), ("Newest", 1)]
    ]


def turn(client, post) -> dict[str, str]:
    """Return {"prev": title, "next": title} as a post links them."""
    around = navigation(open_page(client, post.url), "Previous and next post")
    found = around.find_all("a") if around else []
    return {link["rel"][0]: words(link).partition(" post")[2].strip() for link in found}


def test_a_post_leads_to_the_one_before_and_the_one_after(client, three):
    assert turn(client, three[0]) == {"next": "Middle"}
    assert turn(client, three[1]) == {"prev": "Oldest", "next": "Newest"}
    assert turn(client, three[2]) == {"prev": "Middle"}


def test_the_only_post_leads_nowhere(client, home):
    assert turn(client, BlogPageFactory()) == {}


def test_posts_of_the_same_moment_follow_each_other(client, home):
    titles = ["One", "Two", "Three"]
    posts = [BlogPageFactory(title=title, first_published_at=NOW) for title in titles]
    assert [turn(client, post) for post in posts] == [
        {"next": "Two"},
        {"prev": "One", "next": "Three"},
        {"prev": "Two"},
    ]


def test_drafts_private_posts_and_other_blogs_do_not_stand_around(client, three):
    oldest, middle, newest = three
    newest.live = False
    newest.save()
    PageViewRestriction.objects.create(page=oldest, restriction_type="login")
    other = BlogIndexPageFactory(title="Other", slug="other")
    BlogPageFactory(parent=other, first_published_at=NOW - 2 * DAY)
    assert turn(client, middle) == {}


def related_to(client, post) -> list[str]:
    section = open_page(client, post.url).main.find(attrs={"aria-labelledby": "related"})
    return [words(title) for title in section.find_all("h3")] if section else []


def test_posts_on_the_same_topic_are_offered_at_the_end(client, home):
    homes, wages = TopicFactory(name="Homes"), TopicFactory(name="Wages")
    post = BlogPageFactory(topics=[homes], first_published_at=NOW)
    BlogPageFactory(title="On homes", topics=[homes], first_published_at=NOW - DAY)
    BlogPageFactory(title="On wages", topics=[wages], first_published_at=NOW - 2 * DAY)
    BlogPageFactory(title="Draft", topics=[homes], live=False)
    page = open_page(client, post.url)
    assert related_to(client, post) == ["On homes"]
    assert "More on homes" in words(page.main)


def test_related_posts_are_few_and_those_not_named_already_come_first(client, home):
    homes = TopicFactory(name="Homes")
    titles = ["Far", "Near", "Beside"]
    for days, title in enumerate(titles, start=1):
        BlogPageFactory(title=title, topics=[homes], first_published_at=NOW - (9 - days) * DAY)
    post = BlogPageFactory(topics=[homes], first_published_at=NOW)
    assert related_to(client, post) == ["Near", "Far"]


def test_a_post_without_topics_offers_none(client, three):
    assert related_to(client, three[1]) == []


# Its place
def test_a_post_is_created_only_in_a_blog(home):
    parents = [
        *(home, home.get_parent(), BlogIndexPageFactory()),
        *(StandardPageFactory(), PeopleIndexPageFactory()),
    ]
    taking = [page.specific_class for page in parents if BlogPage.can_create_at(page)]
    assert taking == [BlogIndexPage]
    assert [page.specific_class for page in parents if BlogIndexPage.can_create_at(page)] == [
        HomePage
    ]
    assert not BlogPageFactory().can_move_to(home)


def test_nothing_stands_below_a_post(home):
    assert BlogPage.allowed_subpage_models() == []
    assert not StandardPage.can_create_at(BlogPageFactory())
