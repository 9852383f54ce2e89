"""A post: its authors, topics and body, and what stands around it."""

from django import forms
from django.apps import apps
from django.db import models
from django.db.models.functions import Cast
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import ReferenceIndex
from wagtail.search import index

from blog.forms import BlogPageForm
from blog.surroundings import Surroundings, on_topic, others_of
from core.frame import Link, absolute
from core.models import BasePage
from core.passages import Facet, Passage
from core.publishing import Missing
from core.remembered import remember
from core.routing import readable
from core.shelf import Shelf, current_shelf
from people.article import Article
from people.blocks.body import ArticleBlock
from people.models import ProfilePage
from people.models.organisation import organisation_facets


class BlogPage(Article, BasePage):
    """A blog post."""

    topics = ParentalManyToManyField(
        "core.Topic",
        blank=True,
        related_name="posts",
        help_text="One, seldom two. Lists show the one that comes first in the alphabet.",
    )
    body = StreamField(ArticleBlock(), blank=True)

    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []
    card_template = "blog/cards/blog_page.html"
    page_form = BlogPageForm
    search_kind, search_kind_plural = "Blog post", "Blog posts"
    search_face_prefetch = ("authorships",)

    content_panels = [
        *BasePage.content_panels,
        InlinePanel("authorships", heading="Authors", label="Author"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "post"

    # Lists of posts
    @classmethod
    def laid_out(cls, posts, most: int, shelf: Shelf) -> list:
        """Return the newest `most` of `posts`, and note on the shelf whom their cards show.

        Once the shelf is filled, each takes them by `take_profiles_from`.
        """
        newest = list(posts.order_by("-first_published_at", "-pk")[:most])
        models.prefetch_related_objects(newest, "authorships")
        shelf.want(ProfilePage, (row.profile_id for post in newest for row in post.byline))
        return newest

    @classmethod
    def with_bylines(cls, posts: list) -> list:
        """Give posts their topics, authors, faces and roles: four queries for any number."""
        models.prefetch_related_objects(posts, "topics", "authorships")
        shelf = current_shelf()
        shelf.want(ProfilePage, (row.profile_id for post in posts for row in post.byline))
        shelf.fill()
        for post in posts:
            post.take_profiles_from(shelf)
        return posts

    @classmethod
    def by(cls, profile, most: int = 6) -> list:
        """Return the newest live posts by `profile`, without bylines."""
        if profile.pk is None:
            return []  # The preview of a new page.
        posts = readable(cls.objects.filter(authorships__profile=profile.pk)).distinct()
        return list(posts.defer_streamfields().order_by("-first_published_at", "-pk")[:most])

    @classmethod
    def that_mention(cls, page, shelf: Shelf, most: int = 4) -> list:
        """Return the newest live posts whose text links to `page` or quotes it, laid out."""
        if page.pk is None:
            return []  # The preview of a new page.
        mentions = ReferenceIndex.get_references_to(page).filter(
            content_type__app_label=cls._meta.app_label,
            content_type__model=cls._meta.model_name,
            model_path__startswith="body",
        )
        keys = mentions.annotate(key=Cast("object_id", models.BigIntegerField())).values("key")
        posts = readable(cls.objects.filter(pk__in=keys)).defer_streamfields()
        return cls.laid_out(posts, most, shelf)

    # Byline
    @property
    def byline(self) -> list:
        """Return the authors in order."""
        return list(self.authorships.all())

    def take_profiles_from(self, shelf: Shelf) -> None:
        """Give each author the profile that the shelf holds, instead of a query each."""
        for row in self.byline:
            if row.profile_id:
                row.profile = shelf.get(ProfilePage, row.profile_id)

    def keep_names(self) -> None:
        """Keep each author's name and role of the day too."""
        super().keep_names()
        rows, day = self.byline, self.published_on or timezone.localdate()
        filled = [row.fill(day) for row in rows]
        if any(filled):
            # Rows fresh from the database would be forgotten; now the revision has them too.
            self.authorships.set(rows)

    @property
    def named(self) -> list[tuple[str, object]]:
        """Add the authors."""
        return [*super().named, *((row.name, row.profile) for row in self.byline)]

    def warnings(self) -> list[str]:
        """Add bylines that say something else than the profile says of that day."""
        return [*super().warnings(), *self._byline_warnings()]

    def _byline_warnings(self) -> list[str]:
        day = self.published_on or timezone.localdate()
        warnings = []
        for row in self.byline:
            held = row.profile.roles_on(day) if row.profile and row.role_then else []
            if held and not any(row.role_then in role.texts for role in held):
                warnings.append(
                    f"The byline calls {row.name} “{row.role_then}”; on the day of publication, "
                    f"says the profile, it was “{held[0].text}”. If it is right, leave it."
                )
        return warnings

    def missing_for_publishing(self, formsets=None) -> list[Missing]:
        """Return what a post lacks: an author, and a name for each."""
        if formsets is not None and "authorships" in formsets:
            forms = formsets["authorships"].forms
            rows = [f for f in forms if getattr(f, "cleaned_data", None)]
            rows = [f.cleaned_data for f in rows if not f.cleaned_data.get("DELETE")]
            named = [bool(row.get("name") or row.get("profile")) for row in rows]
        else:
            named = [bool(row.name or row.profile_id) for row in self.authorships.all()]
        if not named:
            return [Missing("authorships", "Add an author: choose a person, or type a name.")]
        if not all(named):
            return [Missing("authorships", "An author has no name. Type it, or choose a person.")]
        return []

    # Topics
    @property
    def primary_topic(self):
        """Return the first topic in alphabetical order, or None."""
        return next(iter(self.topics.all()), None)

    @property
    def topic_links(self) -> list[Link]:
        """Return links to this blog's lists of the topics, while readers may see the blog."""
        if self.path[: -self.steplen] not in remember("open blogs", _open_blogs):
            return []
        blog = self.url.rsplit("/", 2)[0] if self.url else ""
        return [Link(topic.name, f"{blog}/topic/{topic.slug}/") for topic in self.topics.all()]

    # Search
    @classmethod
    def prepare_for_search(cls, pages: list) -> None:
        """Load topics, authors and their roles."""
        cls.with_bylines(pages)

    @property
    def own_face(self) -> int | None:
        """Return the first author with a page."""
        return next((row.profile_id for row in self.byline if row.profile_id), None)

    def search_facets(self) -> list[Facet]:
        """Add topics, and the organisations of the day."""
        topics = [Facet("topic", topic.slug, topic.name) for topic in self.topics.all()]
        return [*super().search_facets(), *topics, *organisation_facets(self.byline)]

    def search_passages(self) -> list[Passage]:
        """Add the authors by every name, their roles then and now, and the topics."""
        passages = super().search_passages()
        for row in self.byline:
            names = row.profile.names if row.live_profile else []
            passages += [Passage("byline", name) for name in dict.fromkeys([row.name, *names])]
            passages += [Passage("body", role) for role in (row.role_then, row.now) if role]
        topics = ", ".join(topic.name for topic in self.topics.all())
        return [*passages, Passage("headings", topics)] if topics else passages

    def pages_that_list_this(self) -> list:
        """Return its authors, the posts before and after it, and those on its topics."""
        others = on_topic(self, others_of(self)).defer_streamfields()
        authors = [row.profile for row in self.byline if row.profile_id]
        return [*authors, *Surroundings.of(self).posts, *others]

    # The page
    def get_context(self, request, *args, **kwargs):
        """Add authors, topics, neighbours in time and related posts."""
        around = Surroundings.of(self)
        posts = [self, *around.posts]
        saved = [post for post in posts if post.pk]  # The preview of a new post is not.
        models.prefetch_related_objects(saved, "topics", "authorships")
        shelf = current_shelf()
        shelf.want(ProfilePage, (row.profile_id for post in posts for row in post.byline))
        context = super().get_context(request, *args, **kwargs)
        for post in posts:
            post.take_profiles_from(shelf)
        context["neighbours"] = {"previous": around.previous, "next": around.next}
        context["related"] = around.related
        topic = self.primary_topic
        context["related_title"] = f"More on {topic.name_within}" if topic else "Read on"
        return context

    def structured_data(self) -> list[dict]:
        """Return a schema.org Article."""
        article = {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": self.title,
            "description": self.meta_description,
            "url": self.canonical_url,
            "inLanguage": self.language,
            "datePublished": self.first_published_at,
            "dateModified": self.page_updated_on or self.published_on,
            "author": [_author(row) for row in self.byline],
            "image": absolute(self.social_picture["url"]) if self.social_picture else "",
        }
        return [{key: value for key, value in article.items() if value}, *super().structured_data()]


def _open_blogs() -> set[str]:
    """Return the tree paths of the blogs that everybody may read."""
    blogs = apps.get_model("blog.BlogIndexPage").objects.all()
    return set(readable(blogs).values_list("path", flat=True))


def _author(row) -> dict:
    author = {"@type": "Person", "name": row.name}
    if row.live_profile:
        author["url"] = row.live_profile.full_url
    if row.role_title:
        author["jobTitle"] = row.role_title
    return author
