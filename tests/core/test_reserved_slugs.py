"""Addresses that the site uses itself are given to no page, whichever way it comes there."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.frame import reserved_slug_refusal
from tests.editor import said
from tests.factories import BlogIndexPageFactory, BlogPageFactory, StandardPageFactory
from tests.factories.pages import stored

pytestmark = pytest.mark.django_db


def test_a_title_that_would_lead_to_such_an_address_gets_another(home):
    page = StandardPageFactory(title="Search", slug="", parent=home)
    assert page.slug == "search-2"


def test_a_page_that_is_moved_there_in_code_is_refused_with_words(home):
    page = StandardPageFactory(parent=home)
    page.slug = "admin"
    with pytest.raises(ValidationError, match="an address that the site uses itself"):
        page.save()


def test_a_copy_is_refused_such_an_address():
    post = BlogPageFactory(parent=BlogIndexPageFactory())
    with pytest.raises(ValidationError, match="an address that the site uses itself"):
        post.copy(update_attrs={"slug": "feed"})


def test_an_editor_who_copies_to_such_an_address_is_told_in_words(admin_client, home):
    post = BlogPageFactory(parent=BlogIndexPageFactory())
    asked = {
        "new_title": "Copy",
        "new_slug": "topic",
        "new_parent_page": str(post.get_parent().pk),
    }
    answer = admin_client.post(
        reverse("wagtailadmin_pages:copy", args=[post.pk]), asked, follow=True
    )
    assert answer.status_code == 200
    assert "“topic” is an address that the site uses itself" in answer.text
    assert post.get_siblings().count() == 1


def test_an_editor_who_moves_a_page_to_such_an_address_is_told_in_words(admin_client, home):
    shelf = StandardPageFactory(parent=home)
    page = StandardPageFactory(parent=shelf, slug="search")
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk])
    for send in (admin_client.get, admin_client.post):
        told = said(send(address, follow=True))
        assert told == reserved_slug_refusal("search")
    assert stored(page).get_parent().pk == shelf.pk


def test_pages_that_are_moved_together_go_without_those_refused(admin_client, home):
    shelf = StandardPageFactory(parent=home)
    refused = StandardPageFactory(parent=shelf, slug="search", title="Seek")
    free = StandardPageFactory(parent=shelf)
    address = reverse("wagtail_bulk_action", args=["core", "basepage", "move"])
    query = f"id={refused.pk}&id={free.pk}&next={reverse('wagtailadmin_home')}"
    told = said(admin_client.post(f"{address}?{query}", {"chooser": home.pk}, follow=True))
    assert f"“Seek” was not moved. {reserved_slug_refusal('search')}" in told
    assert stored(refused).get_parent().pk == shelf.pk
    assert stored(free).get_parent().pk == home.pk


def test_a_page_that_is_moved_where_its_word_is_free_is_moved(admin_client, home):
    shelf = StandardPageFactory(parent=home)
    page = StandardPageFactory(parent=home, slug="topic")
    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, shelf.pk]))
    assert stored(page).get_parent().pk == shelf.pk


def test_the_same_word_is_free_where_nothing_answers_to_it(home):
    parent = StandardPageFactory(parent=home)
    assert StandardPageFactory(parent=parent, slug="search").url.endswith("/search/")
