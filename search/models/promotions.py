"""Pages that editors put first, or last, for certain searches."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from search.models.synonyms import LONGEST_SYNONYM, lines_of


class Promotion(ClusterableModel):
    """Searches, with the pages that come first for them and those that come last."""

    EXACT, CONTAINS = "exact", "contains"
    MATCHES = [
        (EXACT, "The search says this and nothing else"),
        (CONTAINS, "The search has these words among others, in any order"),
    ]

    language = models.CharField(
        max_length=20,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text="Searches in this language.",
    )
    phrases = models.TextField(
        "searches",
        help_text="What readers type, one a line. Capitals, accents and endings make no "
        "difference: “Leaders” is “leader”.",
    )
    match = models.CharField(
        "applies when",
        max_length=10,
        choices=MATCHES,
        default=EXACT,
        help_text="Where several apply to a search, those that say it and nothing else win.",
    )

    class Meta:
        ordering = ["phrases"]

    def __str__(self) -> str:
        return ", ".join(lines_of(self.phrases))

    def clean(self) -> None:
        """Refuse what is no search."""
        lines = lines_of(self.phrases)
        self.phrases = "\n".join(lines)
        if not lines:
            raise ValidationError({"phrases": "Write at least one search."})
        for line in lines:
            if len(line) > LONGEST_SYNONYM:
                fault = f"“{line[:30]}…” is longer than {LONGEST_SYNONYM} signs: nobody types it."
                raise ValidationError({"phrases": fault})


class PromotedPage(Orderable):
    """A page that comes first."""

    promotion = ParentalKey(Promotion, on_delete=models.CASCADE, related_name="promoted")
    page = models.ForeignKey("core.BasePage", on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return str(self.page)


class DemotedPage(Orderable):
    """A page that comes last."""

    promotion = ParentalKey(Promotion, on_delete=models.CASCADE, related_name="demoted")
    page = models.ForeignKey("core.BasePage", on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return str(self.page)
