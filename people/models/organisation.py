"""Organisations through time: what they were called, and what became of them."""

from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from core.passages import LONGEST_FACET, Facet

# Two letters mean too many things.
FEWEST_INITIALS = 3


def organisation_facets(rows) -> list[Facet]:
    """Return the organisations that bylines or roles name, each once, to narrow results by."""
    names = dict.fromkeys(row.organisation_name for row in rows if row.organisation_name)
    return [Facet("organisation", slugify(name)[:LONGEST_FACET], name) for name in names]


class OrganisationForm(WagtailAdminModelForm):
    """Checks what depends on today and on the successors chosen."""

    def clean(self):
        """Hold what became of an organisation, its closing date and successors together."""
        cleaned = super().clean()
        became, closed = cleaned.get("became"), cleaned.get("closed_on")
        successors = list(cleaned.get("successors") or [])
        if became and not closed:
            self.add_error("closed_on", "Say when it closed or changed its name.")
        if closed and not became:
            self.add_error("became", "Say what became of it.")
        if closed and closed > timezone.localdate():
            self.add_error("closed_on", "This date is in the future. Come back when it has passed.")
        opened = cleaned.get("opened_on")
        if opened and closed and closed < opened:
            self.add_error("closed_on", "It can not have closed before it opened.")
        self._check_successors(became, successors)
        return cleaned

    def _check_successors(self, became: str, successors: list) -> None:
        least, most = Organisation.SUCCESSORS.get(became, (0, 0))
        if not least <= len(successors) <= most:
            wanted = {
                (0, 0): "Choose no successor: nothing followed it.",
                (1, 1): "Choose the one organisation that followed it.",
                (2, 50): "Choose the two or more organisations that followed it.",
            }[least, most]
            self.add_error("successors", wanted)
        way = Organisation.way_down(successors, self.instance) if self.instance.pk else []
        if len(way) == 1:
            self.add_error("successors", "An organisation can not follow itself.")
        elif way:
            told = f"{way[0]} is followed by {way[1]}"
            told += "".join(f", {before} by {after}" for before, after in pairwise(way[1:]))
            self.add_error(
                "successors", f"{told} already: they would follow each other in a circle."
            )


@register_snippet
class Organisation(index.Indexed, ClusterableModel):
    """A council, NHS body, police or fire service, charity or other body that people work for."""

    KINDS = [
        ("council", "Council"),
        ("health", "NHS or health body"),
        ("police", "Police"),
        ("fire", "Fire and rescue"),
        ("charity", "Charity or hospice"),
        ("housing", "Housing association"),
        ("education", "University or college"),
        ("other", "Other"),
    ]
    BECAME = [
        ("renamed", "It was renamed"),
        ("merged", "It merged into another"),
        ("replaced", "It was replaced by another"),
        ("split", "It was split into several"),
        ("closed", "It closed, and nothing followed"),
    ]
    # {what became of it: (fewest, most) successors}
    SUCCESSORS = {
        "renamed": (1, 1),
        "merged": (1, 1),
        "replaced": (1, 1),
        "split": (2, 50),
        "closed": (0, 0),
    }

    name = models.CharField(max_length=160, unique=True, help_text="The full name.")
    short_name = models.CharField(
        max_length=40, blank=True, help_text="Initials or the short form that people use."
    )
    kind = models.CharField(max_length=20, choices=KINDS, default="other")
    web_address = models.URLField(blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(
        null=True, blank=True, help_text="When it closed, merged or changed its name."
    )
    became = models.CharField("what became of it", max_length=20, choices=BECAME, blank=True)
    successors = ParentalManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        help_text="What it is called or part of now.",
    )

    base_form_class = OrganisationForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("short_name"),
                FieldPanel("kind"),
                FieldPanel("web_address"),
                FieldPanel("opened_on"),
            ],
            heading="Organisation",
        ),
        MultiFieldPanel(
            [FieldPanel("became"), FieldPanel("closed_on"), FieldPanel("successors")],
            heading="If it is no more, or has another name",
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("short_name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("short_name"),
    ]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse two names that differ only in case."""
        others = Organisation.objects.filter(name__iexact=self.name).exclude(pk=self.pk)
        if others.exists():
            raise ValidationError({"name": "There is an organisation of this name already."})

    @classmethod
    def way_down(cls, starts: list, aim: "Organisation") -> list[str]:
        """Return the names from one of `starts` by successors to `aim`; [] where no way leads.

        One query a generation. Each organisation is met once: a circle ends the walk too.
        """
        ways = {start.pk: [start.name] for start in starts}
        newest = list(ways)
        while newest and aim.pk not in ways:
            rows = cls.successors.through.objects.filter(from_organisation__in=newest)
            found = rows.values_list(
                "from_organisation", "to_organisation", "to_organisation__name"
            )
            newest = []
            for before, after, name in found.order_by("to_organisation__name"):
                if after not in ways:
                    ways[after] = [*ways[before], name]
                    newest.append(after)
        return ways.get(aim.pk, [])

    @property
    def initials(self) -> str:
        """Return the initials of a name of three words or more, without "of", "and", "the"."""
        words = [word for word in self.name.split() if word[:1].isupper() and word != "The"]
        return "".join(word[0] for word in words) if len(words) >= FEWEST_INITIALS else ""

    def why_kept(self) -> str:
        """Return why the organisation can not be deleted; "" if it can."""
        if not (self.roles.exists() or self.predecessors.exists()):
            return ""
        return (
            "people’s roles or other organisations still name it. If it is no more, say on it what "
            "became of it"
        )

    def pages_that_show_this(self) -> list:
        """Return the people who work for it or did, and what they wrote."""
        profiles = [role.profile for role in self.roles.select_related("profile")]
        return [*profiles, *(page for one in profiles for page in one.pages_that_show_this())]

    @property
    def is_closed(self) -> bool:
        """Tell whether the organisation is no more, at least under this name."""
        return self.closed_on is not None

    @property
    def what_became(self) -> str:
        """Return what became of it, such as "now part of Estuary Council"; empty if unknown."""
        names = [successor.name for successor in self.successors.all()]
        if not names and self.became != "closed":
            return ""
        last = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
        return {
            "renamed": f"now called {last}",
            "merged": f"now part of {last}",
            "replaced": f"replaced by {last}",
            "split": f"now {last}",
            "closed": f"closed in {self.closed_on.year}" if self.closed_on else "closed",
        }.get(self.became, "")
