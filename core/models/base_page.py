"""The site's own page model: what a page of any type has and can do (decision 0001)."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone, translation
from django.utils.functional import classproperty
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import AbstractPage, DefaultBasePageMixin, PageViewRestriction
from wagtail.models.pages import AbstractPageMeta
from wagtail.search import index

from core import frame, routing
from core.caching import kept
from core.forms import BasePageForm
from core.models.change_notes import ChangeAnswer
from core.models.framed import Framed
from core.models.search_hooks import SearchHooks
from core.panels import ChangePanel
from core.publishing import PublishingRefused, what_is_missing


class BasePage(SearchHooks, Framed, AbstractPage, DefaultBasePageMixin):
    """A page: title, summary, its three dates, a picture for lists, and who looks after it."""

    summary = models.TextField(
        max_length=300,
        blank=True,
        help_text=(
            "One or two sentences, shown under the title and in lists. "
            "Say what the reader will find, not that there is something to find."
        ),
    )
    page_updated_on = models.DateField(
        "page updated on",
        null=True,
        blank=True,
        help_text=(
            "Set by the question “do readers need to know?” when you publish. Fill it by hand "
            "only before the first publication of a page that was on an older site."
        ),
    )
    reviewed_on = models.DateField(
        null=True,
        blank=True,
        help_text="When someone last read the whole page and found it right.",
    )
    review_due_on = models.DateField(
        "next review due on", null=True, blank=True, help_text="Readers see it until it has passed."
    )
    review_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who looks after this page.",
    )
    review_deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who is asked when the owner has left.",
    )
    listing_picture = models.ForeignKey(
        "core.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown where the page is shared. Leave empty for the site’s own.",
    )

    # What a page type may say of itself
    page_form = BasePageForm
    may_be_root = False
    card_template = "core/cards/page.html"
    card_prefetch: tuple[str, ...] = ()
    reserved_child_slugs: tuple[str, ...] = ()

    exclude_fields_in_copy = [
        *("first_published_at", "page_updated_on", "reviewed_on", "review_due_on"),
    ]
    search_fields = [
        *AbstractPage.search_fields,
        *DefaultBasePageMixin.search_fields,
        index.SearchField("summary"),
        index.FilterField("page_updated_on"),
    ]

    content_panels = [
        *AbstractPage.content_panels,
        FieldPanel("summary", widget=AdminAutoHeightTextInput(attrs={"rows": 2})),
    ]
    change_panel = MultiFieldPanel(
        [
            ChangePanel(),
            FieldPanel("readers_need_to_know"),
            FieldPanel("change_note"),
            FieldPanel("page_updated_on"),
        ],
        heading="The page-updated date",
        icon="date",
    )
    review_panels = [
        MultiFieldPanel(
            [
                FieldPanel("reviewed_on"),
                FieldPanel("review_due_on"),
                FieldPanel("review_owner"),
                FieldPanel("review_deputy"),
            ],
            heading="Review",
        ),
    ]
    promote_panels = [*DefaultBasePageMixin.promote_panels, FieldPanel("listing_picture")]

    class Meta(AbstractPageMeta):
        verbose_name = "page"

    @classproperty
    def edit_handler(cls) -> TabbedInterface:  # noqa: N805
        """Return the editor's tabs. Wagtail resets a base form class, so it is given here."""
        return TabbedInterface(
            [
                ObjectList([*cls.content_panels, cls.change_panel], heading="Content"),
                ObjectList(cls.review_panels, heading="Review"),
                ObjectList(cls.promote_panels, heading="Address and sharing"),
                ObjectList(cls.settings_panels, heading="Settings"),
            ],
            base_form_class=cls.page_form,
        )

    @classmethod
    def can_create_at(cls, parent) -> bool:
        """Only a home page stands at the root of the tree."""
        return super().can_create_at(parent) and (cls.may_be_root or not parent.is_root())

    def can_move_to(self, parent) -> bool:
        """Only a home page may be moved to the root of the tree."""
        return super().can_move_to(parent) and (self.may_be_root or not parent.is_root())

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None) -> bool:
        """As Wagtail's, which new slugs ask, but addresses that the site uses are taken too."""
        # A page that has the slug already is about to move: hooks refuse that in our words.
        is_move = page and page.pk and page.slug == slug
        if not is_move and slug in frame.reserved_slugs(parent_page):
            return False
        return AbstractPage._slug_is_available(slug, parent_page, page)

    def _check_slug_is_unique(self) -> None:
        if self.slug in frame.reserved_slugs(self.get_parent()):
            raise ValidationError({"slug": frame.reserved_slug_refusal(self.slug)})
        super()._check_slug_is_unique()

    # Finding and serving
    @staticmethod
    def route_for_request(request, path):
        """Find the page for an address in two queries, however deep it lies."""
        if not hasattr(request, "_wagtail_route_for_request"):
            request._wagtail_route_for_request = routing.find_route(request, path)
        return request._wagtail_route_for_request

    def _get_site_root_paths(self, cache_object=None, **_kwargs):
        paths = frame.site_root_paths()
        if cache_object is not None:
            # Wagtail’s redirects expect to find there what was looked up.
            cache_object._wagtail_cached_site_root_paths = paths
        return paths

    def get_view_restrictions(self):
        """As Wagtail's, without a query for the many pages that nobody has made private."""
        if self.alias_of_id or routing.may_be_private(self.path):
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    def serve(self, request, *args, **kwargs):
        """Serve the page in its own language."""
        self.speak_own_language()
        return self.kept(request, super().serve(request, *args, **kwargs))

    def kept(self, request, answer):
        """Let caches keep what the page answers, unless only some may read it."""
        return answer if routing.may_be_private(self.path) else kept(request, answer)

    def speak_own_language(self) -> None:
        """Answer the request in the page's language. The middleware forgets it again."""
        translation.activate(frame.locale_code(self.locale_id))

    @property
    def is_readable(self) -> bool:
        """Tell whether everybody may read the page: it is live, and nobody made it private."""
        return self.live and not routing.may_be_private(self.path)

    # Dates
    @property
    def published_on(self) -> datetime.date | None:
        """Return the day of first publication, in local time."""
        if self.first_published_at:
            return timezone.localdate(self.first_published_at)
        return None

    @property
    def next_review_on(self) -> datetime.date | None:
        """Return when the next review is due; readers never see a date that has passed."""
        if self.review_due_on and self.review_due_on >= timezone.localdate():
            return self.review_due_on
        return None

    @property
    def public_notes(self) -> list:
        """Return the notes that readers see, newest first."""
        return [note for note in self.change_notes.all() if note.note]

    def save_revision(self, *args, change_answer: tuple[bool, str] | None = None, **kwargs):
        """Save a revision and, with it, the editor's answer about the change.

        `change_answer` is (do readers need to know, public note); the form leaves its own on
        the instance.
        """
        revision = super().save_revision(*args, **kwargs)
        answer = change_answer or getattr(self, "pending_change_answer", None)
        if answer:
            need, note = answer
            ChangeAnswer.objects.update_or_create(
                revision=revision, defaults={"readers_need_to_know": need, "note": note}
            )
        elif hasattr(self, "pending_change_answer"):
            # An autosave wrote over its own revision: the form's answer was taken back.
            ChangeAnswer.objects.filter(revision=revision).delete()
        return revision

    def with_content_json(self, content):
        """Return the page as in `content`; dates that belong to the page itself stay."""
        page = super().with_content_json(content)
        page.page_updated_on = self.page_updated_on
        return page

    def what_is_missing_from_the_draft(self) -> list:
        """Return what the newest draft lacks for publishing; see `core.publishing`."""
        return what_is_missing(self.get_latest_revision_as_object())

    def publish(self, revision, *args, **kwargs):
        """Publish a revision, unless something that readers need is missing from it."""
        missing = what_is_missing(revision.as_object())
        if missing:
            raise PublishingRefused(self, missing)
        return super().publish(revision, *args, **kwargs)

    def get_sitemap_urls(self, request=None) -> list[dict]:
        """Return the page's address, and when readers were last told of a change.

        An alias is left to its original, the one that crawlers are to keep.
        """
        if self.alias_of_id:
            return []
        moment = self.last_published_at
        if self.page_updated_on:
            noon = datetime.datetime.combine(self.page_updated_on, datetime.time(12))
            moment = timezone.make_aware(noon)
        return [{"location": self.get_full_url(request), "lastmod": moment}]
