"""What an editor publishes is found at once, and no longer once it is taken down."""

import pytest

from blog.models import BlogPage
from tests.factories import BlogIndexPageFactory, PersonPageFactory, SpeakerPageFactory
from tests.search.asking import address, indexed

pytestmark = pytest.mark.on_postgresql
WORDS = "Herring were counted by lantern light."


def test_a_post_is_found_once_it_is_published_and_gone_once_it_is_not(editor, reader, live_site):
    person, blog = PersonPageFactory(title="Pat Person"), BlogIndexPageFactory()
    SpeakerPageFactory()
    indexed()
    results = reader.open(address("lantern"))
    assert results.title.inner_text() == "No results for ‘lantern’"

    editor.add_post(blog, "Counted at night").add_author("People", person.title)
    editor.add_block("Text").write(WORDS)
    editor.wait_until_saved()
    assert results.open(address("lantern")).title.inner_text() == "No results for ‘lantern’"
    editor.publish()
    results.open(address("lantern"))
    assert results.title.inner_text() == "1 result for ‘lantern’"
    results.main.get_by_role("link", name="Counted at night").click()
    assert results.title.inner_text() == "Counted at night"

    editor.unpublish(BlogPage.objects.get())
    assert results.open(address("lantern")).title.inner_text() == "No results for ‘lantern’"
