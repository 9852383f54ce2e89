"""The form of promoted pages: what could never do anything is refused, in plain words."""

from wagtail.admin.forms import WagtailAdminModelForm

from search.engine.analysis import analyzer_for
from search.engine.synonyms import sequence
from search.models.synonyms import lines_of


class PromotionForm(WagtailAdminModelForm):
    """Checks the searches and the pages against each other."""

    def clean(self):
        """Refuse searches that nobody can make, and pages that say nothing or too much."""
        cleaned = super().clean()
        analyzer = analyzer_for(cleaned.get("language") or "")
        for line in lines_of(cleaned.get("phrases") or ""):
            if not sequence(line, analyzer):
                self.add_error("phrases", f"“{line}” has no letter or figure to search for.")
        pages = [*self._pages("promoted"), *self._pages("demoted")]
        if not pages:
            self.add_error(None, "Choose at least one page to come first or last.")
        for page in dict.fromkeys(page for page in pages if pages.count(page) > 1):
            self.add_error(None, f"“{page}” stands here more than once.")
        return cleaned

    def _pages(self, relation: str) -> list:
        """Return the pages chosen in one of the two lists, without the rows to be removed."""
        rows = [form.cleaned_data for form in self.formsets[relation].forms if form.is_valid()]
        return [row["page"] for row in rows if row.get("page") and not row.get("DELETE")]
