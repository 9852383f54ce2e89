"""The frame of every page: navigation, breadcrumbs, footer, language, data for machines."""

import datetime
import json

import pytest
from django.utils.html import escape
from wagtail.models import Locale, Site

from blog.models import BlogPage
from core.frame import Link, absolute, as_json, html_language
from core.models import FooterLink, SiteSettings
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PictureFactory,
    StandardPageFactory,
    TopicFactory,
    publish,
)
from tests.factories.bodies import text
from tests.reader import links, navigation, open_page, structured, words

pytestmark = pytest.mark.django_db
HOSTILE = '</script><script>alert("1")</script>&<!--'


@pytest.fixture
def settings_of_the_site() -> SiteSettings:
    """Return the saved settings of the site."""
    found = SiteSettings.for_site(Site.objects.get())
    found.save()
    return found


# Navigation
def test_the_navigation_holds_the_live_children_of_home_that_are_shown_in_menus(client, home):
    about = StandardPageFactory(title="About", show_in_menus=True)
    StandardPageFactory(title="Quiet", show_in_menus=False)
    StandardPageFactory(title="Draft", show_in_menus=True, live=False)
    StandardPageFactory(title="Deep", show_in_menus=True, parent=about)
    main = navigation(open_page(client, "/"), "Main")
    found = links(main)
    assert found["About"] == about.url
    assert not {"Quiet", "Draft", "Deep"} & set(found)


def test_the_navigation_marks_where_the_reader_is_and_only_there(client):
    about = StandardPageFactory(title="About", slug="about", show_in_menus=True)
    StandardPageFactory(title="Abouts", slug="abouts", show_in_menus=True)
    below = StandardPageFactory(slug="below", parent=about)
    for page in (about, below):
        main = navigation(open_page(client, page.url), "Main")
        marked = [words(link) for link in main.find_all("a") if link.get("aria-current")]
        assert marked == ["About"]


# Breadcrumbs
def test_breadcrumbs_lead_from_home_to_the_parent(client):
    section = StandardPageFactory(title="Section", slug="section")
    page = StandardPageFactory(title="Page", slug="page", parent=section)
    assert page.breadcrumbs == [Link("Home", "/"), Link("Section", "/section/")]
    data = structured(open_page(client, page.url), "BreadcrumbList")
    names = [item["name"] for item in data["itemListElement"]]
    assert names == ["Home", "Section", "Page"]
    assert all(item["item"].startswith("http") for item in data["itemListElement"])


def test_the_home_page_has_no_breadcrumbs(client, home):
    page = open_page(client, "/")
    assert navigation(page, "Breadcrumb") is None
    assert structured(page, "BreadcrumbList") is None


# Footer
def test_footer_links_lead_to_live_pages_and_to_addresses(client, settings_of_the_site):
    live, draft = StandardPageFactory(title="Privacy"), StandardPageFactory(live=False)
    rows = [
        {"page": live, "column": 1},
        {"page": live, "text": "Your data", "column": 1},
        {"page": draft, "text": "Draft", "column": 1},
        {"address": "https://elsewhere.example/", "text": "Elsewhere", "column": 2},
        {"text": "Nowhere", "column": 2},
    ]
    for order, row in enumerate(rows):
        FooterLink.objects.create(settings=settings_of_the_site, sort_order=order, **row)
    page = open_page(client, "/")
    assert links(navigation(page, "About this site")) == {
        "Privacy": live.url,
        "Your data": live.url,
    }
    assert links(navigation(page, "Keep in touch")) == {"Elsewhere": "https://elsewhere.example/"}


def test_a_footer_link_goes_when_its_page_does(client, settings_of_the_site):
    page = StandardPageFactory(title="Privacy")
    FooterLink.objects.create(settings=settings_of_the_site, page=page)
    assert "Privacy" in links(open_page(client, "/").footer)
    page.unpublish()
    assert "Privacy" not in links(open_page(client, "/").footer)
    page.delete()
    assert client.get("/").status_code == 200


# Words for machines
def test_words_of_an_editor_can_not_end_a_script_element():
    text = as_json([{"name": HOSTILE}])
    assert "<" not in text
    assert ">" not in text
    assert "&" not in text
    assert json.loads(text) == {"name": HOSTILE}


def test_a_hostile_title_is_text_everywhere_on_its_page(client):
    page = StandardPageFactory(title=HOSTILE, slug="hostile", summary=HOSTILE)
    publish(page)
    answer = client.get("/hostile/")
    assert "alert(" in answer.text
    assert "<script>alert" not in answer.text
    shown = open_page(client, "/hostile/")
    assert words(shown.h1) == HOSTILE
    data = structured(shown, "BreadcrumbList")
    assert data["itemListElement"][-1]["name"] == HOSTILE
    assert escape(HOSTILE) in answer.text


def test_the_address_of_an_alias_is_its_originals(client):
    page = publish(StandardPageFactory(slug="original"))
    alias = page.create_alias(update_slug="alias")
    canonical = open_page(client, alias.url).find("link", rel="canonical")["href"]
    assert canonical.endswith("/original/")
    assert alias.canonical_url == page.canonical_url


def test_a_shared_page_shows_its_own_picture_else_the_sites(client, settings_of_the_site):
    page = StandardPageFactory(listing_picture=PictureFactory(description="Nets."))
    shown = open_page(client, page.url)
    assert shown.find("meta", property="og:image:alt")["content"] == "Nets."
    assert shown.find("meta", property="og:image")["content"].startswith("http")
    settings_of_the_site.social_card = PictureFactory(description="The site.")
    settings_of_the_site.save()
    shown = open_page(client, StandardPageFactory().url)
    assert shown.find("meta", property="og:image:alt")["content"] == "The site."


def test_what_search_engines_show_can_differ_from_the_page():
    page = StandardPageFactory(title="Title", summary="Summary")
    assert (page.meta_title, page.meta_description) == ("Title", "Summary")
    page.seo_title, page.search_description = "Other title", "Other words"
    assert (page.meta_title, page.meta_description) == ("Other title", "Other words")


def test_a_page_without_a_summary_is_described_by_its_opening_words(client):
    words = text("<p>" + "We walked the sea wall together. " * 20 + "</p>")
    page = StandardPageFactory(summary="", body=[words])
    shown = open_page(client, page.url).find("meta", attrs={"name": "description"})["content"]
    assert shown.startswith("We walked the sea wall together.")
    assert shown.endswith("…")
    assert len(shown) <= 155


# Languages and addresses
@pytest.mark.parametrize(("code", "written"), [("en-gb", "en-GB"), ("cy", "cy"), ("fr", "fr")])
def test_languages_are_written_as_html_has_them(code, written):
    assert html_language(code) == written


def test_a_page_is_in_the_language_of_its_locale(home):
    assert home.language == "en-GB"
    welsh = Locale.objects.create(language_code="cy")
    assert home.copy_for_translation(welsh).language == "cy"


@pytest.fixture
def welsh(home):
    """Return the Welsh home page, with a blog below it that stands in menus."""
    page = home.copy_for_translation(Locale.objects.create(language_code="cy"))
    return publish(page)


def test_every_list_of_a_welsh_blog_is_in_welsh(client, welsh):
    blog = BlogIndexPageFactory(parent=welsh, locale=welsh.locale)
    noon = datetime.datetime(2025, 11, 25, 12, tzinfo=datetime.UTC)
    BlogPageFactory(parent=blog, locale=welsh.locale, topics=[TopicFactory(slug="tai")])
    BlogPage.objects.update(first_published_at=noon)
    for route in ("", "topic/tai/", "year/2025/"):
        page = open_page(client, blog.url + route)
        assert page.html["lang"] == "cy"
        assert "25 Tachwedd 2025" in words(page.main)
        assert page.header.find("input", {"name": "lang"})["value"] == "cy"


def test_the_frame_of_a_welsh_page_leads_to_welsh_pages(client, home, welsh):
    StandardPageFactory(title="About", slug="about", show_in_menus=True, parent=home)
    there = StandardPageFactory(
        title="Ynghylch", slug="ynghylch", show_in_menus=True, parent=welsh, locale=welsh.locale
    )
    page = open_page(client, there.url)
    assert links(navigation(page, "Main")) == {"Ynghylch": "/cy/ynghylch/"}
    assert page.header.find("a", href="/cy/") is not None
    welsh.unpublish()
    page = open_page(client, there.url)
    assert "About" in links(navigation(page, "Main"))
    assert page.header.find("a", href="/") is not None


def test_the_way_to_a_page_leaves_out_what_was_taken_down(client):
    section = StandardPageFactory(slug="section", title="Section")
    page = StandardPageFactory(slug="inside", parent=section)
    section.unpublish()
    shown = open_page(client, page.url)
    assert links(navigation(shown, "Breadcrumb")) == {"Home": "/"}


def test_topics_of_posts_are_no_links_while_the_blog_is_taken_down(client, home):
    post = BlogPageFactory(title="A post", topics=[TopicFactory(name="Homes", slug="homes")])
    assert links(open_page(client, "/").main)["Homes"].endswith("/topic/homes/")
    post.get_parent().unpublish()
    main = open_page(client, "/").main
    assert "A post" in links(main)
    assert "Homes" not in links(main)


def test_addresses_get_the_sites_scheme_and_host_once(settings):
    settings.SITE_URL = "https://site.example"
    assert absolute("/page/") == "https://site.example/page/"
    assert absolute("https://other.example/") == "https://other.example/"
    assert absolute("/page/", "https://third.example") == "https://third.example/page/"
