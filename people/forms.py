"""The editor's form of a profile: roles must make sense in time."""

from django.utils import timezone

from core.forms import BasePageForm


class ProfileForm(BasePageForm):
    """Checks roles against the calendar. A model's own rules may not depend on today."""

    def clean(self):
        """Refuse roles that start in the future or end before they start."""
        cleaned = super().clean()
        for form in self._roles():
            start, end = form.cleaned_data.get("started_on"), form.cleaned_data.get("ended_on")
            if start and start > timezone.localdate():
                form.add_error(
                    "started_on", "This day is still to come. Add the role when it has begun."
                )
            if start and end and end < start:
                form.add_error("ended_on", "The role can not have ended before it started.")
            if not (form.cleaned_data.get("organisation_name") or self._organisation(form)):
                form.add_error("organisation", "Choose an organisation, or type its name below.")
        return cleaned

    def _roles(self) -> list:
        formset = self.formsets.get("roles")
        if formset is None or self.is_deferred_validation:
            return []
        return [
            form
            for form in formset.forms
            if getattr(form, "cleaned_data", None) and not form.cleaned_data.get("DELETE")
        ]

    def _organisation(self, form):
        return form.cleaned_data.get("organisation")
