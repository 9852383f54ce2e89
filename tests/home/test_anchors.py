"""No heading of a body takes the anchor of a part that the page's template has itself."""

import pytest

from tests.factories import (
    BlogPageFactory,
    PersonPageFactory,
    PictureFactory,
    SpeakerPageFactory,
    TopicFactory,
    heading,
    publish,
    quote,
)
from tests.factories.pages import stored
from tests.reader import open_page

NAMES = ["Dates", "Latest", "Main", "Mentions", "On this page", "People", "Posts", "Related"]


@pytest.fixture
def full(home) -> dict:
    """Return one page of each kind, with every part that its template can show."""
    speaker = SpeakerPageFactory()
    person = PersonPageFactory(portrait=PictureFactory())
    topics = [TopicFactory()]
    BlogPageFactory(author=speaker, topics=topics)
    publish(BlogPageFactory(author=person, topics=topics, body=[quote(profile=speaker)]))
    post = BlogPageFactory(topics=topics)
    return {"home": home, "speaker": speaker, "person": person, "post": post}


@pytest.mark.parametrize("kind", ["home", "speaker", "person", "post"])
def test_every_anchor_on_a_page_is_its_own(client, full, kind):
    page = stored(full[kind])
    page.body = [heading(name) for name in NAMES]
    publish(page)
    ids = [element["id"] for element in open_page(client, page.url).find_all(id=True)]
    assert len(ids) > len(NAMES)
    assert sorted(ids) == sorted(set(ids))
