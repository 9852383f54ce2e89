"""Nothing goes live without what readers need, whichever way; drafts may be unfinished."""

import datetime
import threading
from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from core.publishing import PublishingRefused, what_is_missing
from home.models import StandardPage
from tests.core.desk import NO, empty_text, words
from tests.factories import (
    BlogPageFactory,
    DocumentFactory,
    PictureFactory,
    StandardPageFactory,
    heading,
    publish,
    text,
)

pytestmark = pytest.mark.django_db


def draft(*blocks, **fields):
    """Return a page that was never live, with a draft of these blocks."""
    page = StandardPageFactory(live=False, first_published_at=None, **fields)
    page.body = list(blocks)
    page.save_revision(clean=False)
    return page


def unfinished(title: str = "Unfinished"):
    return draft(text(""), title=title)


def is_live(page) -> bool:
    return type(page).objects.get(pk=page.pk).live


def told(page) -> list[str]:
    return [str(missing) for missing in what_is_missing(page)]


@contextmanager
def a_draft_being_saved(block):
    """Let another thread check a draft with this block for as long as the context lasts."""
    begun, may_end = threading.Event(), threading.Event()

    class Slow(list):
        def __iter__(self):
            begun.set()
            may_end.wait(20)
            return super().__iter__()

    thread = threading.Thread(target=block.clean_deferred, args=[Slow()])
    thread.start()
    try:
        assert begun.wait(20)
        yield
    finally:
        may_end.set()
        thread.join()


# What is missing
def test_a_whole_page_lacks_nothing():
    assert told(draft(text("<p>Words.</p>"))) == []


def test_a_field_that_must_be_filled_is_named():
    page = draft()
    page.title = ""
    assert told(page) == ["Title is missing."]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (("text", {"text": ""}), "Text: This field is required."),
        (("aside", {"heading": "", "text": "<p>W</p>"}), "Heading: This field is required."),
        (("facts", {"items": []}), "Items"),
        (
            ("facts", {"items": [{"term": "", "description": "<p>W</p>"}]}),
            "Items, number 1, term: This field is required.",
        ),
        (("film", {"title": "F", "address": "https://f.example"}), "Add a transcript"),
        (("call_to_action", {"text": "Go"}), "Choose a page, or give an address"),
    ],
)
def test_what_a_block_lacks_is_named_with_its_place(block, said):
    [fault] = told(draft(text("<p>Words.</p>"), block))
    assert fault.startswith("Part 2 (")
    assert said.lower() in fault.lower()


def test_alternative_text_and_captions_are_asked_for():
    picture = ("picture", {"image": PictureFactory(description="")})
    film = {"title": "F", "file": DocumentFactory(filename="f.mp4"), "transcript": "<p>W</p>"}
    said = " ".join(told(draft(picture, ("film", film))))
    assert "Describe the picture in a sentence" in said
    assert "Add captions as a .vtt file" in said


def test_every_fault_of_a_page_is_named_at_once():
    page = draft(text(""), text("<p>Words.</p>"), ("facts", {"items": []}))
    page.title = ""
    assert len(told(page)) == 3


def test_a_page_type_adds_what_it_needs():
    post = BlogPageFactory(author=False)
    assert told(post) == ["Add an author: choose a person, or type a name."]


def test_asking_changes_nothing_on_the_page():
    page = unfinished()
    before = page.serializable_data()
    what_is_missing(page)
    assert page.serializable_data() == before


def test_a_draft_saved_in_another_thread_hides_nothing(home):
    film = ("film", {"title": "F", "address": "https://f.example"})
    page = draft(text(""), film, heading("Deep", level="3"))
    before = told(page)
    with a_draft_being_saved(StandardPage.body.field.stream_block):
        assert told(page) == before
    assert len(before) == 2


# The editor's buttons
def test_an_unfinished_draft_is_saved_as_it_is(desk, home):
    page = desk.create(home, body=empty_text())
    assert desk.refusals == {}
    assert not page.live
    page = desk.save(page, body=empty_text(), title="Still unfinished")
    assert desk.refusals == {}


def test_an_unfinished_page_is_not_published_by_the_button(desk, home):
    page = desk.create(home, body=empty_text())
    desk.publish(page, body=empty_text())
    assert "body" in desk.refusals
    assert not is_live(page)
    desk.publish(page, body=words("Finished."))
    assert desk.refusals == {}
    assert is_live(page)


def test_a_page_of_a_finished_draft_is_judged_by_what_is_sent(desk):
    page = publish(StandardPageFactory())
    desk.publish(page, body=empty_text(), readers_need_to_know=NO)
    assert "body" in desk.refusals


# Together
def test_unfinished_pages_stay_behind_when_pages_are_published_together(desk):
    whole, half = draft(text(), title="Whole"), unfinished("Half")
    desk.publish_in_bulk(whole, half)
    assert is_live(whole)
    assert not is_live(half)
    said = desk.messages()
    assert "“Half” was not published." in said
    assert "Part 1 (text), text: This field is required." in said


def test_an_unfinished_page_below_a_published_one_stays_behind_too(desk):
    parent = draft(text(), title="Parent")
    half = draft(text(""), title="Half", parent=parent)
    whole = draft(text(), title="Whole", parent=parent)
    desk.publish_in_bulk(parent, with_children=True)
    assert is_live(parent)
    assert is_live(whole)
    assert not is_live(half)
    assert "“Half” was not published." in desk.messages()


# The schedule
def schedule(page, when_its_time_comes):
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    revision = page.save_revision(clean=False)
    type(page)._default_manager.filter(pk=page.pk).update(go_live_at=page.go_live_at)
    page.revisions.update(approved_go_live_at=None)
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    when_its_time_comes(revision)


def test_a_scheduled_page_that_fails_stops_no_other(when_its_time_comes, capsys):
    half, whole = unfinished("Half"), draft(text(), title="Whole")
    for page in (half, whole):
        schedule(page, when_its_time_comes)
    with pytest.raises(CommandError, match="1 could not be done"):
        call_command("publish_scheduled")
    assert is_live(whole)
    assert not is_live(half)
    written = capsys.readouterr()
    assert "Failed: Publish “Half”." in written.err
    assert "Part 1 (text), text: This field is required." in written.err
    assert "Done: Publish “Whole”" in written.out


def test_a_failed_page_goes_live_once_it_is_finished(when_its_time_comes):
    page = unfinished()
    schedule(page, when_its_time_comes)
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    page.body = [text()]
    schedule(page, when_its_time_comes)
    call_command("publish_scheduled")
    assert is_live(page)


def test_what_has_expired_is_taken_down_though_a_publication_fails(when_its_time_comes):
    old = publish(StandardPageFactory())
    past = timezone.now() - datetime.timedelta(minutes=1)
    type(old).objects.filter(pk=old.pk).update(expire_at=past)
    schedule(unfinished(), when_its_time_comes)
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    old.refresh_from_db()
    assert (old.live, old.expired) == (False, True)


def test_a_dry_run_says_what_is_due_and_changes_nothing(when_its_time_comes, capsys):
    page = draft(text(), title="Whole")
    schedule(page, when_its_time_comes)
    call_command("publish_scheduled", dryrun=True)
    assert "Due: Publish “Whole”" in capsys.readouterr().out
    assert not is_live(page)


# Code
def test_code_that_publishes_an_unfinished_page_is_refused_with_reasons():
    page = unfinished()
    with pytest.raises(PublishingRefused) as refused:
        page.get_latest_revision().publish()
    assert refused.value.page.pk == page.pk
    assert refused.value.messages == ["Part 1 (text), text: This field is required."]
    assert not is_live(page)


# Approval
def test_approving_an_unfinished_page_leads_back_to_it_with_reasons(admin_client, admin_user):
    page = unfinished("Half")
    Workflow.objects.all().delete()
    workflow = Workflow.objects.create(name="Another pair of eyes")
    task = GroupApprovalTask.objects.create(name="Read it")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(page, admin_user).current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    answer = admin_client.post(address, {"comment": "Looks right."})
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    said = " ".join(str(m) for m in admin_client.get("/admin/").context["messages"])
    assert "“Half” was not published. Part 1 (text), text: This field is required." in said
    assert not is_live(page)
