"""Very many posts: the same for a seed, no more than asked for, and gone when asked."""

import pytest

from blog.models import BlogPage
from core.models import BasePage
from core.publishing import what_is_missing
from operations.demonstration.many.composing import compose_person, compose_post
from operations.demonstration.many.removal import remove_many
from operations.demonstration.many.writing import OtherSeed, write_many
from operations.models import DemonstrationRecord
from people.models import PersonPage
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    OrganisationFactory,
    PeopleIndexPageFactory,
    TopicFactory,
    publish,
)
from tests.reader import open_page, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def room(db) -> None:
    """Make what composed posts stand below and refer to."""
    BlogPageFactory(title="Not composed", parent=BlogIndexPageFactory())
    PeopleIndexPageFactory()
    for number in range(3):
        TopicFactory(name=f"Topic {number}")
        OrganisationFactory(name=f"Council {number}")


def scale(posts: int, seed: int = 1) -> tuple[int, int]:
    return write_many(posts, seed, iter)


def composed() -> list:
    """Return the composed posts in their order."""
    return list(BlogPage.objects.exclude(title="Not composed").order_by("path"))


def as_text(post) -> list:
    author = post.byline[0]
    blocks = [
        (block.block_type, str(block.value.get("text")), block.value.get("words"))
        for block in post.body
    ]
    topics = [topic.name for topic in post.topics.all()]
    return [
        post.title,
        post.summary,
        post.published_on,
        author.name,
        author.role_then,
        topics,
        blocks,
    ]


def test_a_number_and_a_seed_decide_every_word():
    assert compose_post(7, seed=1) == compose_post(7, seed=1)
    assert compose_post(7, seed=1) != compose_post(7, seed=2)
    assert compose_person(7, seed=1) == compose_person(7, seed=1)


def test_a_post_is_as_long_as_posts_are():
    lengths = [
        sum(len(words.split()) for part in post.sections for words in part.paragraphs)
        for post in (compose_post(number, seed=1) for number in range(50))
    ]
    assert 350 <= sum(lengths) / 50 <= 600


def test_as_many_posts_are_written_as_were_asked_for_and_a_person_for_twenty():
    assert scale(41) == (3, 41)
    assert len(composed()) == 41
    assert PersonPage.objects.live().count() == 3
    assert not any(BasePage.find_problems())


def test_a_second_call_goes_on_where_the_first_ended():
    scale(21)
    first = [as_text(post) for post in composed()]
    assert scale(21) == (0, 0)
    assert scale(25) == (0, 4)
    assert [as_text(post) for post in composed()][:21] == first


def test_composed_posts_are_the_same_after_removal():
    scale(5)
    first = [as_text(post) for post in composed()]
    assert remove_many(iter) == (6, 0)
    assert composed() == []
    scale(5)
    assert [as_text(post) for post in composed()] == first


def test_removal_leaves_no_trace(everything):
    before = everything()
    scale(3)
    remove_many(iter)
    assert everything() == before


def test_what_was_written_before_an_interruption_can_be_removed():
    def interrupted(batches):
        yield batches[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_many(401, 1, interrupted)
    assert len(composed()) == 200
    assert remove_many(iter) == (221, 0)
    assert not DemonstrationRecord.objects.exists()


def test_a_composed_post_lacks_nothing_and_answers(client):
    scale(3)
    for post in composed():
        assert what_is_missing(post) == []
        assert post.warnings() == []
        assert post.page_updated_on == post.published_on
        assert words(open_page(client, post.url).find("h1")) == post.title


def test_an_editor_can_publish_a_composed_post_and_its_date_stays():
    scale(1)
    (post,) = composed()
    post.title = "An editor’s title"
    published = publish(post)
    assert published.title == "An editor’s title"
    assert published.page_updated_on == post.published_on


def test_removal_leaves_a_composed_post_that_an_editor_saved():
    scale(4)
    kept = composed()[2]
    kept.save_revision()
    assert remove_many(iter) == (4, 1)
    assert composed() == [kept]


def test_posts_of_another_seed_are_refused():
    scale(2, seed=5)
    with pytest.raises(OtherSeed, match="posts of seed 5"):
        scale(3)
    assert len(composed()) == 2
