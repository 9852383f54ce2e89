"""Whichever way a page goes live, its date follows the editor's answer."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Task, Workflow, WorkflowTask

from core.models import ChangeNote
from tests.core.desk import NO, YES, words
from tests.factories import BlogIndexPageFactory, BlogPageFactory, StandardPageFactory, publish

pytestmark = pytest.mark.django_db
TOMORROW = datetime.timedelta(days=1)


@pytest.fixture
def page(published_days_ago):
    """Return a page that was published thirty days ago."""
    return published_days_ago(publish(StandardPageFactory()))


@pytest.fixture
def approval(home):
    """Return a workflow of one task for every page, which nobody has approved yet."""
    Workflow.objects.all().delete()
    workflow = Workflow.objects.create(name="Another pair of eyes")
    task = Task.objects.create(name="Read it")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


def notes_of(page) -> list[str]:
    return [note.note for note in ChangeNote.objects.filter(page=page)]


def now(page):
    return type(page).objects.get(pk=page.pk)


# The schedule
def scheduled(page, **revision):
    page.go_live_at = timezone.now() + TOMORROW
    saved = page.save_revision(**revision)
    saved.publish()
    return saved


def test_a_live_page_scheduled_with_yes_moves_its_date_when_it_goes_live(
    page, today, when_its_time_comes
):
    old = page.page_updated_on
    revision = scheduled(page, change_answer=(True, "New hours from today."))
    assert now(page).page_updated_on == old
    when_its_time_comes(revision)
    call_command("publish_scheduled")
    assert now(page).page_updated_on == today
    assert notes_of(page) == ["New hours from today.", ""]


def test_a_new_page_that_is_only_scheduled_has_no_date_yet(home, today, when_its_time_comes):
    page = StandardPageFactory(live=False, first_published_at=None)
    revision = scheduled(page)
    assert not now(page).live
    assert now(page).page_updated_on is None
    assert notes_of(page) == []
    when_its_time_comes(revision)
    call_command("publish_scheduled")
    assert now(page).live
    assert now(page).page_updated_on == today


# Approval
def test_a_page_that_is_approved_moves_its_date_by_its_submitters_answer(
    page, approval, today, admin_user
):
    revision = page.save_revision(change_answer=(True, "A new chair."))
    state = approval.start(now(page), admin_user)
    assert now(page).page_updated_on < today
    state.current_task_state.approve(user=admin_user)
    assert now(page).page_updated_on == today
    assert notes_of(page) == ["A new chair.", ""]
    assert now(page).live_revision == revision


def test_a_page_approved_with_no_keeps_its_date(page, approval, admin_user):
    old = page.page_updated_on
    page.save_revision(change_answer=(False, ""))
    state = approval.start(now(page), admin_user)
    state.current_task_state.approve(user=admin_user)
    assert now(page).page_updated_on == old
    assert not now(page).has_unpublished_changes


def test_submitting_asks_as_publishing_does(page, desk):
    desk.submit(page, title="Another title")
    assert "readers_need_to_know" in desk.refusals


# Together
def test_pages_published_together_follow_the_answers_of_their_drafts(
    page, desk, today, published_days_ago
):
    other = published_days_ago(publish(StandardPageFactory()))
    desk.save(page, readers_need_to_know=YES, change_note="A new chair.")
    desk.save(other, readers_need_to_know=NO)
    desk.publish_in_bulk(page, other)
    assert not now(other).has_unpublished_changes
    assert now(page).page_updated_on == today
    assert now(other).page_updated_on < today


def test_a_draft_without_an_answer_published_in_bulk_keeps_the_date(page, desk):
    old = page.page_updated_on
    desk.save(page, title="Another title")
    desk.publish_in_bulk(page)
    assert (now(page).title, now(page).page_updated_on) == ("Another title", old)


def test_publishing_a_live_page_in_bulk_again_adds_no_note(page, desk):
    desk.publish(page, readers_need_to_know=YES, change_note="A new chair.")
    desk.publish_in_bulk(page)
    desk.publish_in_bulk(page)
    assert notes_of(page) == ["A new chair.", ""]


# Code
def test_code_that_publishes_a_revision_twice_adds_one_note(page, today):
    revision = page.save_revision(change_answer=(True, "A new chair."))
    revision.publish()
    ChangeNote.objects.filter(revision=revision).update(on=today - TOMORROW)
    revision.publish()
    assert notes_of(page) == ["A new chair.", ""]
    assert now(page).page_updated_on == today - TOMORROW


def test_code_that_gives_no_answer_keeps_the_date(page):
    old = page.page_updated_on
    page.title = "Another title"
    assert publish(page).page_updated_on == old


# An older version
def test_going_back_to_an_older_version_asks_and_moves_the_date(page, desk, today):
    first = page.latest_revision
    page = desk.publish(page, title="Second title", readers_need_to_know=NO)
    desk.revert(page, first)
    assert "readers_need_to_know" in desk.refusals
    desk.revert(page, first, readers_need_to_know=YES, change_note="The first title again.")
    assert now(page).title == first.as_object().title
    assert now(page).page_updated_on == today
    assert notes_of(page) == ["The first title again.", ""]


def test_an_older_version_brings_no_old_date_and_loses_no_newer_note(page, today):
    first = page.latest_revision
    page = publish(page, change_answer=(True, "A new chair."))
    first.publish()
    assert now(page).page_updated_on == today
    assert notes_of(page) == ["A new chair.", ""]


def test_the_answer_of_an_older_version_is_not_given_again(page, desk, today):
    page = publish(page, change_answer=(True, "A new chair."))
    answered = page.latest_revision
    ChangeNote.objects.filter(revision=answered).update(on=today - TOMORROW)
    page = publish(page, change_answer=(False, ""))
    desk.revert(page, answered, readers_need_to_know=NO)
    assert now(page).page_updated_on == today - TOMORROW
    assert notes_of(page) == ["A new chair.", ""]


# Aliases, copies, moves
def test_an_alias_shows_the_date_of_its_original_from_the_start(page):
    alias = page.create_alias(update_slug="an-alias")
    assert now(alias).live
    assert now(alias).page_updated_on == page.page_updated_on
    assert notes_of(alias) == []


def test_an_alias_follows_its_original(page, home, today):
    alias = page.create_alias(update_slug="an-alias")
    publish(page, change_answer=(True, "A new chair."))
    assert now(alias).page_updated_on == today
    assert notes_of(alias) == []
    assert notes_of(page) == ["A new chair.", ""]


def test_a_copy_starts_without_the_dates_and_notes_of_its_original(page, today):
    page.reviewed_on = today
    page.review_due_on = today + TOMORROW
    page = publish(page, change_answer=(True, "A new chair."))
    copy = page.copy(update_attrs={"slug": "a-copy"}, keep_live=False)
    copy = now(copy)
    dates = (copy.page_updated_on, copy.reviewed_on, copy.review_due_on)
    assert dates == (None, None, None)
    assert notes_of(copy) == []


def test_a_copy_of_a_page_that_was_saved_again_is_dated_by_its_own_publication(page, desk, today):
    # From then on its revisions hold the day of its first publication.
    page = publish(page, change_answer=(True, "A new chair."))
    for keep_live in (False, True):
        copy = page.copy(update_attrs={"slug": f"copy-{keep_live}"}, keep_live=keep_live)
        copy = desk.publish(copy, body=words("Something."))
        assert (copy.published_on, copy.page_updated_on) == (today, today)


def test_a_copy_is_dated_by_its_own_first_publication(page, desk, today):
    copy = page.copy(update_attrs={"slug": "a-copy"}, keep_live=False)
    assert "readers_need_to_know" not in desk.form(copy).fields
    copy = desk.publish(copy, body=words("Something."))
    assert copy.live
    assert copy.page_updated_on == today


def test_a_copy_that_is_live_at_once_has_a_date(page):
    copy = now(page.copy(update_attrs={"slug": "a-copy"}))
    assert copy.live
    assert copy.page_updated_on == copy.published_on


def test_moving_a_page_leaves_its_date(page):
    old = page.page_updated_on
    page.move(StandardPageFactory(), pos="last-child")
    assert now(page).page_updated_on == old
    assert notes_of(page) == [""]


# Taken down and back
def test_a_page_that_comes_back_keeps_its_date_unless_readers_need_to_know(page, desk, today):
    old = page.page_updated_on
    page.unpublish()
    page = desk.publish(now(page), readers_need_to_know=NO)
    assert page.live
    assert page.page_updated_on == old
    page.unpublish()
    page = desk.publish(now(page), readers_need_to_know=YES, change_note="Back again.")
    assert page.page_updated_on == today
    assert notes_of(page) == ["Back again.", ""]


def test_pages_of_every_type_keep_the_same_rules(today, published_days_ago):
    for made in (BlogPageFactory(), BlogIndexPageFactory(slug="another")):
        page = published_days_ago(publish(made))
        assert publish(page).page_updated_on == page.page_updated_on
        assert publish(page, change_answer=(True, "")).page_updated_on == today
