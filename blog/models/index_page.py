"""The blog's list of posts: all, by topic, by year and by author, in numbered pages."""

from django.db.models.functions import ExtractYear
from django.http import Http404
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from blog.feeds import PostsFeed
from blog.models.post import BlogPage
from core.frame import Link
from core.models import BasePage, Topic
from core.numbered_pages import canonical_address, numbered_page
from core.remembered import remember
from core.routing import readable
from people.models import ProfilePage


class BlogIndexPage(RoutablePageMixin, BasePage):
    """The blog."""

    PER_PAGE = 10

    subpage_types = ["blog.BlogPage"]
    reserved_child_slugs = ("topic", "year", "author", "feed")
    show_in_menus_default = True

    class Meta:
        verbose_name = "blog"

    def posts(self):
        """Return the posts of this blog that everybody may read, each once, newest first."""
        posts = readable(BlogPage.objects.child_of(self))
        # Beside its original an alias would be the same post told twice.
        posts = posts.exclude(alias_of__path__startswith=self.path)
        return posts.order_by("-first_published_at", "-pk")

    # Routes
    def serve(self, request, *args, **kwargs):
        """Serve a list in the blog's own language, by whichever route."""
        self.speak_own_language()
        return self.kept(request, super().serve(request, *args, **kwargs))

    def serve_preview(self, request, mode_name):
        """Show the list in the blog's own language."""
        self.speak_own_language()
        return super().serve_preview(request, mode_name)

    @path("")
    def all_posts(self, request):
        """List every post."""
        return self._listed(request, self.posts(), kind="all")

    @path("topic/<slug:slug>/")
    def by_topic(self, request, slug: str):
        """List the posts on a topic."""
        topic = self._topic(slug)
        posts = self.posts().filter(topics=topic.pk)
        return self._listed(request, posts, "topic", f"Posts on {topic.name_within}", topic.slug)

    @path("year/<int:year>/")
    def by_year(self, request, year: int):
        """List the posts first published in a year."""
        posts = self.posts().filter(first_published_at__year=_real_year(year))
        if not posts.exists():
            raise Http404(f"There are no posts of {year}.")
        return self._listed(request, posts, "year", f"Posts of {year}", year)

    @path("author/<slug:slug>/")
    def by_author(self, request, slug: str):
        """List the posts by a person or speaker with a page."""
        # Joined, and fetched first: databases plan badly for lists within lists.
        authors = readable(ProfilePage.objects.filter(slug=slug, authorships__page__live=True))
        for author in authors.order_by("pk").distinct():
            posts = self.posts().filter(authorships__profile=author.pk).distinct()
            if posts.exists():
                return self._listed(request, posts, "author", f"Posts by {author.title}", slug)
        raise Http404(f"Nobody called “{slug}” writes here.")

    @path("feed/")
    def feed(self, request):
        """Return an Atom feed of the newest posts."""
        return PostsFeed(self)(request)

    @path("topic/<slug:slug>/feed/")
    def topic_feed(self, request, slug: str):
        """Return an Atom feed of the newest posts on a topic."""
        return PostsFeed(self, self._topic(slug))(request)

    def get_sitemap_urls(self, request=None) -> list[dict]:
        """As every page's; a new post is a change of the list."""
        urls = super().get_sitemap_urls(request)
        newest = self.posts().values_list("first_published_at", flat=True).first()
        for url in urls:
            url["lastmod"] = max(filter(None, [url["lastmod"], newest]), default=None)
        return urls

    def get_cached_paths(self) -> list[str]:
        """Return every list and feed below the page's own address."""
        topics = [f"/topic/{topic.slug}/" for topic in self.topics()]
        years = [f"/year/{year}/" for year in self.years()]
        profiles = readable(ProfilePage.objects.filter(authorships__page__in=self.posts()))
        slugs = profiles.values_list("slug", flat=True).distinct()
        authors = [f"/author/{slug}/" for slug in slugs]
        feeds = ["/feed/", *(f"{topic}feed/" for topic in topics)]
        return ["/", *topics, *years, *authors, *feeds]

    # What the list shows
    def topics(self) -> list[Topic]:
        """Return the topics that have posts, in alphabetical order."""
        return remember(
            ("topics", self.pk),
            lambda: list(Topic.objects.filter(posts__in=self.posts().values("pk")).distinct()),
        )

    def years(self) -> list[int]:
        """Return the years that have posts, newest first."""

        def find():
            zone = timezone.get_current_timezone()
            years = self.posts().annotate(year=ExtractYear("first_published_at", tzinfo=zone))
            return list(years.order_by("-year").values_list("year", flat=True).distinct())

        return remember(("years", self.pk), find)

    def _topic(self, slug: str) -> Topic:
        for topic in self.topics():
            if topic.slug == slug:
                return topic
        raise Http404(f"No post is about “{slug}”.")

    def _listed(self, request, posts, kind: str, heading: str = "", current=None):
        page = numbered_page(posts.defer_streamfields(), self.PER_PAGE, request.GET.get("page"))
        page.object_list = BlogPage.with_bylines(list(page.object_list))
        feed = self.url + (f"topic/{current}/" if kind == "topic" else "") + "feed/"
        here = f"{kind}/{current}/" if current else ""
        return self.render(
            request,
            context_overrides={
                "posts": page,
                "index": self,
                "heading": heading or self.title,
                "route_kind": kind,
                "canonical": canonical_address(self.url + here, page),
                "topics": self._topic_links(current if kind == "topic" else None),
                "years": [
                    Link(str(year), f"{self.url}year/{year}/", kind == "year" and year == current)
                    for year in self.years()
                ],
                "feed_url": feed,
            },
        )

    def _topic_links(self, current: str | None) -> list[Link]:
        return [
            Link(topic.name, f"{self.url}topic/{topic.slug}/", topic.slug == current)
            for topic in self.topics()
        ]


def _real_year(year: int) -> int:
    """Return a year that databases can compare with, or answer that there is no such page."""
    if not 1900 <= year <= 2999:
        raise Http404(f"There are no posts of {year}.")
    return year
