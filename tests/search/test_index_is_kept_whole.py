"""The index is mended, rebuilt and thrown away without a reader seeing anything of it."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Site

from search import rebuilding
from search.catching_up import catch_up
from search.indexes import current_index
from search.models import Document, SearchIndex, Term, Waiting, Word
from search.rebuilding import rebuild
from tests.factories import (
    BlogPageFactory,
    PersonPageFactory,
    StandardPageFactory,
    make_private,
    publish,
    quote,
    text,
)
from tests.search.asking import ask, titles
from tests.search.following import HERONS, differences, found, herons

pytestmark = pytest.mark.usefixtures("indexed_home")


def test_an_index_that_followed_is_the_one_that_a_rebuild_would_make(client, home):
    page = herons()
    ann = publish(PersonPageFactory(title="Ann Example"))
    knots = publish(BlogPageFactory(title="Knots", author=ann))
    for index_page in (ann.get_parent(), knots.get_parent()):
        publish(index_page.specific)
    page.body = [("text", {"text": "<p>Two egrets.</p>"}), quote(words="Egrets wait.")]
    publish(page)
    catch_up()
    followed = contents(current_index(Site.objects.get(is_default_site=True), "en-gb"))
    assert followed == contents(rebuild(Site.objects.get(is_default_site=True), "en-gb"))


def contents(index) -> tuple:
    """Return what an index holds, without the numbers and keys of its rows."""
    terms = Term.objects.filter(index=index, documents__gt=0)
    words = Word.objects.filter(index=index, count__gt=0)
    return (
        dict(terms.values_list("text", "documents")),
        dict(words.values_list("surface", "count")),
        dict(Document.objects.filter(index=index).values_list("key", "digest")),
        (index.documents, {name: total for name, total in index.lengths.items() if total}),
    )


def test_nothing_is_left_to_mend_after_catching_up(client):
    herons()
    catch_up()
    assert differences() == []


def test_what_the_index_never_heard_of_is_found_and_mended(client):
    page = StandardPageFactory(title="The weir", body=[text(HERONS)])
    assert found(client, "herons") == []
    assert differences() == [f"page:{page.pk}"]
    assert found(client, "herons") == ["The weir"]


def test_a_change_that_fails_stays_and_is_tried_again(client, monkeypatch):
    herons()
    monkeypatch.setattr("search.catching_up.findables_by_key", None)
    assert catch_up() == 1
    [row] = Waiting.objects.all()
    assert (row.attempts, "TypeError" in row.problem) == (1, True)
    monkeypatch.undo()
    Waiting.objects.update(try_at=row.since)
    assert found(client, "herons") == ["The weir"]
    assert not Waiting.objects.exists()


def test_an_unchanged_page_is_not_written_again(client):
    page = herons()
    catch_up()
    before = Document.objects.get(key=f"page:{page.pk}").pk
    publish(page)
    catch_up()
    assert Document.objects.get(key=f"page:{page.pk}").pk == before


def test_what_changes_during_a_rebuild_is_in_the_new_index(client, monkeypatch):
    page = herons()
    catch_up()
    from_here = "search.rebuilding.files_of"

    def meanwhile(index):
        page.body = [("text", {"text": "<p>Two egrets.</p>"})]
        publish(page)
        catch_up()
        return []

    monkeypatch.setattr(from_here, meanwhile)
    rebuild(Site.objects.get(is_default_site=True), "en-gb")
    assert found(client, "egrets") == ["The weir"]
    assert found(client, "herons") == []


def test_what_comes_during_a_rebuild_is_in_the_new_index_and_counted(client, monkeypatch):
    def meanwhile(index):
        publish(StandardPageFactory(title="The lock", body=[text("<p>Two egrets.</p>")]))
        catch_up()
        return []

    monkeypatch.setattr("search.rebuilding.files_of", meanwhile)
    index = rebuild(Site.objects.get(is_default_site=True), "en-gb")
    assert index.documents == Document.objects.filter(index=index).count()
    # The next one gets a number of its own.
    herons()
    assert found(client, "herons") == ["The weir"]
    assert found(client, "egrets") == ["The lock"]


def test_a_missing_index_is_built_and_what_waits_is_taken_up_each_minute(client):
    SearchIndex.objects.all().delete()
    herons()
    call_command("tend_index", stdout=StringIO())
    assert titles(ask(client, "herons")) == ["The weir"]
    assert not Waiting.objects.exists()


@pytest.mark.parametrize("go", [None, "unpublish"])
def test_what_changes_while_the_index_is_compared_is_not_undone(client, monkeypatch, go):
    page = herons()
    if not go:
        page.unpublish()
    assert catch_up() == 0
    read = rebuilding.findables

    def change_then(*place):
        # What was read before the change is compared after it.
        parts = list(read(*place))
        page.unpublish() if go else publish(page)
        assert catch_up() == 0
        return parts

    with monkeypatch.context() as changing:
        changing.setattr(rebuilding, "findables", change_then)
        differences()
    assert found(client, "herons") == ([] if go else ["The weir"])
    assert Word.objects.filter(surface="herons", count__gt=0).exists() is not bool(go)


def test_an_index_whose_rebuild_was_killed_is_thrown_away_in_the_night(indexed_home):
    given_up = SearchIndex.objects.create(site=indexed_home.site, language="en-gb", format=1)
    SearchIndex.objects.filter(pk=given_up.pk).update(
        started_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    )
    call_command("tend_index", "--compare")
    assert SearchIndex.objects.get() == indexed_home


def test_what_differs_is_mended_each_night(client):
    StandardPageFactory(title="The weir", body=[text(HERONS)])
    call_command("tend_index", stdout=StringIO())
    assert titles(ask(client, "herons")) == []
    call_command("tend_index", "--compare", stdout=StringIO())
    assert titles(ask(client, "herons")) == ["The weir"]


def test_an_acronym_is_forgotten_in_the_night_after_the_page_that_explained_it(client):
    explains = publish(
        StandardPageFactory(title="Meeting", body=[text("<p>The Wide River Unit (WRU).</p>")])
    )
    publish(StandardPageFactory(title="Minutes", body=[text("<p>The Wide River Unit.</p>")]))
    call_command("tend_index", "--compare", stdout=StringIO())
    assert titles(ask(client, "wru")) == ["Meeting", "Minutes"]
    make_private(explains)
    call_command("tend_index", "--compare", stdout=StringIO())
    assert titles(ask(client, "wru")) == []
