"""Roles: what somebody does, for whom, from when until when."""

import datetime

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class Role(Orderable):
    """A post that a person holds or held. Current means that no end is given."""

    profile = ParentalKey("people.ProfilePage", on_delete=models.CASCADE, related_name="roles")
    title = models.CharField(max_length=160, help_text="As it is said: “Director of Place”.")
    organisation = models.ForeignKey(
        "people.Organisation",
        null=True,
        blank=True,
        # Child rows live in revisions, and a revision can not hold a protected key.
        on_delete=models.SET_NULL,
        related_name="roles",
        help_text="Choose it, or type a name below.",
    )
    organisation_name = models.CharField(
        max_length=160,
        blank=True,
        help_text="Only where it is not in the list; kept as it was called in this role.",
    )
    started_on = models.DateField(null=True, blank=True, help_text="May be left empty if unknown.")
    ended_on = models.DateField(null=True, blank=True, help_text="Empty while the role is held.")

    panels = [
        FieldPanel("title"),
        FieldPanel("organisation"),
        FieldPanel("organisation_name"),
        FieldRowPanel([FieldPanel("started_on"), FieldPanel("ended_on")]),
    ]

    class Meta(Orderable.Meta):
        # Rows made in code may have no order: the key decides, alike on every database.
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs):
        """Keep the organisation's name as it is now, so that the role outlives the record."""
        if self.organisation_id and not self.organisation_name:
            self.organisation_name = self.organisation.name
        super().save(*args, **kwargs)

    @property
    def organisation_text(self) -> str:
        """Return the organisation's name: for a role still held, as it is called today."""
        if self.organisation and self.is_current:
            return self.organisation.name
        return self.organisation_name or (self.organisation.name if self.organisation else "")

    @property
    def text(self) -> str:
        """Return "Director of Place, Marlhaven City Council"."""
        return ", ".join(filter(None, [self.title, self.organisation_text]))

    @property
    def texts(self) -> set[str]:
        """Return every way in which the role has been told: with its organisation then, and now."""
        then = ", ".join(filter(None, [self.title, self.organisation_name]))
        return {then, self.text}

    @property
    def is_current(self) -> bool:
        """Tell whether the role is still held: no end is given."""
        return self.ended_on is None

    def held_on(self, day: datetime.date) -> bool:
        """Tell whether the role was held on `day`; an unknown start reaches back for ever."""
        return (self.started_on is None or self.started_on <= day) and (
            self.ended_on is None or day <= self.ended_on
        )

    @property
    def years(self) -> str:
        """Return "2019 to 2025", "until 2025" or "since 2019", as far as the years are known."""
        start = str(self.started_on.year) if self.started_on else ""
        end = str(self.ended_on.year) if self.ended_on else ""
        if not end:
            return f"since {start}" if start else ""
        if start in {"", end}:
            return f"in {end}" if start else f"until {end}"
        return f"{start} to {end}"
