"""The form behind every page's editor: it asks about the change and about what is missing."""

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm

from core import frame
from core.publishing import what_is_missing

YES_OR_NO = [
    ("yes", "Yes: something they rely on is different now. The date moves."),
    ("no", "No: a typing error, a link, the layout. The date stays."),
]


class BasePageForm(WagtailAdminPageForm):
    """Asks, on a page that has been published, whether readers need to know of the change."""

    readers_need_to_know = forms.TypedChoiceField(
        label="Do readers need to know about this change?",
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        required=False,
        error_messages={"required": "Say whether readers need to know: choose yes or no."},
    )
    change_note = forms.CharField(
        label="What changed, in one sentence for readers",
        max_length=255,
        required=False,
        help_text="Shown beside the date: “Corrected the opening hours.” Only with “yes”.",
    )

    # Wagtail’s own options hold the widgets of its editor.
    class Meta(WagtailAdminPageForm.Meta):
        defer_required_on_fields = ["readers_need_to_know"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.first_published_at and self.instance.change_notes.exists():
            self.fields.pop("page_updated_on", None)
            if "readers_need_to_know" in self.fields:
                self.fields["readers_need_to_know"].required = True
                self._show_answer_of_the_draft()
        else:
            self.fields.pop("readers_need_to_know", None)
            self.fields.pop("change_note", None)

    def _show_answer_of_the_draft(self) -> None:
        """Offer the answer given with this draft again; that of a published one is spent."""
        revision = self.instance.latest_revision
        if revision is None or not self.instance.has_unpublished_changes:
            return
        answer = getattr(revision, "change_answer", None)
        if answer:
            self.initial["readers_need_to_know"] = "yes" if answer.readers_need_to_know else "no"
            self.initial["change_note"] = answer.note

    def clean_slug(self) -> str:
        """Refuse an address that the site uses itself."""
        slug = self.cleaned_data["slug"]
        if slug in frame.reserved_slugs(self.parent_page):
            raise forms.ValidationError(frame.reserved_slug_refusal(slug))
        return slug

    def clean(self):
        """Check what depends on today or on other records: a model's own rules may not."""
        cleaned = super().clean()
        self._check_dates(cleaned)
        self._check_answer(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        """Check what the page lacks for publishing, once the form has filled the instance."""
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        for missing in self.what_is_missing():
            field = missing.field if missing.field in self.fields else None
            self.add_error(field, missing.message)

    def what_is_missing(self):
        """Return what the page, as filled in here, lacks for publishing."""
        for formset in self.formsets.values():
            formset.is_valid()  # A row has no cleaned data before it was asked.
        return what_is_missing(self.instance, formsets=self.formsets)

    def _check_dates(self, cleaned: dict) -> None:
        today = timezone.localdate()
        for name in ("page_updated_on", "reviewed_on"):
            if (day := cleaned.get(name)) and day > today:
                self.add_error(name, "This date is in the future. Choose today or a day before.")
        published = self.instance.published_on
        updated = cleaned.get("page_updated_on")
        if updated and published and updated < published:
            self.add_error(
                "page_updated_on",
                f"The page was published on {published:%-d %B %Y}: it can not have been updated "
                "before that.",
            )
        due = cleaned.get("review_due_on")
        if due and "review_due_on" in self.changed_data and due < today:
            self.add_error("review_due_on", "Choose a day that is still to come.")

    def _check_answer(self, cleaned: dict) -> None:
        need = cleaned.get("readers_need_to_know")
        note = (cleaned.get("change_note") or "").strip()
        if need is False and note:
            self.add_error(
                "change_note",
                "You said that readers do not need to know. Remove the note, or answer “yes”.",
            )
        self.instance.pending_change_answer = (need, note) if need is not None else None
