"""Uploaded files come with ranges, so that films can be sought, and only to whom they are for."""

import gc
import warnings

from wagtail.models import Collection, CollectionViewRestriction

from tests.factories import DocumentFactory


def test_a_whole_document_comes_under_its_name_and_runs_nothing(home, client):
    answer = client.get(DocumentFactory(filename="whole.txt", content=b"Notes.").url)
    assert b"".join(answer) == b"Notes."
    assert answer["Content-Type"].startswith("text/plain")
    assert answer["Content-Disposition"] == 'inline; filename="whole.txt"'
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert "Content-Encoding" not in answer


def test_no_file_stays_open_when_a_document_was_sent(home, client):
    address = DocumentFactory(filename="film.webm", content=b"0123456789").url
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always", ResourceWarning)
        answer = client.get(address)
        assert b"".join(answer) == b"0123456789"
        answer.close()
        gc.collect()
    assert [str(warning.message) for warning in met] == []


def test_a_document_under_another_name_is_not_found(home, client):
    address = DocumentFactory(filename="notes.txt").url
    assert client.get(address.replace("notes", "other")).status_code == 404


def test_a_private_document_asks_for_its_password_first(home, client):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="password", password="herring"
    )
    answer = client.get(DocumentFactory(collection=private, content=b"A secret.").url)
    assert "password" in answer.text
    assert "A secret." not in answer.text


def test_a_page_is_compressed_on_its_way(home, client):
    answer = client.get("/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
