"""Pictures come small and in new formats; a film plays, with captions, from any moment."""

import pytest

from tests.browser.pages.post import Post


@pytest.fixture
def post(visit, site):
    """Return the post with a picture and a film."""
    return Post(visit(viewport={"width": 390, "height": 800})).open(site.addresses["post"])


def test_a_picture_is_shown_as_avif_in_the_size_that_fits(post):
    picture = post.picture("A net loft at low tide.").first
    picture.scroll_into_view_if_needed()
    picture.evaluate("picture => picture.decode()")
    assert picture.evaluate("picture => picture.currentSrc").endswith("width-480.format-avif.avif")
    assert picture.evaluate("picture => picture.naturalWidth") > 0


def test_a_picture_is_offered_in_two_more_formats(post):
    picture = post.picture("A net loft at low tide.").first
    offered = picture.evaluate(
        "picture => [...picture.parentElement.children].map(e => e.type || 'image/jpeg')"
    )
    assert offered == ["image/avif", "image/webp", "image/jpeg"]


def test_a_picture_is_kept_by_the_browser_for_ever(post, site):
    address = post.picture("A net loft at low tide.").first.get_attribute("src")
    answer = post.page.context.request.get(address)
    assert answer.headers["content-type"] == "image/jpeg"
    assert "immutable" in answer.headers["cache-control"]


def test_a_film_plays_from_any_moment_with_its_captions(post):
    parts = []
    post.page.on("response", lambda answer: parts.append((answer.url, answer.status)))
    post.film.evaluate("film => film.load() ?? film.play()")
    post.film.evaluate(
        "film => new Promise((done, failed) => {"
        " film.onseeked = done; film.onerror = failed; film.currentTime = 6.5; })"
    )
    assert post.film.evaluate("film => film.currentTime") >= 6.5
    assert 206 in [status for address, status in parts if address.endswith(".webm")]
    cue = post.film.evaluate("film => film.textTracks[0].cues[0].text")
    assert cue == "A square sets out."


def test_a_film_elsewhere_is_a_link_and_asks_nobody(post):
    # Whatever is asked of another site fails the test by itself: see tests/watching.py.
    film = post.link("Watch “A longer film” at YouTube")
    assert film.get_attribute("href") == "https://www.youtube.com/watch?v=nothing"
    assert post.page.locator("iframe").count() == 0
