"""A standard page shows its text, with a table of contents when it is long."""

import pytest

from home.models import HomePage, StandardPage
from tests.editor import add_page, sign_in
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PeopleIndexPageFactory,
    PersonPageFactory,
    StandardPageFactory,
    heading,
    publish,
    text,
)
from tests.factories.pages import stored
from tests.reader import links, navigation, open_page, words


def linking_to(page) -> tuple[str, dict]:
    return text(f'<p>Read <a linktype="page" id="{page.pk}">more</a>.</p>')


def test_a_page_shows_title_summary_and_text(client, home):
    page = StandardPageFactory(
        title="About us", summary="Who we are.", body=[text("<p>Hello.</p>")]
    )
    main = open_page(client, page.url).main
    assert words(main.h1) == "About us"
    assert "Who we are." in words(main)
    assert "Hello." in words(main)


def test_a_page_without_a_body_is_shown(client, home):
    assert words(open_page(client, StandardPageFactory(title="Empty").url).h1) == "Empty"


def test_a_long_page_has_a_table_of_contents_that_leads_to_its_headings(client, home):
    headings = [heading("One"), heading("One"), heading("Two", level="3"), heading("Dates")]
    page = open_page(client, StandardPageFactory(body=headings).url)
    contents = page.find("nav", class_="contents")
    anchors = [link["href"].removeprefix("#") for link in contents.find_all("a")]
    assert len(set(anchors)) == len(anchors)
    assert [words(page.find(id=anchor)) for anchor in anchors] == ["One", "One", "Dates"]


def test_a_short_page_has_no_table_of_contents(client, home):
    page = open_page(client, StandardPageFactory(body=[heading("One"), heading("Two")]).url)
    assert page.find("nav", class_="contents") is None


def test_every_id_on_a_page_is_its_own(client, home):
    names = ["Dates", "Main", "Main", "Related", "Posts", "Contents"]
    page = open_page(client, StandardPageFactory(body=[heading(name) for name in names]).url)
    ids = [element["id"] for element in page.find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))


def test_the_way_back_leads_over_every_page_above(client, home):
    above = StandardPageFactory(title="About us", slug="about")
    below = StandardPageFactory(parent=above, title="Privacy", slug="privacy")
    way = navigation(open_page(client, below.url), "Breadcrumb")
    assert links(way) == {"Home": "/", "About us": "/about/"}


# Links in the text
def test_a_link_leads_to_where_the_page_is_now(client, home):
    target = publish(StandardPageFactory(slug="old"))
    page = StandardPageFactory(body=[linking_to(target)])
    target.slug = "new"
    publish(target)
    assert links(open_page(client, page.url).main)["more"] == "/new/"


@pytest.mark.parametrize("way", ["delete", "unpublish"])
def test_a_link_to_a_page_that_is_gone_leaves_its_words(client, home, way):
    target = publish(StandardPageFactory())
    page = StandardPageFactory(body=[linking_to(target)])
    getattr(target, way)()
    main = open_page(client, page.url).main
    assert "Read more." in words(main)
    assert "more" not in links(main)


# Its place
def test_a_standard_page_stands_below_home_or_another(home):
    parents = [
        *(home, home.get_parent(), StandardPageFactory(), BlogIndexPageFactory()),
        *(PeopleIndexPageFactory(), BlogPageFactory(), PersonPageFactory()),
    ]
    taking = [page.specific_class for page in parents if StandardPage.can_create_at(page)]
    assert taking == [HomePage, StandardPage]


def test_a_page_may_take_an_address_deep_in_the_tree_that_home_reserves(client, home):
    above = StandardPageFactory(slug="about")
    add_page(sign_in(client), above, StandardPage, "publish", title="Find", slug="search", body=[])
    open_page(client, "/about/search/")


def test_the_home_page_does_not_move_below_a_standard_page(home):
    assert not stored(home).can_move_to(StandardPageFactory())
