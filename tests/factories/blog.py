"""Posts, their authors and the blog."""

import factory

from blog.models import Authorship, BlogIndexPage, BlogPage
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
