"""What was searched for, counted by the day. Nothing here tells one reader from another."""

from django.db import models
from wagtail.models import Site

from search.byte_order import BinaryOrderField

LONGEST_LOGGED = 100


class DaysSearches(models.Model):
    """How often something was searched for on one day, and how often a result was opened."""

    day = models.DateField()
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=20)
    # Folded, cut, and masked where it looks like somebody's address or number.
    query = models.CharField("search", max_length=LONGEST_LOGGED)
    searches = models.PositiveIntegerField(default=0)
    # How many results the last of them had.
    results = models.PositiveIntegerField(default=0)
    clicks = models.PositiveIntegerField(default=0)
    # The places of the results that were opened, added up: 1 is the first.
    places = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = "search", "searches"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "site", "language", "query"], name="a_search_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.query}"


class UsualSearch(models.Model):
    """What many readers searched for and found: a list made each night of their counts."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=20)
    query = BinaryOrderField(max_length=LONGEST_LOGGED)
    times = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "usual searches"
        constraints = [
            models.UniqueConstraint(fields=["site", "language", "query"], name="a_usual_search")
        ]

    def __str__(self) -> str:
        return self.query
