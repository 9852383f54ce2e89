"""Facts about the site are remembered until something could make them untrue."""

import pytest
from django.db import transaction
from wagtail.models import Collection, Locale, PageViewRestriction, Site

from core.models import FooterLink, Generation, SiteSettings, Topic
from core.remembered import MOST_FACTS, forget, remember, remembering
from tests.factories import BlogPageFactory, StandardPageFactory, TopicFactory, publish
from tests.reader import links, navigation, open_page

pytestmark = pytest.mark.django_db


def token():
    return Generation.objects.values_list("token", flat=True).first()


@pytest.fixture(autouse=True)
def first_generation(db):
    """Begin with a generation of the test's own."""
    forget()


@pytest.fixture
def page():
    """Return a published page."""
    return publish(StandardPageFactory())


CHANGES = {
    "publishing": lambda page: publish(page),
    "unpublishing": lambda page: page.unpublish(),
    "moving": lambda page: page.move(StandardPageFactory(live=False), pos="last-child"),
    "deleting": lambda page: page.delete(),
    "saving a live page": lambda page: page.save(),
    "settings": lambda page: SiteSettings.for_site(Site.objects.get()).save(),
    "a footer link": lambda page: FooterLink.objects.create(
        settings=SiteSettings.for_site(Site.objects.get()), address="/"
    ),
    "a site": lambda page: Site.objects.get().save(),
    "a restriction": lambda page: PageViewRestriction.objects.create(page=page),
    "a language": lambda page: Locale.objects.create(language_code="cy"),
    "a topic": lambda page: TopicFactory(),
    "a collection": lambda page: Collection.get_first_root_node().add_child(name="Private"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_could_make_a_fact_untrue_changes_the_generation(change, page):
    before = token()
    CHANGES[change](page)
    assert token() != before


@pytest.mark.parametrize("gone", [PageViewRestriction, Topic])
def test_what_is_deleted_changes_the_generation_too(gone, page):
    thing = PageViewRestriction(page=page) if gone is PageViewRestriction else Topic(name="T")
    thing.save()
    before = token()
    thing.delete()
    assert token() != before


def test_saving_a_draft_changes_nothing_that_is_remembered(page):
    before = token()
    page.title = "Another title"
    page.save_revision()
    assert token() == before


def test_a_change_that_is_rolled_back_leaves_the_generation():
    before = token()
    with transaction.atomic():
        forget()
        assert token() != before
        transaction.set_rollback(True)
    assert token() == before


def test_a_fact_is_looked_up_once_in_a_generation():
    found = iter(["first", "second", "third"])
    with remembering():
        assert remember("fact", lambda: next(found)) == "first"
    with remembering():
        assert remember("fact", lambda: next(found)) == "first"
        forget()
        assert remember("fact", lambda: next(found)) == "second"
    with remembering():
        assert remember("fact", lambda: next(found)) in {"second", "third"}


def test_a_fact_found_in_a_transaction_that_failed_is_not_believed_later():
    with remembering():
        assert remember("fact", lambda: "true") == "true"
        with transaction.atomic():
            forget()
            assert remember("fact", lambda: "not yet") == "not yet"
            transaction.set_rollback(True)
    with remembering():
        assert remember("fact", lambda: "true") == "true"


def test_nothing_is_remembered_outside_a_request():
    assert remember("fact", lambda: 1) == 1
    assert remember("fact", lambda: 2) == 2


def test_made_up_names_do_not_fill_the_memory():
    with remembering():
        for number in range(MOST_FACTS * 2):
            remember(("host", number), lambda: None)
        remember("last", lambda: "kept")
        assert remember("last", lambda: "looked up again") == "kept"


def test_an_unknown_host_is_answered_without_harm(client, settings, home):
    settings.ALLOWED_HOSTS = ["*"]
    for host in ("one.example", "two.example", "one.example:8443"):
        assert client.get("/", headers={"host": host}).status_code == 200


def test_the_navigation_follows_what_editors_do_at_once(client, home):
    def shown():
        return set(links(navigation(open_page(client, "/"), "Main") or open_page(client, "/")))

    page = publish(StandardPageFactory(title="About us", show_in_menus=True))
    assert "About us" in shown()
    page.title = "About the programme"
    page = publish(page)
    assert "About the programme" in shown()
    page.unpublish()
    assert "About the programme" not in shown()


def test_a_site_without_the_row_answers_and_remembers_nothing_wrong(client, home):
    Generation.objects.all().delete()
    assert client.get("/").status_code == 200
    settings = SiteSettings.for_site(Site.objects.get())
    settings.name = "Another name"
    settings.save()
    assert "Another name" in open_page(client, "/").title.string


def test_publishing_a_post_shows_it_at_once(client, home):
    post = publish(BlogPageFactory(title="Fresh words"))
    assert "Fresh words" in links(open_page(client, post.get_parent().url))
