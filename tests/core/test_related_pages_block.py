"""Related pages: where to read on, live pages only."""

import pytest

from tests.core.one_block import OneBlock
from tests.factories import StandardPageFactory, make_private
from tests.reader import links, navigation, words

pytestmark = pytest.mark.django_db
RELATED = OneBlock("related_pages", heading="Read on")


@pytest.fixture
def page():
    """Return a page to read on."""
    return StandardPageFactory(title="The net loft", summary="Where we meet.")


def test_related_pages_are_a_named_list_of_links(page):
    nav = navigation(RELATED.html(pages=[page]), "Read on")
    assert links(nav) == {"The net loft": page.url}
    assert words(nav.h2) == "Read on"
    assert "Where we meet." in words(nav)


def test_pages_that_readers_can_not_open_are_left_out(page):
    draft = StandardPageFactory(title="A draft", live=False)
    private = StandardPageFactory(title="For members")
    make_private(private)
    html = RELATED.html(pages=[draft, page, None, private])
    assert links(html) == {"The net loft": page.url}


def test_nothing_is_shown_when_no_page_is_left():
    draft = StandardPageFactory(live=False)
    assert words(RELATED.html(pages=[draft])) == ""


def test_a_list_without_pages_is_refused_when_publishing():
    [fault] = RELATED.faults(pages=[])
    assert fault.startswith("Pages")
    assert RELATED.faults_of_a_draft(pages=[]) == []


def test_more_than_six_pages_are_refused_when_publishing(page):
    assert RELATED.faults(pages=[page] * 6) == []
    assert RELATED.faults(pages=[page] * 7) != []


def test_related_pages_in_another_language_say_so(page):
    assert RELATED.html(pages=[page], language="cy").nav["lang"] == "cy"


def test_the_example_shows_pages_of_the_site(page):
    assert page.title in links(RELATED.preview())
