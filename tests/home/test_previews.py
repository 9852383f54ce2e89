"""Every page type can be previewed before it is saved, as an editor does first of all."""

import pytest
from django.urls import reverse

from blog.models import Authorship, BlogIndexPage, BlogPage
from home.models import StandardPage
from people.models import PeopleIndexPage, PersonPage, SpeakerIndexPage, SpeakerPage
from tests.editor import fill_in, sign_in
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PeopleIndexPageFactory,
    PersonPageFactory,
    SpeakerIndexPageFactory,
    quote,
)
from tests.reader import parsed, words


def preview_of_a_new(client, model, parent):
    """Fill in the form for a new page as far as it must be, and return its preview."""
    place = (model._meta.app_label, model._meta.model_name, parent.pk)
    form = sign_in(client).get(reverse("wagtailadmin_pages:add", args=place))
    bodies = {name: [] for name in model.get_streamfield_names()}
    data = fill_in(form, "page-edit-form", title="Unsaved", slug="unsaved", **bodies)
    address = reverse("wagtailadmin_pages:preview_on_add", args=place)
    client.post(address, data)
    answer = client.get(address)
    assert answer.status_code == 200
    return parsed(answer.text)


@pytest.mark.parametrize("model", [StandardPage, BlogIndexPage, PeopleIndexPage, SpeakerIndexPage])
def test_a_new_page_below_home_can_be_previewed(client, home, model):
    assert words(preview_of_a_new(client, model, home).h1) == "Unsaved"


@pytest.mark.parametrize(
    ("model", "parent"),
    [
        (BlogPage, BlogIndexPageFactory),
        (PersonPage, PeopleIndexPageFactory),
        (SpeakerPage, SpeakerIndexPageFactory),
    ],
)
def test_a_new_page_in_a_list_can_be_previewed(client, home, model, parent):
    assert words(preview_of_a_new(client, model, parent()).h1) == "Unsaved"


def test_the_preview_of_a_new_person_shows_nobody_elses_posts(client, home):
    BlogPageFactory(title="By somebody without a page")
    page = preview_of_a_new(client, PersonPage, PeopleIndexPageFactory())
    assert "By somebody without a page" not in words(page)


def test_the_preview_of_a_post_names_who_was_only_chosen(client, home):
    author, sayer = PersonPageFactory(title="Ada Chosen"), PersonPageFactory(title="Bo Quoted")
    blog = BlogIndexPageFactory()
    post = BlogPageFactory(parent=blog, author=False)
    post.body = [quote(name="", profile=sayer)]
    post.authorships.add(Authorship(profile=author))
    answer = post.make_preview_request(preview_mode="")
    shown = words(parsed(answer.render().text).main)
    assert "Ada Chosen" in shown
    assert "Bo Quoted" in shown
