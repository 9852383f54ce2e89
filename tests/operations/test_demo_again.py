"""A second run mends what is missing, changes nothing else and never undoes an editor."""

import pytest
from django.core.management import CommandError, call_command

from blog.models import BlogPage
from core.models import ChangeNote, SiteSettings
from operations.demonstration.many.writing import write_many
from operations.models import DemonstrationRecord
from people.models import PersonPage, SpeakerIndexPage, SpeakerPage
from tests.factories import publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def demo(capsys, *options: str) -> str:
    call_command("demo", *options)
    return capsys.readouterr().out


def test_a_second_run_changes_nothing(capsys, everything):
    before = everything()
    said = demo(capsys)
    assert everything() == before
    assert said == "The demonstration is there already: nothing was missing.\n"


def test_an_editors_change_survives(capsys, everything):
    person = PersonPage.objects.get(slug="dev-ramanathan")
    person.summary = "Dev has moved to the coast."
    publish(person, change_answer=(True, "Dev has moved."))
    post = BlogPage.objects.get(slug="friday-at-four")
    post.title = "Friday at five"
    post.save_revision()
    before = everything()
    demo(capsys)
    assert everything() == before


def test_what_is_gone_is_made_again_and_found_by_what_names_it(capsys):
    PersonPage.objects.get(slug="dev-ramanathan").delete()
    post = BlogPage.objects.get(slug="friday-at-four")
    assert [author.profile for author in post.byline] == [None]
    notes = ChangeNote.objects.filter(page=post).count()
    said = demo(capsys)
    post = BlogPage.objects.get(slug="friday-at-four")
    dev = PersonPage.objects.get(slug="dev-ramanathan")
    assert "Written: 1 person." in said
    assert [author.profile_id for author in post.byline] == [dev.pk]
    assert ChangeNote.objects.filter(page=post).count() == notes
    assert str(post.page_updated_on) == "2024-04-02"


def test_what_an_editor_has_changed_is_not_mended(capsys):
    PersonPage.objects.get(slug="dev-ramanathan").delete()
    post = BlogPage.objects.get(slug="friday-at-four")
    post.title = "Friday at five"
    publish(post)
    demo(capsys)
    post = BlogPage.objects.get(slug="friday-at-four")
    assert post.title == "Friday at five"
    assert [author.profile for author in post.byline] == [None]


def test_a_page_that_an_editor_took_down_stays_down(capsys):
    PersonPage.objects.get(slug="dev-ramanathan").delete()
    BlogPage.objects.get(slug="friday-at-four").unpublish()
    demo(capsys)
    assert not BlogPage.objects.get(slug="friday-at-four").live


def test_an_emptied_strapline_stays_empty(capsys):
    settings = SiteSettings.objects.get()
    settings.strapline = ""
    settings.save()
    demo(capsys)
    assert SiteSettings.objects.get().strapline == ""


def test_a_whole_list_that_is_gone_comes_back_with_its_pages(capsys):
    speakers = SpeakerPage.objects.count()
    records = DemonstrationRecord.objects.count()
    SpeakerIndexPage.objects.get().delete()
    said = demo(capsys)
    assert f"1 index page, {speakers} speakers" in said
    assert SpeakerPage.objects.live().count() == speakers
    assert DemonstrationRecord.objects.count() == records


def test_composed_posts_come_with_what_to_do_next(capsys):
    said = demo(capsys, "--scale", "2")
    assert "Composed: 2 posts, 1 person, in" in said
    assert "rebuild_references_index" in said


def test_posts_of_another_seed_are_refused(capsys):
    write_many(1, 5, iter)
    with pytest.raises(CommandError, match="posts of seed 5"):
        demo(capsys, "--scale", "3")


@pytest.mark.parametrize("options", [["--scale", "0"], ["--remove", "--scale", "5"]])
def test_a_call_that_makes_no_sense_is_refused(capsys, options):
    with pytest.raises(CommandError, match="--scale takes a number"):
        demo(capsys, *options)
