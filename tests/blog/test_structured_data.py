"""Search engines are told of a post as of an article, with the dates that readers see."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import (
    AuthorshipFactory,
    BlogPageFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    publish,
)
from tests.factories.pages import stored
from tests.reader import open_page, structured

NOW = timezone.now()
DAY = datetime.timedelta(days=1)


def article(client, post) -> dict:
    found = structured(open_page(client, post.url), "Article")
    assert found is not None
    return found


def test_an_article_tells_headline_address_language_and_words(client, home):
    post = BlogPageFactory(title="Nineteen doors", summary="We counted.")
    told = article(client, post)
    assert told["headline"] == "Nineteen doors"
    assert told["description"] == "We counted."
    assert told["url"] == post.full_url
    assert told["inLanguage"] == "en-GB"
    assert told["@context"] == "https://schema.org"


def test_the_dates_are_those_that_readers_see(client, home):
    post = publish(BlogPageFactory(first_published_at=NOW - 9 * DAY))
    post = publish(stored(post), change_answer=(True, "Counted again."))
    told = article(client, post)
    published = datetime.datetime.fromisoformat(told["datePublished"])
    assert timezone.localdate(published) == timezone.localdate(NOW - 9 * DAY)
    assert told["dateModified"] == timezone.localdate().isoformat()


def test_a_corrected_comma_is_no_modification(client, home):
    post = publish(BlogPageFactory(first_published_at=NOW - 9 * DAY))
    before = article(client, post)["dateModified"]
    assert article(client, publish(post, change_answer=(False, "")))["dateModified"] == before


def test_authors_are_persons_with_address_and_role_of_the_day(client, home):
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    post = BlogPageFactory(author=ann)
    AuthorshipFactory(page=post, name="Bo")
    told = article(client, publish(stored(post)))["author"]
    assert told == [
        {"@type": "Person", "name": "Ann Example", "url": ann.full_url, "jobTitle": "Mayor"},
        {"@type": "Person", "name": "Bo"},
    ]


def test_a_picture_for_sharing_is_told_with_its_full_address(client, home):
    post = BlogPageFactory(listing_picture=PictureFactory())
    assert article(client, post)["image"].startswith("http")
    assert "image" not in article(client, BlogPageFactory())


def test_nothing_empty_is_told(client, home):
    told = article(client, BlogPageFactory(summary=""))
    assert "description" not in told
    assert all(told.values())


@pytest.mark.parametrize("typed", ["</script><script>alert(1)</script>", "<!--", "“&amp;”"])
def test_no_title_can_end_the_script_that_holds_it(client, home, typed):
    post = BlogPageFactory(title=typed, slug="typed")
    assert article(client, post)["headline"] == typed
    assert "<script>alert" not in client.get(post.url).text
