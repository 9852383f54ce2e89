"""What core adds to Wagtail's editor: titles of works, quick links, and refusals in words."""

import wagtail.admin.rich_text.editors.draftail.features as draftail_features
from django.contrib import messages
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler

from core.frame import reserved_slug_refusal, reserved_slugs
from core.links import DocumentFromTheShelf, PageFromTheShelf
from core.models import BasePage


@hooks.register("register_rich_text_features")
def register_title_of_a_work(features) -> None:
    """Let editors mark the title of a book, film or report; it is set in the title face."""
    features.register_editor_plugin(
        "draftail",
        "work",
        draftail_features.InlineStyleFeature(
            {
                "type": "WORK",
                "icon": "openquote",
                "description": "Title of a work",
                "style": {"fontFamily": "Georgia, serif", "fontWeight": "600"},
            }
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "work",
        {
            "from_database_format": {"cite": InlineStyleElementHandler("WORK")},
            "to_database_format": {"style_map": {"WORK": "cite"}},
        },
    )


@hooks.register("register_rich_text_features", order=10)
def register_links_from_the_shelf(features) -> None:
    """Take link targets from what the page has loaded instead of asking for each."""
    features.register_link_type(PageFromTheShelf)
    features.register_link_type(DocumentFromTheShelf)


@hooks.register("before_delete_snippet")
def keep_what_is_in_use(request, instances):
    """Refuse to delete what pages still name, and say why, for what tells so: see `why_kept`."""
    told = {one: why for one in instances if (why := getattr(one, "why_kept", str)())}
    if not told:
        return None
    for one, why in told.items():
        messages.error(request, f"“{one}” was not deleted: {why}.")
    return redirect(next(iter(told)).snippet_viewset.get_url_name("list"))


@hooks.register("before_bulk_action")
def refuse_to_publish_unfinished_pages(request, action_type, objects, action) -> None:
    """Take unfinished pages out of a bulk publication, and say what each of them lacks."""
    if action_type != "publish":
        return
    choices = action.cleaned_form.cleaned_data
    if choices.get("include_descendants"):
        # Wagtail would stop at the first unfinished one and publish none of them.
        objects += _drafts_below(objects, request.user)
        choices["include_descendants"] = False
    for page in list(objects):
        specific = page.specific if hasattr(page, "specific") else page
        if not hasattr(specific, "what_is_missing_from_the_draft"):
            continue
        missing = specific.what_is_missing_from_the_draft()
        if missing:
            objects.remove(page)
            reasons = " ".join(str(m) for m in missing)
            messages.error(request, f"“{specific.title}” was not published. {reasons}")


def _drafts_below(pages, user) -> list:
    """Return the drafts below `pages` that `user` may publish, each once."""
    found = {
        draft.pk: draft
        for page in pages
        for draft in page.get_descendants().not_live().specific()
        if draft.permissions_for_user(user).can_publish()
    }
    return [draft for key, draft in found.items() if key not in {page.pk for page in pages}]


@hooks.register("before_copy_page")
def refuse_a_copy_at_an_address_in_use(request, page):
    """Say so, and offer the form again, where a copy would take an address of the site's own."""
    if request.method != "POST":
        return None
    slug, parent_id = request.POST.get("new_slug", ""), request.POST.get("new_parent_page", "")
    parent = BasePage.objects.filter(pk=parent_id).first() if parent_id.isdecimal() else None
    if slug not in reserved_slugs(parent or page.get_parent()):
        return None
    messages.error(request, reserved_slug_refusal(slug))
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("before_move_page")
def refuse_a_move_to_an_address_in_use(request, page, destination):
    """Say so, and ask for another place, where a page would take an address of the site's own."""
    if page.slug not in reserved_slugs(destination):
        return None
    messages.error(request, reserved_slug_refusal(page.slug))
    return redirect("wagtailadmin_pages:move", page.pk)


@hooks.register("before_bulk_action")
def refuse_moves_to_addresses_in_use(request, action_type, objects, action) -> None:
    """Take pages that would have an address of the site's own out of a move of many."""
    if action_type != "move":
        return
    reserved = reserved_slugs(action.cleaned_form.cleaned_data["chooser"])
    for page in [page for page in objects if page.slug in reserved]:
        objects.remove(page)
        refusal = reserved_slug_refusal(page.slug)
        messages.error(request, f"“{page.title}” was not moved. {refusal}")
