"""What is longest, and what comes while a search is answered, breaks no results page."""

import pytest
from wagtail.models import Site

from search.catching_up import catch_up
from search.rebuilding import Superseded, rebuild
from search.results import Asked, Results
from tests.factories import AuthorshipFactory, BlogPageFactory, publish
from tests.reader import links, open_page
from tests.search.asking import ask, indexed, titles

pytestmark = pytest.mark.django_db
LONG = "The Board " + "of Herring and of Nets " * 6


def test_results_are_narrowed_by_an_organisation_of_a_very_long_name(client, home):
    for title, name in (("One", LONG.strip()), ("Two", "The Town")):
        authorship = AuthorshipFactory.build(organisation_name=name)
        BlogPageFactory(title=f"Herring {title}", authorships=[authorship])
    indexed()
    narrowed = links(ask(client, "herring").main)[LONG.strip()]
    assert titles(open_page(client, narrowed)) == ["Herring One"]


def test_of_two_rebuilds_at_once_the_later_goes_on_and_the_first_says_so(client, home):
    BlogPageFactory(title="Herring")
    site, begun = Site.objects.get(), []

    def begin_another(_pages):
        if not begun:
            begun.append(True)
            rebuild(site, "en-gb")

    with pytest.raises(Superseded):
        rebuild(site, "en-gb", begin_another)
    assert titles(ask(client, "herring")) == ["Herring"]


@pytest.mark.parametrize("is_by_date", [False, True])
def test_a_page_published_while_a_search_is_answered_breaks_nothing(home, is_by_date):
    BlogPageFactory(title="Herring before")
    index = indexed()
    index.site = Site.objects.select_related("root_page").get()
    publish(BlogPageFactory(title="Herring meanwhile"))
    assert catch_up() == 0
    results = Results(index, Asked("herring", is_by_date=is_by_date))
    assert [one.target.title for one in results.page(0, 10)] == ["Herring before"]
