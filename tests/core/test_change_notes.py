"""Notes to readers can be corrected and removed; the date follows; dates make sense."""

import datetime

import pytest
from django.urls import reverse

from core.models import ChangeNote
from tests.core.desk import words
from tests.factories import StandardPageFactory, publish

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
MAY_2016 = datetime.datetime(2016, 5, 4, 12, tzinfo=datetime.UTC)


@pytest.fixture
def page(published_days_ago):
    """Return a page that was published thirty days ago and changed today."""
    page = published_days_ago(publish(StandardPageFactory()))
    return publish(page, change_answer=(True, "A new chiar."))


def address(note, what: str) -> str:
    return reverse(note.snippet_viewset.get_url_name(what), args=[note.pk])


def correct(client, written, **fields):
    sent = {"on": written.on, "note": written.note, **fields}
    return client.post(address(written, "edit"), sent)


def complaint(answer) -> str:
    return " ".join(answer.context["form"].errors["on"])


def newest(page) -> ChangeNote:
    return page.change_notes.first()


# Correcting
def test_a_corrected_note_keeps_its_date(admin_client, page, today):
    correct(admin_client, newest(page), note="A new chair.")
    page.refresh_from_db()
    assert [note.note for note in page.public_notes] == ["A new chair."]
    assert page.page_updated_on == today


def test_a_note_given_another_day_takes_the_pages_date_with_it(admin_client, page, today):
    correct(admin_client, newest(page), on=today - 3 * DAY)
    page.refresh_from_db()
    assert page.page_updated_on == today - 3 * DAY


def test_a_removed_note_takes_the_pages_date_back(admin_client, page, today):
    admin_client.post(address(newest(page), "delete"))
    page.refresh_from_db()
    assert page.page_updated_on == page.published_on
    assert page.public_notes == []


def test_a_note_may_not_be_dated_in_the_future(admin_client, page, today):
    answer = correct(admin_client, newest(page), on=today + DAY)
    assert "in the future" in complaint(answer)


def test_a_note_may_not_be_dated_before_publication(admin_client, page):
    answer = correct(admin_client, newest(page), on=page.published_on - DAY)
    published = f"{page.published_on:%-d %B %Y}"
    assert f"published on {published}" in complaint(answer)


def test_the_editor_of_a_page_leads_to_each_of_its_notes(admin_client, page):
    answer = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert address(newest(page), "edit") in answer.text
    assert "A new chiar." in answer.text


def test_the_last_note_of_a_page_stays_since_the_page_is_dated_by_it(admin_client, page):
    for note in list(page.change_notes.all()):
        answer = admin_client.post(address(note, "delete"), follow=True)
    assert "was not deleted: the page is dated by it alone" in answer.text
    assert page.change_notes.count() == 1


def test_a_date_lost_with_every_note_comes_back_with_the_next_publication(page, today):
    ChangeNote.objects.filter(page=page).delete()
    page = publish(type(page).objects.get(pk=page.pk))
    assert page.page_updated_on == page.published_on


# Set by hand
def test_a_page_of_an_older_site_keeps_the_date_set_by_hand(desk, home):
    old = datetime.date(2018, 2, 21)
    page = desk.create(home, page_updated_on=old.isoformat(), body=words("Old words."))
    page = desk.publish(page, page_updated_on=old.isoformat(), body=words("Old words."))
    assert page.page_updated_on == old
    assert page.published_on == old


def test_a_date_set_by_hand_holds_when_the_page_is_published_at_once(desk, home):
    old = datetime.date(2018, 2, 21)
    page = desk.create(home, "publish", page_updated_on=old.isoformat(), body=words("Old words."))
    assert (page.published_on, page.page_updated_on) == (old, old)


def test_an_import_sets_both_dates_itself(today):
    page = StandardPageFactory(
        live=False,
        first_published_at=MAY_2016,
        page_updated_on=datetime.date(2018, 2, 21),
    )
    page = publish(page)
    assert page.published_on == datetime.date(2016, 5, 4)
    assert page.page_updated_on == datetime.date(2018, 2, 21)
    page = publish(page, change_answer=(True, "Copied from the older site."))
    assert page.page_updated_on == today


def test_an_import_can_not_date_a_page_before_its_publication():
    page = StandardPageFactory(
        live=False,
        first_published_at=MAY_2016,
        page_updated_on=datetime.date(2014, 1, 1),
    )
    assert publish(page).page_updated_on == datetime.date(2016, 5, 4)


def test_code_can_not_date_a_page_in_the_future(today):
    page = StandardPageFactory(live=False, first_published_at=None)
    page.page_updated_on = today + 5 * DAY
    page.save()
    assert publish(page).page_updated_on == today


def test_a_date_in_the_future_is_refused_in_the_form(desk, home, today):
    desk.create(home, page_updated_on=(today + DAY).isoformat())
    assert "in the future" in desk.refusals["page_updated_on"]


def test_a_published_page_offers_no_date_to_be_set_by_hand(desk, page, today):
    form = desk.form(page)
    assert "page_updated_on" not in form.fields
    desk.publish(page, readers_need_to_know="no", page_updated_on="2012-01-01")
    page.refresh_from_db()
    assert page.page_updated_on == today


def test_a_date_before_publication_is_refused_where_a_page_has_no_notes_yet(desk):
    page = StandardPageFactory()
    page.save_revision()
    before = page.published_on - DAY
    desk.publish(page, page_updated_on=before.isoformat())
    assert "can not have been updated before" in desk.refusals["page_updated_on"]


# Reviews
def test_a_review_that_is_still_to_come_is_no_review(desk, page, today):
    desk.save(page, reviewed_on=(today + DAY).isoformat())
    assert "in the future" in desk.refusals["reviewed_on"]


def test_a_next_review_in_the_past_is_refused(desk, page, today):
    desk.save(page, review_due_on=(today - DAY).isoformat())
    assert "still to come" in desk.refusals["review_due_on"]


def test_a_review_that_fell_due_since_stops_no_edit(desk, page, today):
    page.review_due_on = today - DAY
    page.save()
    page.save_revision()
    page = desk.publish(
        page, review_due_on=page.review_due_on.isoformat(), readers_need_to_know="no"
    )
    assert desk.refusals == {}
    assert not page.has_unpublished_changes


def test_readers_never_see_a_review_date_that_has_passed(page, today):
    page.review_due_on = today
    assert page.next_review_on == today
    page.review_due_on = today - DAY
    assert page.next_review_on is None


# Addresses
@pytest.mark.parametrize("slug", ["search", "admin", "health", "documents", "cy"])
def test_an_address_that_the_site_uses_itself_is_refused(desk, home, slug):
    desk.create(home, slug=slug)
    assert f"“{slug}” is an address that the site uses itself" in desk.refusals["slug"]
