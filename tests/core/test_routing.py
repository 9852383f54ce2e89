"""An address leads to its page, however deep; private pages ask who is there."""

import pytest
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction

from core.routing import MOST_LEVELS, readable
from home.models import HomePage
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    StandardPageFactory,
    TopicFactory,
    publish,
)
from tests.reader import links, navigation, open_page, parsed, words

pytestmark = pytest.mark.django_db


def heading(client, address: str, status: int = 200) -> str:
    return words(open_page(client, address, status).h1)


@pytest.fixture
def welsh_home(home):
    """Return a live home page in Welsh."""
    welsh = Locale.objects.create(language_code="cy")
    page = home.copy_for_translation(welsh)
    page.title = "Hafan"
    return publish(page)


def private(page, kind: str, **fields) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)


# Addresses
def test_pages_answer_at_every_depth(client, home):
    assert client.get("/").status_code == 200
    page, address = home, "/"
    for level in range(4):
        page = StandardPageFactory(title=f"Level {level}", slug=f"level-{level}", parent=page)
        address += f"level-{level}/"
        assert page.url == address
        assert heading(client, address) == f"Level {level}"


def test_breadcrumbs_of_a_deep_page_lead_back_to_home(client):
    section = StandardPageFactory(title="Section", slug="section")
    StandardPageFactory(title="Page", slug="page", parent=section)
    crumbs = navigation(open_page(client, "/section/page/"), "Breadcrumb")
    assert links(crumbs) == {"Home": "/", "Section": "/section/"}


@pytest.mark.parametrize(
    "address",
    ["/nowhere/", "/section/nowhere/", "/nowhere/section/", "/section/section/", "/a//b/", "/%00/"],
)
def test_an_address_that_no_page_has_is_not_found(client, address):
    StandardPageFactory(slug="section")
    assert client.get(address).status_code == 404


def test_an_address_longer_than_any_page_has_costs_no_look_at_pages(
    client, home, django_assert_max_num_queries
):
    client.get("/")
    client.get("/nowhere/")
    with django_assert_max_num_queries(2) as asked:
        assert client.get("/a" * (MOST_LEVELS + 1) + "/").status_code == 404
    assert not any("url_path" in query["sql"].partition("WHERE")[2] for query in asked)


def test_drafts_and_their_children_are_not_what_a_reader_gets(client):
    section = StandardPageFactory(slug="section", live=False)
    StandardPageFactory(slug="page", title="Still live", parent=section)
    assert client.get("/section/").status_code == 404
    assert heading(client, "/section/page/") == "Still live"


def test_a_slash_that_is_missing_is_added(client):
    StandardPageFactory(slug="section")
    answer = client.get("/section")
    assert (answer.status_code, answer.url) == (301, "/section/")


def test_an_index_with_routes_answers_for_what_is_below_it(client):
    topic = TopicFactory(name="Homes")
    blog = BlogIndexPageFactory(slug="blog")
    BlogPageFactory(title="A roof", slug="a-roof", parent=blog, topics=[topic])
    assert heading(client, "/blog/a-roof/") == "A roof"
    assert "A roof" in links(open_page(client, "/blog/topic/homes/"))
    assert client.get("/blog/topic/unknown/").status_code == 404
    assert client.get("/blog/nowhere/").status_code == 404
    assert client.get("/blog/a-roof/topic/homes/").status_code == 404


def test_the_old_address_of_a_moved_page_leads_to_the_new_one(client):
    section = StandardPageFactory(slug="section")
    page = publish(StandardPageFactory(slug="page"))
    page.move(section, pos="last-child")
    answer = client.get("/page/")
    assert (answer.status_code, answer.url) == (301, "/section/page/")


def test_the_old_address_of_a_renamed_page_leads_to_the_new_one(
    client, django_capture_on_commit_callbacks
):
    page = publish(StandardPageFactory(slug="old"))
    page.slug = "new"
    with django_capture_on_commit_callbacks(execute=True):
        page = publish(page)
    assert page.url == "/new/"
    answer = client.get("/old/")
    assert (answer.status_code, answer.url) == (301, "/new/")


def test_a_redirect_that_an_editor_made_works_at_once(client):
    assert client.get("/from/").status_code == 404
    Redirect.add_redirect("/from/", redirect_to="/", is_permanent=False)
    assert client.get("/from/").url == "/"


# Languages
def test_pages_in_welsh_have_addresses_below_cy(client, home, welsh_home):
    page = open_page(client, "/cy/")
    assert page.html["lang"] == "cy"
    assert welsh_home.url == "/cy/"
    assert open_page(client, "/").html["lang"] == "en-GB"
    assert home.url == "/"


def test_one_language_does_not_answer_for_the_other(client, home, welsh_home):
    StandardPageFactory(slug="only-english", parent=home)
    StandardPageFactory(slug="dim-ond-cymraeg", title="Cymraeg", parent=welsh_home)
    assert client.get("/only-english/").status_code == 200
    assert client.get("/cy/only-english/").status_code == 404
    assert heading(client, "/cy/dim-ond-cymraeg/") == "Cymraeg"
    assert client.get("/dim-ond-cymraeg/").status_code == 404


def test_a_language_without_a_home_page_is_not_found(client, home):
    assert client.get("/cy/").status_code == 404


# Private pages
def test_a_page_for_people_who_are_signed_in_asks_others_to_sign_in(client, admin_user):
    page = StandardPageFactory(slug="inside")
    below = StandardPageFactory(slug="below", parent=page)
    private(page, PageViewRestriction.LOGIN)
    for address in ("/inside/", "/inside/below/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert f"next={address}" in answer.url
        assert client.get(answer.url).status_code == 200
    client.force_login(admin_user)
    assert client.get(below.url).status_code == 200


def test_a_page_with_a_password_asks_for_it_and_lets_in_who_knows(client):
    page = StandardPageFactory(slug="inside", title="Inside")
    private(page, PageViewRestriction.PASSWORD, password="nineteen doors")
    asked = client.get("/inside/")
    assert asked.status_code == 200
    assert "Inside" not in [words(h) for h in open_page(client, "/inside/").find_all("h1")]
    form = asked.context["form"]
    address = asked.context["action_url"]
    wrong = client.post(address, {"password": "twenty doors", "return_url": "/inside/"})
    assert wrong.status_code == 200
    told = parsed(wrong.text)
    assert words(told.title).startswith("Error: ")
    problem = told.main.find(role="alert")
    assert words(problem.h2) == "There is a problem"
    assert told.find(id=problem.a["href"].removeprefix("#"))["name"] == "password"
    right = client.post(address, {"password": "nineteen doors", "return_url": "/inside/"})
    assert right.url == "/inside/"
    assert "password" in form.fields
    assert heading(client, "/inside/") == "Inside"


def test_a_page_for_a_group_is_shut_to_others(client, django_user_model):
    page = StandardPageFactory(slug="inside")
    group = Group.objects.create(name="Cohort one")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(group)
    member = django_user_model.objects.create_user("member", password="words for a test")
    assert client.get("/inside/").status_code == 302
    client.force_login(member)
    assert client.get("/inside/").status_code == 302
    member.groups.add(group)
    assert client.get("/inside/").status_code == 200


def test_a_page_made_private_is_shut_at_the_next_request_and_open_after(client):
    page = StandardPageFactory(slug="inside")
    assert client.get("/inside/").status_code == 200
    private(page, PageViewRestriction.LOGIN)
    assert client.get("/inside/").status_code == 302
    page.get_view_restrictions().get().delete()
    assert client.get("/inside/").status_code == 200


def test_an_alias_of_a_private_page_is_private(client):
    page = publish(StandardPageFactory(slug="inside"))
    page.create_alias(update_slug="also-inside")
    assert client.get("/also-inside/").status_code == 200
    private(page, PageViewRestriction.LOGIN)
    assert client.get("/also-inside/").status_code == 302


def test_a_page_moved_below_a_private_one_is_private(client):
    inside = StandardPageFactory(slug="inside")
    private(inside, PageViewRestriction.LOGIN)
    page = publish(StandardPageFactory(slug="page"))
    assert client.get("/page/").status_code == 200
    page.move(inside, pos="last-child")
    assert client.get("/inside/page/").status_code == 302


def test_lists_hold_only_pages_that_everybody_may_read(home):
    public = StandardPageFactory()
    hidden, below = StandardPageFactory(), None
    below = StandardPageFactory(parent=hidden)
    draft = StandardPageFactory(live=False)
    private(hidden, PageViewRestriction.PASSWORD, password="nineteen doors")
    found = set(readable(type(public).objects.all()))
    assert public in found
    assert not {hidden, below, draft} & found


def test_a_fresh_database_answers_with_a_home_page(client):
    assert HomePage.objects.count() == 1
    assert client.get("/").status_code == 200
