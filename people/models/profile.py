"""Profiles: people of the programme and its speakers, under one concrete parent."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import ReferenceIndex, get_page_models
from wagtail.search import index

from core.frame import absolute
from core.models import BasePage, SiteImage
from core.passages import Facet, Passage
from core.shelf import Shelf
from people.article import Article
from people.blocks.body import ArticleBlock
from people.forms import ProfileForm
from people.models.organisation import organisation_facets
from people.models.role import Role
from people.names import may_be_one, spelled


class ProfilePage(Article, BasePage):
    """A person or a speaker: one key reaches either."""

    given_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(
        max_length=80, blank=True, help_text="Lists are in the order of this name."
    )
    other_names = models.TextField(
        blank=True,
        help_text="Former surnames, nicknames, spellings that people search for. One a line.",
    )
    portrait = models.ForeignKey(
        "core.SiteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField(ArticleBlock(), blank=True)

    # Posts that mention the profile; types that show them fill this as they are laid out.
    mentions: list = []

    is_creatable = False
    parent_page_types: list[str] = []
    subpage_types: list[str] = []
    card_template = "people/cards/profile.html"
    page_form = ProfileForm

    content_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("given_name"), FieldPanel("family_name")]),
                FieldPanel("other_names"),
                FieldPanel("portrait"),
            ],
            heading="Name and face",
        ),
        InlinePanel(
            "roles",
            heading="Roles, the most important first",
            label="Role",
            help_text=(
                "Close a role with its end date instead of changing it: posts remember what "
                "their author was on the day."
            ),
        ),
        FieldPanel("body", heading="Biography"),
    ]
    content_panels = [*BasePage.content_panels, *content_panels]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("other_names"),
        index.AutocompleteField("other_names"),
    ]

    class Meta:
        verbose_name = "profile"

    @classmethod
    def shelf_queryset(cls):
        """Return profiles with portrait and roles, in two queries however many they are."""
        roles = models.Prefetch("roles", Role.objects.select_related("organisation"))
        return cls.objects.select_related("portrait").prefetch_related(roles)

    @property
    def name(self) -> str:
        """Return the name as it is shown."""
        return self.title

    @property
    def first_name(self) -> str:
        """Return what to call the person in running text."""
        return self.given_name or self.title.split(" ")[0]

    @property
    def initials(self) -> str:
        """Return one or two letters that stand for the name."""
        words = self.title.split()
        first = self.given_name or (words[0] if words else "")
        last = self.family_name or (words[-1] if len(words) > 1 else "")
        return (first[:1] + last[:1]).upper()

    @property
    def names(self) -> list[str]:
        """Return every name the person goes by, the one that is shown first."""
        lines = [self.title, *self.other_names.splitlines()]
        return [line.strip() for line in lines if line.strip()]

    def may_be_called(self, name: str) -> bool:
        """Tell whether `name` may be this person's, perhaps shortened or with a title."""
        return any(may_be_one(name, own) for own in self.names)

    def another_called(self, name: str) -> "ProfilePage | None":
        """Return the profile of somebody else who is called `name`, or was.

        None if the name is this person's too.
        """
        if not name or spelled(name) in map(spelled, self.names):
            return None
        others = ProfilePage.objects.filter(Q(title=name) | Q(other_names__contains=name))
        others = others.exclude(translation_key=self.translation_key).order_by("pk")
        return next((one for one in others if name in one.names), None)

    def has_held(self, role: str) -> bool:
        """Tell whether `role`, as "Title, Organisation", is one of the person's."""
        return any(role in one.texts for one in self.roles.all())

    @property
    def current_roles(self) -> list[Role]:
        """Return the roles held today, in the editor's order."""
        return [role for role in self.roles.all() if role.is_current]

    @property
    def past_roles(self) -> list[Role]:
        """Return the roles that have ended, the latest first."""
        ended = [role for role in self.roles.all() if not role.is_current]
        return sorted(ended, key=lambda role: role.ended_on, reverse=True)

    @property
    def current_role(self) -> Role | None:
        """Return the first of the roles held today."""
        return next(iter(self.current_roles), None)

    @property
    def role_now_text(self) -> str:
        """Return "Title, Organisation" of the current role, or nothing."""
        return self.current_role.text if self.current_role else ""

    def role_on(self, day: datetime.date) -> Role | None:
        """Return the first role held on `day`; one with a known start comes before."""
        return min(self.roles_on(day), key=lambda role: role.started_on is None, default=None)

    def roles_on(self, day: datetime.date) -> list[Role]:
        """Return the roles held on `day`, in the editor's order."""
        return [role for role in self.roles.all() if role.held_on(day)]

    @property
    def meta_title(self) -> str:
        """Return name and role for browser tabs."""
        role = self.current_role
        return self.seo_title or ", ".join(filter(None, [self.title, role.title if role else ""]))

    # Search
    @classmethod
    def prepare_for_search(cls, pages: list) -> None:
        """Load the roles, with their organisations."""
        roles = models.Prefetch("roles", Role.objects.select_related("organisation"))
        models.prefetch_related_objects(pages, roles)

    @property
    def search_date(self) -> datetime.date | None:
        """People are of no day."""
        return None

    @property
    def own_face(self) -> int | None:
        """Return the person's own."""
        return self.pk

    def search_names(self) -> list[str]:
        """Return every name the person goes by, and the surname first."""
        reversed_name = f"{self.family_name}, {self.given_name}" if self.family_name else ""
        return [*self.names, *filter(None, [reversed_name])]

    def search_facets(self) -> list[Facet]:
        """Add the organisations that the person works or worked for; not the year."""
        facets = [facet for facet in super().search_facets() if facet.name != "year"]
        return [*facets, *organisation_facets(self.roles.all())]

    def search_passages(self) -> list[Passage]:
        """Add the roles, as they were called and as they are called now."""
        texts = [text for role in self.roles.all() for text in sorted(role.texts)]
        return [*super().search_passages(), *(Passage("body", text) for text in texts)]

    def pages_that_show_this(self) -> list:
        """Return what the person wrote, and every page that quotes or links to them."""
        written = {row.page_id for row in self.authorships.all()}
        linked = ReferenceIndex.get_references_to(self).filter(
            content_type__in=ContentType.objects.get_for_models(*get_page_models()).values()
        )
        keys = written | {int(key) for key in linked.values_list("object_id", flat=True)}
        return list(BasePage.objects.filter(pk__in=keys - {self.pk}))

    @property
    def meta_description(self) -> str:
        """As an article's; without any text, the name and what the person is."""
        told = ", ".join(filter(None, [self.title, self.role_now_text]))
        return super().meta_description or told

    def structured_data(self) -> list[dict]:
        """Return a schema.org Person."""
        role = self.current_role
        person = {
            "@context": "https://schema.org",
            "@type": "Person",
            "name": self.title,
            "url": self.canonical_url,
            "givenName": self.given_name,
            "familyName": self.family_name,
            "description": self.search_description or self.summary,
            "jobTitle": role.title if role else "",
            "image": absolute(self.portrait.card["url"]) if self.portrait else "",
        }
        if role and role.organisation_text:
            person["worksFor"] = {"@type": "Organization", "name": role.organisation_text}
        return [{key: value for key, value in person.items() if value}, *super().structured_data()]

    def lay_out(self, shelf: Shelf) -> None:
        """Put the portrait with the pictures of the body, the own roles with those quoted."""
        super().lay_out(shelf)
        shelf.want(SiteImage, [self.portrait_id])
        shelf.want(ProfilePage, [self.pk])

    def get_context(self, request, *args, **kwargs):
        """Add the live posts by this person, newest first, ready to be shown as bare cards."""
        context = super().get_context(request, *args, **kwargs)
        shelf = context["shelf"]
        if self.portrait_id:
            self.portrait = shelf.get(SiteImage, self.portrait_id)
        self._take_roles_from(shelf)
        context["posts"] = post_model_of(self).by(self)
        context["mentions"] = self.mentions
        posts = [*context["posts"], *self.mentions]
        models.prefetch_related_objects(posts, "topics")
        for post in self.mentions:
            post.take_profiles_from(shelf)
        links = [link for post in context["posts"] for link in post.topic_links]
        context["topic_links"] = list(dict.fromkeys(links))
        return context

    def _take_roles_from(self, shelf: Shelf) -> None:
        """Take the stored roles, and what became of their organisations; a draft has its own."""
        stored = shelf.get(ProfilePage, self.pk)
        if stored is None:
            return  # The preview of a new page.
        roles = stored.roles.all()
        vars(self).setdefault("_prefetched_objects_cache", {})["roles"] = roles
        organisations = [role.organisation for role in roles if role.organisation]
        models.prefetch_related_objects(organisations, "successors")


def post_model_of(profile: ProfilePage):
    """Return the model of what profiles write, through the reverse of the byline's key."""
    return profile.authorships.model._meta.get_field("page").related_model


class PersonPage(ProfilePage):
    """Somebody on the programme."""

    is_creatable = True
    parent_page_types = ["people.PeopleIndexPage"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
