"""Speakers: profiles of those who give masterclasses, with their books."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from core.shelf import Shelf
from people.models.profile import ProfilePage, post_model_of


class SpeakerPage(ProfilePage):
    """Somebody who gives a masterclass."""

    is_creatable = True
    parent_page_types = ["people.SpeakerIndexPage"]

    field_of_work = models.CharField(
        max_length=200, blank=True, help_text="What they speak on, in a few words."
    )
    web_address = models.URLField(blank=True)

    content_panels = [
        *ProfilePage.content_panels,
        FieldPanel("field_of_work"),
        FieldPanel("web_address"),
        InlinePanel("books", heading="Books", label="Book"),
    ]
    search_fields = [*ProfilePage.search_fields, index.SearchField("field_of_work")]

    class Meta:
        verbose_name = "speaker"

    def lay_out(self, shelf: Shelf) -> None:
        """Add the posts that mention the speaker: by a link, or by quoting."""
        super().lay_out(shelf)
        self.mentions = post_model_of(self).that_mention(self, shelf)

    def get_context(self, request, *args, **kwargs):
        """Add the books."""
        context = super().get_context(request, *args, **kwargs)
        context["books"] = list(self.books.all())
        return context


class Book(Orderable):
    """A book by a speaker."""

    speaker = ParentalKey(SpeakerPage, on_delete=models.CASCADE, related_name="books")
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    isbn = models.CharField("ISBN", max_length=20, blank=True)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("isbn")]),
    ]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title
