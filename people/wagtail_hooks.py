"""What people add to the editor: gentle warnings after saving."""

from django.contrib import messages
from django.shortcuts import redirect
from wagtail import hooks


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def warn_about_quotations(request, page) -> None:
    """Say what an editor should look at: pull quotes gone from the text, unknown roles."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return  # An autosave: nobody would see it.
    for warning in getattr(page, "warnings", list)():
        messages.warning(request, warning)


@hooks.register("before_delete_snippet")
def keep_organisations_in_use(request, instances):
    """Refuse to delete an organisation that roles or successors still name."""
    used = [
        organisation
        for organisation in instances
        if hasattr(organisation, "predecessors")
        and (organisation.roles.exists() or organisation.predecessors.exists())
    ]
    if not used:
        return None
    names = ", ".join(str(organisation) for organisation in used)
    messages.error(
        request,
        f"{names}: still named by people’s roles or by other organisations, so not deleted. "
        "If it is no more, say on it what became of it.",
    )
    return redirect(used[0].snippet_viewset.get_url_name("list"))
