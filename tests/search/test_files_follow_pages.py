"""Files are found by their words while a page that is found offers them, and no longer."""

import datetime
import io
from zipfile import ZipFile

import pytest
from django.db.models import F
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex, Site

from core.models import BasePage
from search.catching_up import catch_up
from search.files import words_of
from search.models import Document
from search.rebuilding import rebuild
from tests.factories import (
    WAYS_TO_GO,
    DocumentFactory,
    StandardPageFactory,
    make_private,
    publish,
    text,
)
from tests.factories.pages import stored
from tests.reader import links, words
from tests.search.asking import ask, indexed, results, titles

WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    b"<w:p><w:r><w:t>Herring were counted.</w:t></w:r></w:p></w:body></w:document>"
)
KINDS = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    b'Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
WHERE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R
/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 52>>stream
BT /F 12 Tf 20 200 Td (Herring were counted.) Tj ET
endstream endobj
trailer<</Root 1 0 R/Size 5>>
startxref
0
%%EOF
"""


def docx() -> bytes:
    """Return a Word document of one sentence."""
    made = io.BytesIO()
    with ZipFile(made, "w") as parts:
        parts.writestr("[Content_Types].xml", KINDS)
        parts.writestr("_rels/.rels", WHERE)
        parts.writestr("word/document.xml", WORD)
    return made.getvalue()


def file(**fields):
    return DocumentFactory(title="The count", content=b"Herring were counted.", **fields)


def offering(document, **fields):
    """Publish a page that offers a file."""
    body = [("document", {"document": document, "is_accessible": True}), text()]
    return publish(StandardPageFactory(body=body, **fields))


@pytest.fixture
def counted(home):
    """Return a file that a page offers, in the index."""
    document = file()
    offering(document, title="At sea")
    indexed()
    return document


def found(client) -> list[str]:
    """Return the titles of what is found, once the index has caught up."""
    assert catch_up() == 0
    return titles(ask(client, "counted"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", b"Herring were counted."), ("a.docx", docx()), ("a.pdf", PAGE), ("a.PDF", PAGE)],
)
def test_the_words_of_text_word_and_pdf_are_read(name, content):
    assert words_of(DocumentFactory(filename=name, content=content)) == "Herring were counted."


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.odt"])
def test_a_file_that_can_not_be_read_has_no_words_and_breaks_nothing(name):
    assert words_of(DocumentFactory(filename=name, content=b"PK\x03\x04 nothing")) == ""


@pytest.mark.django_db
def test_a_word_file_that_unpacks_to_too_much_is_left_unread(monkeypatch):
    document = DocumentFactory(filename="a.docx", content=docx())
    monkeypatch.setattr("search.files.MOST_UNPACKED", len(WORD) - 1)
    assert words_of(document) == ""


def test_a_file_is_found_with_the_pages_that_offer_it(client, counted):
    [result] = results(ask(client, "counted"))
    assert "Herring were counted." in words(result)
    assert links(result) == {
        "The count": counted.url,
        "At sea": BasePage.objects.get(title="At sea").url,
    }


def test_a_page_that_readers_may_not_see_is_not_told_as_offering_a_file(client, counted):
    make_private(offering(counted, title="For members"))
    assert found(client) == ["The count"]
    [result] = results(ask(client, "counted"))
    assert "For members" not in words(result)


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_a_file_is_gone_at_once_with_the_page_that_offered_it(client, counted, go):
    go(BasePage.objects.get(title="At sea").specific)
    assert titles(ask(client, "counted")) == []
    assert found(client) == []


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_a_file_that_another_page_offers_too_stays_found(client, counted, go):
    offering(counted, title="By the harbour")
    go(BasePage.objects.get(title="At sea").specific)
    assert found(client) == ["The count"]


def test_a_file_is_gone_when_its_page_no_longer_offers_it(client, counted):
    page = stored(BasePage.objects.get(title="At sea").specific)
    page.body = [text()]
    publish(page)
    assert found(client) == []


def test_a_file_is_found_though_its_use_was_not_noted_yet(client, home):
    rebuild(Site.objects.get(is_default_site=True), "en-gb")
    offering(file(), title="At sea")
    ReferenceIndex.objects.all().delete()
    assert found(client) == ["The count"]


def test_a_file_is_gone_at_once_when_its_collection_comes_to_lie_in_a_private_one(client, home):
    root = Collection.get_first_root_node()
    private, own = root.add_child(name="Members"), root.add_child(name="Counts")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = file()
    type(document).objects.filter(pk=document.pk).update(collection=own)
    offering(document, title="At sea")
    rebuild(Site.objects.get(is_default_site=True), "en-gb")
    assert found(client) == ["The count"]
    own.refresh_from_db()
    private.refresh_from_db()
    own.move(private, "sorted-child")
    page = ask(client, "couned")
    assert words(page.h1) == "No results for ‘couned’"


def test_a_file_expires_with_the_last_page_that_offers_it(client, counted):
    soon = timezone.now() + datetime.timedelta(seconds=30)
    page = BasePage.objects.get(title="At sea").specific
    page.expire_at = soon
    publish(page)
    assert found(client) == ["The count"]
    # The minute passes, before the job that takes the page down has run.
    an_hour = datetime.timedelta(hours=1)
    BasePage.objects.filter(pk=page.pk).update(expire_at=F("expire_at") - an_hour)
    Document.objects.update(expires_at=F("expires_at") - an_hour)
    assert titles(ask(client, "counted")) == []
