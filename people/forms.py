"""The editor's form of a profile: roles must make sense in time."""

from django.utils import timezone

from core.forms import BasePageForm


class ProfileForm(BasePageForm):
    """Checks roles against the calendar. A model's own rules may not depend on today."""

    def clean(self):
        """Refuse roles that start in the future, end before they start, or are for nobody."""
        cleaned = super().clean()
        for form in self._roles():
            self._follow_the_organisation(form)
            if not self.is_deferred_validation:
                _check(form)
        return cleaned

    def _roles(self) -> list:
        formset = self.formsets.get("roles")
        rows = formset.forms if formset else []
        # A row has no cleaned data before it was asked, and the page is asked first.
        filled = [form for form in rows if form.is_valid() and form.cleaned_data]
        return [form for form in filled if not form.cleaned_data.get("DELETE")]

    def _follow_the_organisation(self, form) -> None:
        """Let go of the name kept of another organisation, when the editor chooses anew."""
        changed = form.changed_data
        if "organisation" in changed and "organisation_name" not in changed:
            form.cleaned_data["organisation_name"] = form.instance.organisation_name = ""


def _check(form) -> None:
    start, end = form.cleaned_data.get("started_on"), form.cleaned_data.get("ended_on")
    if start and start > timezone.localdate():
        form.add_error("started_on", "This day is still to come. Add the role when it has begun.")
    if start and end and end < start:
        form.add_error("ended_on", "The role can not have ended before it started.")
    if not (form.cleaned_data.get("organisation_name") or form.cleaned_data.get("organisation")):
        form.add_error("organisation", "Choose an organisation, or type its name below.")
