"""Posts, their authors and the blog."""

import datetime
from itertools import cycle

import factory
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from blog.models import Authorship, BlogIndexPage, BlogPage
from core.models import BasePage
from core.remembered import forget
from tests.factories.pages import LivePageFactory, home_page


class BlogIndexPageFactory(LivePageFactory):
    """Makes the blog."""

    title = "Blog"
    parent = factory.LazyFunction(home_page)

    class Meta:
        model = BlogIndexPage


class BlogPageFactory(LivePageFactory):
    """Makes a post in the blog by "Ada Author"; `author=False` leaves it without anybody.

    `topics` takes a list of topics.
    """

    title = factory.Sequence(lambda number: f"Post {number}")
    parent = factory.LazyFunction(lambda: BlogIndexPage.objects.first() or BlogIndexPageFactory())

    class Meta:
        model = BlogPage
        skip_postgeneration_save = True

    @factory.post_generation
    def author(post, create, given, **_more):  # noqa: N805  factory_boy hands over the post.
        """Add an author: the name given, a profile, or Ada."""
        if not create or given is False:
            return
        profile = given if hasattr(given, "roles") else None
        name = profile.title if profile else (given or "Ada Author")
        AuthorshipFactory(page=post, profile=profile, name=name)

    @factory.post_generation
    def topics(post, create, given, **_more):  # noqa: N805
        """Put the post under topics."""
        if create and given:
            post.topics = given
            post.save()


class AuthorshipFactory(factory.django.DjangoModelFactory):
    """Makes an author of a post."""

    page = factory.SubFactory(BlogPageFactory)
    name = "Ada Author"
    sort_order = factory.Sequence(int)

    class Meta:
        model = Authorship


def many_posts(blog: BlogIndexPage, number: int, authors: list, topics: list) -> list[BlogPage]:
    """Make more live posts below `blog` at once, one a day back from now, and return them.

    Authors (profiles) and topics take turns. No signal is sent and no index is written, so that
    a thousand cost what a dozen cost.
    """
    taken = BlogIndexPage.objects.values_list("numchild", flat=True).get(pk=blog.pk)
    rows = [_row(blog, taken + place, number - place) for place in range(1, number + 1)]
    pages = BasePage.objects.bulk_create(rows)
    posts = [BlogPage(basepage_ptr_id=page.pk) for page in pages]
    for post, page in zip(posts, pages, strict=True):
        post.__dict__.update({k: v for k, v in page.__dict__.items() if k != "_state"})
    # Django makes no rows of an inherited table in bulk: these are of the child's own.
    BlogPage._base_manager._insert(posts, BlogPage._meta.local_concrete_fields, using="default")
    taking_turns = list(zip(posts, cycle(authors), cycle(topics), strict=False))
    Authorship.objects.bulk_create(
        Authorship(page=post, profile=author, name=author.title, sort_order=0)
        for post, author, _topic in taking_turns
    )
    through = BlogPage.topics.through
    through.objects.bulk_create(
        through(blogpage=post, topic=topic) for post, _author, topic in taking_turns
    )
    BlogIndexPage.objects.filter(pk=blog.pk).update(numchild=taken + number)
    forget()
    return posts


def _row(blog: BlogIndexPage, place: int, days_ago: int) -> BasePage:
    moment = timezone.now() - days_ago * datetime.timedelta(days=1)
    return BasePage(
        title=f"One of many {place}",
        draft_title=f"One of many {place}",
        slug=f"one-of-many-{place}",
        summary="What the reader will find here.",
        path=BasePage._get_path(blog.path, blog.depth + 1, place),
        depth=blog.depth + 1,
        url_path=f"{blog.url_path}one-of-many-{place}/",
        content_type=ContentType.objects.get_for_model(BlogPage),
        locale_id=blog.locale_id,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
    )
