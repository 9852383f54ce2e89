"""The editor's form of a post: every post has an author with a name."""

from core.forms import BasePageForm


class BlogPageForm(BasePageForm):
    """Fills the byline from profiles as the post is saved."""

    def clean(self):
        """Refuse an author without a name, and a post without an author, when publishing."""
        cleaned = super().clean()
        formset = self.formsets.get("authorships")
        if formset is None or self.is_deferred_validation:
            return cleaned
        rows = [
            form
            for form in formset.forms
            if form.is_valid() and form.has_changed() and not form.cleaned_data.get("DELETE")
        ]
        kept = rows or [form for form in formset.initial_forms if form.is_valid()]
        for form in kept:
            if not form.cleaned_data.get("profile") and not form.cleaned_data.get("name"):
                form.add_error("name", "Choose a person above, or type the author’s name.")
        return cleaned
