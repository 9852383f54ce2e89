"""Bylines that remember: who wrote a post, and what they were on the day."""

import datetime

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class Authorship(Orderable):
    """One author of a post, with or without a page, in the role of the day.

    Name, title and organisation are text, so that the byline stands when the person leaves, is
    renamed or is taken down.
    """

    page = ParentalKey("blog.BlogPage", on_delete=models.CASCADE, related_name="authorships")
    profile = models.ForeignKey(
        "people.ProfilePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="authorships",
        help_text="Choose a person, or type a name below.",
    )
    name = models.CharField(
        max_length=160,
        blank=True,
        help_text="Filled from the profile. Type it where there is none.",
    )
    role_title = models.CharField(
        "role of the day",
        max_length=160,
        blank=True,
        help_text="What the author was when the post came out. Filled from the profile’s roles.",
    )
    organisation_name = models.CharField(
        "organisation of the day", max_length=160, blank=True, help_text="As it was called then."
    )
    now_text = models.CharField(
        "role now",
        max_length=255,
        blank=True,
        help_text="Only for an author without a page here; a profile’s roles say it otherwise.",
    )

    panels = [
        FieldPanel("profile"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("role_title"), FieldPanel("organisation_name")]),
        FieldPanel("now_text"),
    ]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = "author"

    def __str__(self) -> str:
        return self.name

    def fill(self, day: datetime.date) -> bool:
        """Fill name and role of the day from the profile, and tell whether anything changed.

        What was typed stays; what another profile filled in before this one was chosen goes.
        """
        if self.profile is None:
            return False
        before = (self.name, self.role_title, self.organisation_name)
        if another := self.profile.another_called(self.name):
            self.name = ""
            if another.has_held(self.role_then) and not self.profile.has_held(self.role_then):
                self.role_title = self.organisation_name = ""
        if not self.name:
            self.name = self.profile.title
        role = None if self.role_then else self.profile.role_on(day)
        if role:
            self.role_title, self.organisation_name = role.title, role.organisation_text
        return before != (self.name, self.role_title, self.organisation_name)

    @property
    def live_profile(self):
        """Return the author's profile while readers can open it."""
        return self.profile if self.profile and self.profile.is_readable else None

    @property
    def portrait(self):
        """Return the author's picture, if there is a live profile with one."""
        return self.live_profile.portrait if self.live_profile else None

    @property
    def role_then(self) -> str:
        """Return "Title, Organisation" of the day, or nothing."""
        return ", ".join(filter(None, [self.role_title, self.organisation_name]))

    @property
    def now(self) -> str:
        """Return what the author is now, when it differs from the role of the day."""
        now = self.live_profile.role_now_text if self.live_profile else self.now_text
        return "" if now == self.role_then else now
