"""Uploaded files can be sought in, kept for ever, and reached by their own views only."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories import DocumentFactory, PictureFactory

FILM = bytes(range(256)) * 4


@pytest.fixture
def film() -> str:
    """Return the address of a file of 1,024 bytes below the pictures."""
    name = default_storage.save("original_images/film.mp4", ContentFile(FILM))
    yield f"/media/{name}"
    default_storage.delete(name)


def get(client, address: str, **headers):
    """Ask for a file and read it to its end, `answer.body`."""
    answer = client.get(address, headers=headers)
    answer.body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer


pytestmark = pytest.mark.django_db


def test_a_file_is_served_and_kept_for_ever(client, film):
    answer = get(client, film)
    assert (answer.status_code, answer.body) == (200, FILM)
    assert answer.headers["Content-Type"] == "video/mp4"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, 1023),
        ("bytes=0-99", 0, 99),
        ("bytes=1000-", 1000, 1023),
        ("bytes=-24", 1000, 1023),
        ("bytes=-5000", 0, 1023),
        ("bytes=1000-5000", 1000, 1023),
        ("bytes=0-0", 0, 0),
        ("bytes=-1", 1023, 1023),
        ("Bytes=5-6", 5, 6),
    ],
)
def test_a_part_of_a_file_is_served_so_that_films_can_be_sought(client, film, asked, first, last):
    answer = get(client, film, range=asked)
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/1024"
    assert answer.body == FILM[first : last + 1]


@pytest.mark.parametrize("asked", ["", "bytes=0-599"])
def test_a_file_is_sent_as_it_is_even_to_who_takes_it_compressed(client, film, asked):
    answer = get(client, film, accept_encoding="gzip, br", range=asked)
    assert "Content-Encoding" not in answer.headers
    assert answer.body == FILM[: 600 if asked else None]
    assert answer.headers["Content-Length"] == str(len(answer.body))


@pytest.mark.parametrize("asked", ["bytes=5000-6000", "bytes=1024-", "bytes=99999999-", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused(client, film, asked):
    answer = get(client, film, range=asked)
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == "bytes */1024"


@pytest.mark.parametrize(
    "asked",
    [
        *("", "bytes", "bytes=", "bytes=-", "bytes=abc", "bytes=0-x", "bytes=5-2", "bytes=--5"),
        "bytes = 5-6",
        *("bytes=+1-5", "bytes=1_0-20", "bytes=0-0,5-6", "items=0-5", "bytes=٠-٥"),
        f"bytes={'9' * 5000}-",
    ],
)
def test_what_asks_for_no_part_in_one_piece_gets_the_whole_file(client, film, asked):
    answer = get(client, film, range=asked)
    assert (answer.status_code, answer.body) == (200, FILM)
    assert "Content-Range" not in answer.headers


def test_a_part_is_sent_only_while_the_file_is_the_one_it_is_a_part_of(client, film):
    headers = get(client, film).headers
    for same in (headers["ETag"], headers["Last-Modified"]):
        assert get(client, film, range="bytes=5-9", if_range=same).body == FILM[5:10]
    another_day = "Sat, 01 Jan 2000 00:00:00 GMT"
    for other in ('"another"', f"W/{headers['ETag']}", another_day, "nonsense"):
        answer = get(client, film, range="bytes=5-9", if_range=other)
        assert (answer.status_code, answer.body) == (200, FILM)


def test_only_a_file_that_is_sent_is_sent_in_part(client, film):
    answer = client.head(film, headers={"range": "bytes=5-9"})
    assert (answer.status_code, answer.headers["Content-Length"]) == (200, "1024")


def test_a_file_that_has_not_changed_is_not_sent_again(client, film):
    tag = get(client, film).headers.get("ETag")
    assert tag
    assert get(client, film, if_none_match=tag).status_code == 304


def test_only_reading_is_allowed(client, film):
    assert client.head(film).status_code == 200
    assert client.post(film).status_code == 405


@pytest.mark.parametrize(("ending", "kind"), [("avif", "image/avif"), ("vtt", "text/vtt")])
def test_newer_kinds_of_file_have_their_types(client, ending, kind):
    name = default_storage.save(f"images/new.{ending}", ContentFile(b"x"))
    assert get(client, f"/media/{name}").headers["Content-Type"].startswith(kind)


@pytest.mark.parametrize(
    "name",
    [
        "nowhere.png",
        "images",
        "../secret-key",
        "images/../../secret-key",
        "%2e%2e/secret-key",
        "..%2f..%2fetc/passwd",
        "/etc/passwd",
        "images/%00.png",
    ],
)
def test_what_is_no_upload_is_not_found(client, name):
    (settings.VAR_DIR / "secret-key").write_text("not for readers")
    default_storage.save("images/there.png", ContentFile(b"x"))
    assert get(client, f"/media/{name}").status_code == 404


# Documents
def test_a_document_is_served_by_its_own_view_with_ranges(client):
    document = DocumentFactory(filename="minutes.pdf", content=FILM)
    answer = get(client, document.url, range="bytes=0-9")
    assert (answer.status_code, answer.body) == (206, FILM[:10])
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "'none'" in answer.headers["Content-Security-Policy"]


def test_a_document_that_browsers_should_not_open_is_downloaded(client):
    document = DocumentFactory(filename="minutes.docx")
    disposition = get(client, document.url).headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert document.filename in disposition


def test_documents_have_no_address_among_the_pictures(client):
    document = DocumentFactory()
    for way in ("", "./", "/", "images/../", "%2e/", "documents/../", "%64ocuments/../"):
        name = way + document.file.name
        assert get(client, f"/media/{name}").status_code == 404


def test_a_document_of_a_private_collection_asks_who_is_there(client, admin_client):
    private = Collection.get_first_root_node().add_child(name="Board")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = DocumentFactory(collection=private)
    assert get(client, document.url).status_code == 302
    assert get(admin_client, document.url).status_code == 200


def test_a_document_whose_file_is_gone_is_not_found(client):
    document = DocumentFactory()
    document.file.storage.delete(document.file.name)
    assert get(client, document.url).status_code == 404


def test_a_picture_is_served_where_it_says_it_is(client):
    picture = PictureFactory()
    answer = get(client, picture.file.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/jpeg"
