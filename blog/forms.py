"""The editor's form of a post: every post has an author with a name."""

from core.forms import BasePageForm


class BlogPageForm(BasePageForm):
    """Fills the byline from profiles as the post is saved."""

    def clean(self):
        """Refuse an author without a name, unless a draft is being saved."""
        cleaned = super().clean()
        formset = self.formsets.get("authorships")
        if formset is None or self.is_deferred_validation:
            return cleaned
        for form in formset.forms:
            # A row has no cleaned data before it was asked, and the page is asked first.
            if not form.is_valid() or not form.cleaned_data or form.cleaned_data.get("DELETE"):
                continue
            if not form.cleaned_data.get("profile") and not form.cleaned_data.get("name"):
                form.add_error("name", "Choose a person above, or type the author’s name.")
        return cleaned
