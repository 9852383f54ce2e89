"""Links in running text lead to live pages; of others the words stay."""

import pytest
from wagtail.models import Locale

from tests.factories import (
    WAYS_TO_GO,
    BlogPageFactory,
    DocumentFactory,
    StandardPageFactory,
    text,
)
from tests.reader import links, open_page, words

pytestmark = pytest.mark.django_db


def to(page, kind: str = "page") -> str:
    return f'<p>See <a linktype="{kind}" id="{page.pk}">the other</a>.</p>'


def shown(client, *html: str):
    page = StandardPageFactory(body=[text(one) for one in html])
    return open_page(client, page.url).main


@pytest.fixture
def other():
    """Return a page to link to."""
    return StandardPageFactory(slug="other")


def test_a_link_leads_to_the_page_where_it_is_now(client, other):
    main = shown(client, to(other))
    assert links(main)["the other"] == "/other/"
    other.slug = "moved"
    other.save()
    assert links(shown(client, to(other)))["the other"] == "/moved/"


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_the_words_of_a_link_stay_when_readers_may_not_open_its_page(client, other, go):
    html = to(other)
    go(other)
    main = shown(client, html)
    assert "See the other." in words(main)
    assert "the other" not in links(main)


def test_several_links_and_texts_each_lead_to_their_own(client, other):
    post = BlogPageFactory(title="A post")
    main = shown(client, to(other).replace("the other", "one"), to(post))
    found = links(main)
    assert (found["one"], found["the other"]) == (other.url, post.url)


def test_a_link_keeps_the_address_of_its_language(client, home):
    welsh = home.copy_for_translation(Locale.objects.create(language_code="cy"))
    welsh.save_revision().publish()
    there = StandardPageFactory(slug="yno", parent=welsh)
    page = StandardPageFactory(parent=home, body=[text(to(there))])
    assert there.url == "/cy/yno/"
    assert "/cy/yno/" in links(open_page(client, page.url).main).values()


def test_a_link_to_a_document_leads_to_its_own_view(client):
    document = DocumentFactory()
    assert links(shown(client, to(document, "document")))["the other"] == document.url


def test_the_words_of_a_link_stay_when_its_document_goes(client):
    document = DocumentFactory()
    html = to(document, "document")
    document.delete()
    main = shown(client, html)
    assert "See the other." in words(main)
    assert "the other" not in links(main)


@pytest.mark.parametrize("key", ["", "abc", "0", "-1", "9" * 20])
def test_a_link_to_nonsense_breaks_no_page(client, key):
    main = shown(client, f'<p>See <a linktype="page" id="{key}">the other</a>.</p>')
    assert "the other" not in links(main)
    assert "See the other." in words(main)
