"""What an editor publishes, moves, renames, hides or deletes is found, or gone, at once."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction, Site

from people.models import Organisation
from search import rebuilding
from search.catching_up import catch_up
from search.indexes import current_index
from search.models import Document, SearchIndex, Term, Waiting, Word
from search.rebuilding import mend, rebuild
from tests.factories import (
    BlogPageFactory,
    OrganisationFactory,
    PersonPageFactory,
    RoleFactory,
    StandardPageFactory,
    TopicFactory,
    make_private,
    publish,
    quote,
    text,
)
from tests.factories.pages import stored
from tests.search.asking import ask, titles

pytestmark = pytest.mark.usefixtures("indexed_home")
HERONS = "<p>Three herons stood on the weir.</p>"


@pytest.fixture
def indexed_home(home, django_capture_on_commit_callbacks):
    """Index the home page, and take up what waits whenever the test says so."""
    return rebuild(Site.objects.get(is_default_site=True), "en-gb")


def found(client, words: str) -> list[str]:
    """Return the titles of what is found for some words, once the index has caught up."""
    assert catch_up() == 0
    return titles(ask(client, words))


def differences() -> list[str]:
    """Return what the index holds otherwise than the pages say."""
    return mend(current_index(Site.objects.get(is_default_site=True), "en-gb"))


def herons(**fields):
    return publish(StandardPageFactory(title="The weir", body=[text(HERONS)], **fields))


# Coming and going
def test_what_is_published_is_found(client):
    herons()
    assert found(client, "herons") == ["The weir"]


def test_a_draft_is_not_found(client):
    StandardPageFactory(title="The weir", body=[text(HERONS)], live=False).save_revision()
    assert found(client, "herons") == []


def test_what_is_published_again_is_found_by_its_new_words_only(client):
    page = herons()
    assert found(client, "herons") == ["The weir"]
    page.body = [("text", {"text": "<p>Two egrets.</p>"})]
    publish(page)
    assert found(client, "egret") == ["The weir"]
    assert found(client, "herons") == []


@pytest.mark.parametrize("go", ["unpublish", "delete"])
def test_what_is_taken_down_is_gone_before_the_index_hears_of_it(client, go):
    page = herons()
    assert found(client, "herons") == ["The weir"]
    getattr(page, go)()
    assert titles(ask(client, "herons")) == []
    assert found(client, "herons") == []


def test_a_page_made_private_is_gone_before_the_index_hears_of_it(client):
    page = herons()
    assert found(client, "herons") == ["The weir"]
    make_private(page)
    assert titles(ask(client, "herons")) == []
    assert found(client, "herons") == []


def test_a_page_made_public_again_is_found_again(client):
    page = herons()
    make_private(page)
    assert found(client, "herons") == []
    PageViewRestriction.objects.all().delete()
    assert found(client, "herons") == ["The weir"]


def test_a_page_moved_below_a_private_one_is_not_found(client):
    members = publish(StandardPageFactory(title="For members"))
    make_private(members)
    page = herons()
    assert found(client, "herons") == ["The weir"]
    page.move(members, pos="last-child")
    assert found(client, "herons") == []


def test_a_page_moved_out_of_a_private_one_is_found(client, home):
    members = publish(StandardPageFactory(title="For members"))
    make_private(members)
    page = herons(parent=members)
    assert found(client, "herons") == []
    page.move(stored(home), pos="last-child")
    assert found(client, "herons") == ["The weir"]


def test_an_alias_is_not_found_beside_its_original(client, home):
    page = herons()
    page.create_alias(update_slug="weir-again", parent=stored(home))
    assert found(client, "herons") == ["The weir"]


# What shows something else
def test_a_post_is_found_by_its_author_at_its_first_publication(client):
    publish(BlogPageFactory(title="Knots", author=PersonPageFactory(title="Ann Example")))
    assert "Knots" in found(client, "ann example")


def test_a_post_is_found_by_the_new_name_of_its_author(client):
    ann = publish(PersonPageFactory(title="Ann Example"))
    publish(BlogPageFactory(title="Knots", author=ann))
    ann.title, ann.other_names = "Ann Quill", "Ann Example"
    publish(stored(ann).with_content_json(ann.serializable_data()))
    assert found(client, "ann quill") == ["Ann Quill", "Knots"]
    assert found(client, "ann example") == ["Ann Quill", "Knots"]


def test_a_renamed_topic_is_found_by_its_new_name(client):
    topic = TopicFactory(name="Homes")
    publish(BlogPageFactory(title="Knots", topics=[topic]))
    topic.name = "Shelter"
    topic.save()
    assert found(client, "shelter") == ["Knots"]


def test_an_organisation_is_found_by_its_old_name_its_new_one_and_its_initials(client):
    old = OrganisationFactory(name="Marsh Group", short_name="MG")
    new = OrganisationFactory(name="Estuary Board", short_name="EB")
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(profile=ann, title="Clerk", organisation=old)
    publish(ann)
    publish(StandardPageFactory(title="About", body=[text("<p>We met the Estuary Board.</p>")]))
    assert found(client, "estuary board") == ["About"]
    old.became, old.closed_on = "merged", "2020-01-01"
    old.successors = [new]
    old.save()
    for name in ("marsh group", "estuary board", "mg", "eb"):
        assert sorted(found(client, name)) == ["About", "Ann Example"], name
    Organisation.objects.filter(pk=old.pk).delete()
    assert "Ann Example" not in found(client, "estuary board")


def test_a_quotation_is_found_by_itself_with_its_place(client):
    said = quote(words="The heron waits.", name="Cy Sayer")
    page = publish(StandardPageFactory(title="The weir", body=[text(), said]))
    assert "Cy Sayer, in “The weir”" in found(client, "heron waits")
    page.body = [("text", {"text": "<p>Some words.</p>"})]
    publish(page)
    assert found(client, "heron waits") == []


# The index itself
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


def test_what_differs_is_mended_each_night(client):
    StandardPageFactory(title="The weir", body=[text(HERONS)])
    call_command("tend_index", stdout=StringIO())
    assert titles(ask(client, "herons")) == []
    call_command("tend_index", "--compare", stdout=StringIO())
    assert titles(ask(client, "herons")) == ["The weir"]
