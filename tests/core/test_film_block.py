"""A film: captions and a transcript before it goes live, nothing asked of a provider."""

import pytest

from tests.core.one_block import OneBlock
from tests.factories import DocumentFactory, PictureFactory
from tests.reader import links, words

SAID = "<p>Marged: We stopped talking.</p>"
FILM = OneBlock("film", title="Lantern Street", transcript=SAID)
AT_YOUTUBE = "https://www.youtube.com/watch?v=made-up"


@pytest.fixture
def own(db):
    """Return the fields of a film of our own, with captions."""
    return {
        "file": DocumentFactory(title="Film", filename="lanterns.mp4"),
        "captions": DocumentFactory(title="Captions", filename="lanterns.vtt"),
    }


def test_a_film_of_our_own_plays_with_captions_and_loads_nothing_before(own):
    video = FILM.html(**own, length="6 minutes").video
    assert (video["preload"], video["aria-label"]) == ("none", "Lantern Street")
    assert video.source["type"] == "video/mp4"
    assert video.source["src"] == own["file"].url
    track = video.track
    assert (track["kind"], track["src"]) == ("captions", own["captions"].url)


def test_captions_of_a_film_in_another_language_name_it(own):
    html = FILM.html(**own, language="cy")
    assert html.track["srclang"] == "cy"
    assert html.find(lang="cy") is not None


@pytest.mark.parametrize(
    ("address", "provider"),
    [(AT_YOUTUBE, "YouTube"), ("https://vimeo.com/1", "Vimeo"), ("https://a.example/f", "a.ex")],
)
def test_a_film_elsewhere_is_a_link_that_names_the_provider(address, provider):
    html = FILM.html(address=address, poster=None)
    [(name, leads_to)] = links(html).items()
    assert leads_to == address
    assert name.startswith(f"Watch “Lantern Street” at {provider}")
    assert html.find(["iframe", "video", "script", "img"]) is None


def test_the_poster_is_a_picture_of_our_own(own):
    poster = PictureFactory()
    assert FILM.html(**own, poster=poster).video["poster"] == poster.card["url"]
    assert FILM.html(address=AT_YOUTUBE, poster=poster).img["alt"] == ""


def test_the_transcript_is_there_to_be_opened(own):
    details = FILM.html(**own).details
    assert words(details.summary) == "Transcript of “Lantern Street”"
    assert "We stopped talking" in words(details)


def test_a_film_of_our_own_without_captions_is_refused_when_publishing(own):
    own["captions"] = None
    assert FILM.faults(**own) == [
        "Captions: Add captions as a .vtt file. The film can not go live without."
    ]
    assert FILM.faults_of_a_draft(**own) == []


def test_captions_of_another_kind_are_refused(own):
    own["captions"] = DocumentFactory(filename="lanterns.txt")
    assert FILM.faults(**own) == ["Captions: Captions are a file that ends in .vtt."]


@pytest.mark.parametrize("nothing", ["", "<p></p>", "<p> </p><p><br/></p>"])
def test_a_film_without_a_transcript_is_refused_when_publishing(nothing):
    unfinished = {"address": AT_YOUTUBE, "transcript": nothing}
    assert FILM.faults(**unfinished) == [
        "Transcript: Add a transcript; the film can not go live without."
    ]
    assert FILM.faults_of_a_draft(**unfinished) == []


def test_a_film_is_a_file_or_an_address(own):
    one_of_two = "File: Choose a file, or give an address below: one of the two."
    assert FILM.faults() == [one_of_two]
    assert FILM.faults(**own, address=AT_YOUTUBE) == [one_of_two]
    assert FILM.faults(**own) == []
    assert FILM.faults(address=AT_YOUTUBE) == []


def test_a_file_that_browsers_do_not_play_is_refused(own):
    own["file"] = DocumentFactory(filename="lanterns.pdf")
    [fault] = FILM.faults(**own)
    assert fault.startswith("File: Browsers play .mp4 and .webm.")


def test_a_film_elsewhere_can_not_be_a_script():
    assert FILM.faults(address="javascript:alert(1)") == [
        "Address at a provider: Enter a valid URL."
    ]


def test_the_example_is_a_film_with_a_transcript():
    assert "Lantern Street" in words(FILM.preview())
    assert "We stopped talking" in words(FILM.preview().details)
