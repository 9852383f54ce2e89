"""Standard pages."""

import factory

from home.models import StandardPage
from tests.factories.pages import LivePageFactory, home_page


class StandardPageFactory(LivePageFactory):
    """Makes a standard page below home."""

    title = factory.Sequence(lambda number: f"Standard page {number}")
    parent = factory.LazyFunction(home_page)

    class Meta:
        model = StandardPage
