"""The home page and the standard page."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from blog.models import BlogIndexPage, BlogPage
from core.models import BasePage
from core.remembered import remember
from core.routing import readable
from core.shelf import Shelf
from people.article import Article
from people.blocks.body import ArticleBlock
from people.blocks.quote import QuoteBlock
from people.models import PeopleIndexPage, PersonPage, ProfilePage

LATEST_POSTS = 3
PEOPLE_SHOWN = 6


class FeaturedBlock(StreamBlock):
    """At most one quotation, shown across the whole page."""

    quote = QuoteBlock()

    class Meta:
        max_num = 1


class HomePage(Article, BasePage):
    """The way in: what the programme is for, what is new, who takes part."""

    purpose = models.CharField(
        max_length=160,
        default="Leaders of one county learn to share the work.",
        help_text="One sentence: what the programme is for. Shown large.",
    )
    purpose_detail = models.CharField(
        max_length=200, blank=True, help_text="One more sentence, shown below it."
    )
    featured = StreamField(
        FeaturedBlock(),
        blank=True,
        help_text="One quotation, shown across the page with the speaker’s face.",
    )
    body = StreamField(ArticleBlock(), blank=True)

    may_be_root = True
    max_count_per_parent = 1
    parent_page_types = ["core.BasePage"]
    subpage_types = [
        "home.StandardPage",
        "blog.BlogIndexPage",
        "people.PeopleIndexPage",
        "people.SpeakerIndexPage",
    ]
    reserved_child_slugs = (
        *("admin", "account", "cy", "documents", "django-admin", "favicon", "feed", "health"),
        *("images", "media", "robots", "search", "sitemap", "static", "well-known"),
    )
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("purpose"),
        FieldPanel("purpose_detail"),
        FieldPanel("featured"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "home page"

    @classmethod
    def can_create_at(cls, parent) -> bool:
        """Only the root of the tree holds home pages."""
        return parent.is_root() and super().can_create_at(parent)

    def lay_out(self, shelf: Shelf) -> None:
        """Put the speaker featured, the people shown and the authors with the body's records."""
        super().lay_out(shelf)
        shelf.want_stream(self.featured)
        shelf.want(ProfilePage, self.people_shown())
        posts = readable(BlogPage.objects.descendant_of(self).defer_streamfields())
        self.latest = BlogPage.laid_out(posts, LATEST_POSTS, shelf)

    def people_shown(self) -> list[int]:
        """Return the keys of the people on the strip: those with a face, the newest first."""
        people = readable(PersonPage.objects.descendant_of(self)).filter(portrait__isnull=False)
        newest = people.order_by("-first_published_at", "-pk").values_list("pk", flat=True)
        return remember(("people shown", self.pk), lambda: list(newest[:PEOPLE_SHOWN]))

    def get_context(self, request, *args, **kwargs):
        """Add the newest posts, the people shown and where to find all of them."""
        context = super().get_context(request, *args, **kwargs)
        shelf = context["shelf"]
        models.prefetch_related_objects(self.latest, "topics")
        for post in self.latest:
            post.take_profiles_from(shelf)
        context["latest"] = self.latest
        context["people"] = [
            person for key in self.people_shown() if (person := shelf.get(ProfilePage, key))
        ]
        context["people_count"] = remember(
            ("people count", self.pk),
            lambda: readable(PersonPage.objects.descendant_of(self)).count(),
        )
        context["blog_index"] = self._first(BlogIndexPage)
        context["people_index"] = self._first(PeopleIndexPage)
        return context

    def _first(self, model):
        return remember(
            (model.__name__, self.pk), lambda: readable(model.objects.child_of(self)).first()
        )


class StandardPage(Article, BasePage):
    """A page of text, with a table of contents from its headings."""

    body = StreamField(ArticleBlock(), blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "standard page"
