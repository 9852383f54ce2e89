"""What the page-updated date is made of: the editor's answers and the notes that readers see.

The answer belongs to a revision, so that a revert, a copy or an old draft never asks it again;
the note belongs to the page. Wagtail's `page_published` signal is the one thing in every publish
path, so the date is recomputed from the notes there (docs/features/page-updated-date.md).
"""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet


class ChangeAnswer(models.Model):
    """The editor's answer to "do readers need to know about this change?" for one revision."""

    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="change_answer"
    )
    readers_need_to_know = models.BooleanField()
    note = models.CharField(max_length=255, blank=True)

    def __str__(self) -> str:
        return self.note or ("Readers need to know" if self.readers_need_to_know else "No note")


class ChangeNoteForm(WagtailAdminModelForm):
    """Lets an editor correct a note's words and date."""

    def clean_on(self) -> datetime.date:
        """Refuse a date before the page was published, or one that is still to come."""
        on = self.cleaned_data["on"]
        published = self.instance.page.published_on
        if on > timezone.localdate():
            raise ValidationError("This date is in the future. Choose today or a day before.")
        if published and on < published:
            raise ValidationError(
                f"The page was published on {published:%-d %B %Y}: choose that day or a later one."
            )
        return on


class ChangeNote(models.Model):
    """A change that readers were told of: its date and, if the editor wrote one, a note."""

    # A plain key: child rows live in revisions, so a revert would delete newer notes.
    page = models.ForeignKey("core.BasePage", on_delete=models.CASCADE, related_name="change_notes")
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    on = models.DateField()
    note = models.CharField(max_length=255, blank=True)

    # A note goes with its page, and is no use of it that an editor should be told of.
    wagtail_reference_index_ignore = True
    base_form_class = ChangeNoteForm
    panels = [FieldPanel("on"), FieldPanel("note")]

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "revision"], name="one_note_per_revision")
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.note or 'no note'}"

    def why_kept(self) -> str:
        """Return why the note can not be removed: a page needs one to be dated by; else ""."""
        is_only = not type(self).objects.filter(page=self.page_id).exclude(pk=self.pk).exists()
        return "the page is dated by it alone. Correct its day or its words" if is_only else ""


class ChangeNoteViewSet(SnippetViewSet):
    """Reached from a page's editor: notes are written by publishing, so none is added here."""

    model = ChangeNote
    icon = "date"
    add_to_admin_menu = False
    copy_view_enabled = False
    inspect_view_enabled = False


register_snippet(ChangeNoteViewSet)


def note_publication(page, revision) -> None:
    """Write the note that this publication calls for, and make the page's date follow.

    The first publication writes the first note, on the date set by hand if there is one (an
    imported page), else today. Later ones write a note only when the editor answered yes.
    Publishing the same revision twice adds nothing.
    """
    if not page.live or page.alias_of_id:
        return
    notes = ChangeNote.objects.filter(page_id=page.pk)
    if not notes.exists():
        take_the_day_set_by_hand(page)
        ChangeNote.objects.create(page_id=page.pk, revision=revision, on=first_date(page))
    else:
        answer = ChangeAnswer.objects.filter(revision=revision, readers_need_to_know=True).first()
        if answer:
            ChangeNote.objects.get_or_create(
                page_id=page.pk,
                revision=revision,
                defaults={"on": timezone.localdate(), "note": answer.note},
            )
    recompute_updated_date(page)


def take_the_day_set_by_hand(page) -> None:
    """Let a page of an older site, which an editor dated by hand, be as old as that.

    Only on the very first publication: an importer says itself when a page was published.
    """
    day = page.page_updated_on
    if page.first_published_at != page.last_published_at or not day or day >= page.published_on:
        return
    noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    page.first_published_at = noon
    page.base_page_model.objects.filter(pk=page.pk).update(first_published_at=noon)


def first_date(page) -> datetime.date:
    """Return the date of the first note: set by hand, but neither future nor unpublished."""
    today = timezone.localdate()
    published = page.published_on or today
    return min(max(page.page_updated_on or published, published), today)


def recompute_updated_date(page) -> None:
    """Set the page's updated date, and its aliases', to the newest note's."""
    base = page.base_page_model
    newest = ChangeNote.objects.filter(page_id=page.pk).aggregate(newest=models.Max("on"))["newest"]
    page.page_updated_on = newest
    base.objects.filter(models.Q(pk=page.pk) | models.Q(alias_of_id=page.pk)).update(
        page_updated_on=newest
    )
