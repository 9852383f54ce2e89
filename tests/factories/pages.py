"""The base of every page's factory: a live page below a parent that may hold it."""

import factory
from django.utils import timezone
from wagtail_factories import PageFactory

from home.models import HomePage


class LivePageFactory(PageFactory):
    """Makes a live page as if it had been published now; its parent is made where none is given.

    No signal of publication is sent: `tests.factories.publish` does that.
    """

    summary = "What the reader will find here."
    first_published_at = factory.LazyFunction(timezone.now)
    last_published_at = factory.SelfAttribute("first_published_at")

    class Meta:
        abstract = True


def home_page() -> HomePage:
    """Return the home page that a fresh database has."""
    return HomePage.objects.get()


def stored(page):
    """Return a page as the database has it now."""
    return type(page).objects.get(pk=page.pk)
