"""The real page of the old site, where it is at hand (LEGACY_PAGE)."""

import pytest

from blog.models import BlogPage
from tests.editing.old_pages import words
from tests.factories import SpeakerPageFactory

pytestmark = pytest.mark.django_db


def test_the_real_page_is_read_and_published_whole(run, legacy_page, client):
    speakers = [
        SpeakerPageFactory(title=name)
        for name in ("Keith Grint", "Matthew Taylor", "Margaret Heffernan")
    ]
    told = run(legacy_page, "--publish")
    assert (told.err, told.status) == ("", 0)
    post = BlogPage.objects.get()
    assert post.title == (
        "Huddling together to stay warm – the importance of collaborative working"
    )
    (row,) = post.byline
    assert (row.name, row.role_title, row.organisation_name, row.now_text) == (
        "Simon Morgan",
        "Head of Communications and Public Engagement",
        "North East Essex Clinical Commissioning Group",
        "Head of Communications and Public Engagement for Suffolk and North East Essex "
        "Sustainability and Transformation Partnership (STP)",
    )
    assert f"{post.published_on} {post.page_updated_on}" == "2018-02-21 2018-02-21"
    quotes = [child.value for child in post.body if child.block_type == "quote"]
    assert [(quote["name"], quote["words"]) for quote in quotes] == [
        (
            "Isaac Newton",
            "If I have seen further, it is by standing on the shoulders of giants.",
        ),
        (
            "Steve Jobs",
            "Great things in business are never done by one person; they’re done by a team of "
            "people.",
        ),
    ]
    page = client.get(post.url).content.decode()
    for speaker in speakers:
        assert page.count(f'<a href="{speaker.url}">{speaker.title}</a>') == 1
    assert "Page updated" in page
    assert "page updated 21/02/18" not in page
    assert "Theme Name" not in page
    assert run(legacy_page, "--publish").out.startswith(f"{legacy_page.name}: unchanged")
    assert BlogPage.objects.count() == 1


def test_no_word_of_the_real_page_is_lost_or_doubled(run, legacy_page):
    run(legacy_page)
    post = BlogPage.objects.get()
    parts = [
        str(child.value["text" if child.block_type == "text" else "words"]) for child in post.body
    ]
    found = " ".join(parts).replace("</p>", " ").replace("<p>", " ").replace("&amp;", "&")
    source = legacy_page.read_text().split("\n\n")[2:-3]
    assert words(found) == words(" ".join(source).replace("'", "’"))
