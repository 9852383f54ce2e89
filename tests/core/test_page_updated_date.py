"""The page-updated date moves when an editor says that readers need to know, and not else."""

import datetime

import pytest

from core.models import ChangeAnswer, ChangeNote
from tests.core.desk import NO, YES, Desk, words
from tests.factories import StandardPageFactory, publish

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def page(published_days_ago):
    """Return a page that was published thirty days ago."""
    return published_days_ago(publish(StandardPageFactory()))


def dates_and_notes(page) -> list[tuple]:
    return [(note.on, note.note) for note in ChangeNote.objects.filter(page=page)]


def test_the_first_publication_sets_the_date_without_being_asked(desk, home, today):
    page = desk.create(home, "publish", body=words("Something."))
    assert page.live
    assert page.page_updated_on == today
    assert dates_and_notes(page) == [(today, "")]


def test_a_draft_has_no_date(desk, home):
    page = desk.create(home, body=words("Something."))
    assert not page.live
    assert page.page_updated_on is None
    assert dates_and_notes(page) == []


def test_publishing_with_yes_moves_the_date_and_keeps_the_note(desk, page, today):
    old = page.page_updated_on
    page = desk.publish(page, readers_need_to_know=YES, change_note="Corrected the hours.")
    assert page.page_updated_on == today
    assert dates_and_notes(page) == [(today, "Corrected the hours."), (old, "")]


def test_publishing_with_no_leaves_the_date_where_it_was(desk, page):
    old = page.page_updated_on
    page = desk.publish(page, readers_need_to_know=NO, title="A page without a typing error")
    assert page.title == "A page without a typing error"
    assert page.page_updated_on == old
    assert dates_and_notes(page) == [(old, "")]


def test_publishing_without_an_answer_is_refused(desk, page):
    page = desk.publish(page, title="Another title")
    assert "readers_need_to_know" in desk.refusals
    assert page.title != "Another title"


def test_a_draft_may_be_saved_without_an_answer(desk, page):
    page = desk.save(page, title="Another title")
    assert desk.refusals == {}
    assert page.has_unpublished_changes
    assert not ChangeAnswer.objects.exists()


def test_a_note_to_readers_who_need_not_know_is_refused(desk, page):
    desk.publish(page, readers_need_to_know=NO, change_note="Corrected the hours.")
    assert "Remove the note" in desk.refusals["change_note"]


def test_a_new_page_is_not_asked(desk, home):
    page = desk.create(home)
    assert "readers_need_to_know" not in desk.form(page).fields


def test_the_answer_of_a_draft_is_shown_until_the_draft_is_published(desk, page):
    desk.save(page, readers_need_to_know=YES, change_note="Two new dates.")
    initial = desk.form(page).initial
    assert (initial["readers_need_to_know"], initial["change_note"]) == (YES, "Two new dates.")
    desk.publish(page, change_note="Two new dates.")
    assert desk.refusals == {}
    assert not desk.form(page).initial.get("readers_need_to_know")
    assert not desk.form(page).initial.get("change_note")


def test_each_publication_asks_anew(desk, page, today):
    desk.publish(page, readers_need_to_know=YES, change_note="One.")
    desk.publish(page)
    assert "readers_need_to_know" in desk.refusals
    page = desk.publish(page, readers_need_to_know=NO)
    assert [note for _on, note in dates_and_notes(page)] == ["One.", ""]


def test_an_autosave_that_writes_over_its_revision_keeps_one_answer(desk, page, today):
    first = desk.autosave(page, title="Draft one", readers_need_to_know=YES, change_note="One.")
    again = desk.autosave(
        page, over=first["revision_id"], title="Draft two", readers_need_to_know=NO
    )
    assert again["revision_id"] == first["revision_id"]
    answer = ChangeAnswer.objects.get()
    assert (answer.readers_need_to_know, answer.note) == (False, "")
    third = desk.autosave(
        page, over=first["revision_id"], readers_need_to_know=YES, change_note="Three."
    )
    assert third["success"]
    page.refresh_from_db()
    assert page.page_updated_on < today
    page = desk.publish(page, change_note="Three.")
    assert dates_and_notes(page)[0] == (today, "Three.")


def test_an_answer_taken_back_in_an_autosave_is_gone(desk, page):
    first = desk.autosave(page, readers_need_to_know=YES, change_note="One.")
    desk.autosave(page, over=first["revision_id"], readers_need_to_know="", change_note="")
    assert not ChangeAnswer.objects.exists()
    desk.publish(page)
    assert "readers_need_to_know" in desk.refusals


def test_two_publications_on_one_day_make_two_notes(desk, page, today):
    desk.publish(page, readers_need_to_know=YES, change_note="One.")
    page = desk.publish(page, readers_need_to_know=YES, change_note="Two.")
    assert dates_and_notes(page)[:2] == [(today, "Two."), (today, "One.")]


def test_somebody_who_reads_the_notes_sees_those_with_words_newest_first(desk, page):
    desk.publish(page, readers_need_to_know=YES, change_note="One.")
    desk.publish(page, readers_need_to_know=YES, change_note="")
    page = desk.publish(page, readers_need_to_know=YES, change_note="Three.")
    assert [note.note for note in page.public_notes] == ["Three.", "One."]


def test_an_editor_without_more_rights_may_answer(client, django_user_model, page, today):
    user = django_user_model.objects.create_user("ed", password="words for a test")
    group = user.groups.model.objects.get(name="Moderators")
    user.groups.add(group)
    client.force_login(user)
    page = Desk(client).publish(page, readers_need_to_know=YES, change_note="Moderated.")
    assert page.page_updated_on == today
