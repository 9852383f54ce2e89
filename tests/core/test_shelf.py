"""What a page shows is fetched with one query a kind, however much it is."""

import pytest

from core.blocks.body import BodyBlock
from core.models import BasePage, SiteDocument, SiteImage
from core.shelf import Shelf, current_shelf, on_the_shelf, shelving
from tests.factories import DocumentFactory, PictureFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def stream(*blocks):
    """Return a body as it comes from the database."""
    block = BodyBlock()
    raw = block.get_prep_value(block.normalize(list(blocks)))
    return block.to_python(raw)


def laid_out(*blocks) -> Shelf:
    shelf = Shelf()
    shelf.want_stream(stream(*blocks))
    return shelf


def link(page, kind: str = "page") -> str:
    return f'<p><a linktype="{kind}" id="{page.pk}">there</a></p>'


def test_everything_that_blocks_chose_is_wanted():
    picture, document, film = PictureFactory(), DocumentFactory(), DocumentFactory()
    one, two = StandardPageFactory(), StandardPageFactory()
    shelf = laid_out(
        ("picture", {"image": picture}),
        ("document", {"document": document}),
        ("film", {"title": "F", "file": film, "poster": picture}),
        ("call_to_action", {"text": "Go", "page": one}),
        ("related_pages", {"pages": [one, two]}),
    )
    assert shelf.wanted == {
        SiteImage: {picture.pk},
        SiteDocument: {document.pk, film.pk},
        BasePage: {one.pk, two.pk},
    }


def test_link_targets_are_wanted_wherever_the_text_stands():
    pages = [StandardPageFactory() for _number in range(4)]
    document = DocumentFactory()
    shelf = laid_out(
        ("text", {"text": link(pages[0]) + link(document, "document")}),
        ("aside", {"heading": "A", "text": link(pages[1])}),
        ("facts", {"items": [{"term": "T", "description": link(pages[2])}]}),
        ("film", {"title": "F", "transcript": link(pages[3])}),
    )
    assert shelf.wanted[BasePage] == {page.pk for page in pages}
    assert shelf.wanted[SiteDocument] == {document.pk}


def test_a_shelf_is_filled_with_one_query_a_kind(django_assert_num_queries):
    pictures = [PictureFactory() for _number in range(5)]
    pages = [StandardPageFactory() for _number in range(5)]
    shelf = laid_out(
        *(("picture", {"image": picture}) for picture in pictures),
        *(("text", {"text": link(page)}) for page in pages),
    )
    with django_assert_num_queries(2):
        shelf.fill()
    with django_assert_num_queries(0):
        shelf.fill()
        assert {shelf.get(SiteImage, picture.pk) for picture in pictures} == set(pictures)


def test_what_is_gone_is_not_on_the_shelf():
    picture = PictureFactory()
    shelf = laid_out(("picture", {"image": picture}))
    picture.delete()
    shelf.fill()
    assert shelf.get(SiteImage, picture.pk) is None
    assert shelf.get(SiteImage, None) is None


def test_choosers_take_from_the_shelf_of_the_request(django_assert_num_queries):
    picture = PictureFactory()
    body = stream(("picture", {"image": picture}))
    with shelving():
        shelf = current_shelf()
        shelf.want_stream(body)
        shelf.fill()
        with django_assert_num_queries(0):
            assert body[0].value["image"] == picture


def test_choosers_ask_for_themselves_where_nothing_was_laid_out():
    picture = PictureFactory()
    body = stream(("picture", {"image": picture}))
    assert body[0].value["image"] == picture
    assert on_the_shelf(SiteImage) is None


def test_requests_do_not_share_a_shelf():
    with shelving():
        first = current_shelf()
    with shelving():
        assert current_shelf() is not first


def test_a_body_with_blocks_that_are_no_more_is_passed_over():
    body = BodyBlock().to_python([{"type": "no_more", "value": {"image": 1}, "id": "1"}])
    shelf = Shelf()
    shelf.want_stream(body)
    assert shelf.wanted == {}
