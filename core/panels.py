"""Panels of the editor that need more than a field."""

from django.urls import reverse
from wagtail.admin.panels import HelpPanel


class ChangePanel(HelpPanel):
    """Says what readers see of the page's updates, beside the question about this one."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("template", "core/admin/change_panel.html")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel on one page's form."""

        def get_context_data(self, parent_context=None) -> dict:
            """Add the notes that readers see, each with where those who may can correct it."""
            context = super().get_context_data(parent_context)
            notes = self.instance.public_notes if self.instance.pk else []
            may_correct = self.request.user.has_perm("core.change_changenote")
            for note in notes if may_correct else ():
                note.edit_url = reverse(note.snippet_viewset.get_url_name("edit"), args=[note.pk])
            context["notes"] = notes
            return context
