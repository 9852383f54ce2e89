"""What people add to the editor: gentle warnings after saving."""

from django.contrib import messages
from wagtail import hooks


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def warn_about_quotations(request, page) -> None:
    """Say what an editor should look at: pull quotes gone from the text, unknown roles."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return  # An autosave: nobody would see it.
    for warning in getattr(page, "warnings", list)():
        messages.warning(request, warning)
