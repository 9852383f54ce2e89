"""An editor at work: posts to Wagtail's own views what its pages would send."""

from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import StandardPage

YES, NO = "yes", "no"
# What the form sends for the fields that a test does not mention.
NOT_MENTIONED = {
    "slug": "",
    "page_updated_on": "",
    "change_note": "",
    "seo_title": "",
    "search_description": "",
    "listing_picture": "",
    "reviewed_on": "",
    "review_due_on": "",
    "review_owner": "",
    "review_deputy": "",
    "go_live_at": "",
    "expire_at": "",
}


def words(*paragraphs: str) -> dict:
    """Return a body of one text block, as the form sends it."""
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return streamfield([("text", {"text": rich_text(html, features=["bold"]), "language": ""})])


def empty_text() -> dict:
    """Return a body of one text block that nobody has filled in."""
    return streamfield([("text", {"text": "null", "language": ""})])


class Desk:
    """What an editor does with standard pages. `refusals` are the errors of the last answer."""

    def __init__(self, client) -> None:
        self.client = client
        self.answer = None

    def create(self, parent, action: str = "", **fields):
        """Make a standard page below `parent`; `action` is "publish" or "submit"."""
        address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk])
        self._post(address, action, {"title": "A page", "slug": "a-page", **fields})
        return StandardPage.objects.child_of(parent).order_by("-path").first()

    def save(self, page, **fields):
        """Save a draft."""
        return self._edit(page, "", fields)

    def publish(self, page, **fields):
        """Press the publish button, with the form as the newest draft fills it and `fields`."""
        return self._edit(page, "publish", fields)

    def submit(self, page, **fields):
        """Submit the page to its workflow."""
        return self._edit(page, "submit", fields)

    def autosave(self, page, over: int | None = None, **fields) -> dict:
        """Save as the editor does by itself; `over` is the revision it wrote before."""
        return self._edit(page, "", {**fields, "overwrite_revision_id": over or ""}, json=True)

    def revert(self, page, revision: Revision, **fields):
        """Open an older revision and publish it."""
        return self._edit(page, "publish", {**fields, "revision": revision.pk}, revision=revision)

    def publish_in_bulk(self, *pages, with_children: bool = False):
        """Choose pages in the explorer and publish them together."""
        address = reverse("wagtail_bulk_action", args=["core", "basepage", "publish"])
        query = "&".join(f"id={page.pk}" for page in pages)
        chosen = {"include_descendants": "on"} if with_children else {}
        self.answer = self.client.post(f"{address}?{query}&next=/admin/", chosen)
        return self.answer

    def form(self, page):
        """Return the page's form as the editor is shown it, without the page around it."""
        draft = page.specific_class.objects.get(pk=page.pk).get_latest_revision_as_object()
        form = draft.get_edit_handler().get_form_class()
        return form(instance=draft, parent_page=draft.get_parent())

    def messages(self) -> str:
        """Return what the editor is told on the next page."""
        return " ".join(str(m) for m in self.client.get("/admin/").context["messages"])

    @property
    def refusals(self) -> dict:
        """Return the errors of the form that was sent, by field; {} when it was taken."""
        form = self.answer.context and self.answer.context.get("form")
        return {name: " ".join(errors) for name, errors in form.errors.items()} if form else {}

    def _edit(self, page, action: str, fields: dict, json: bool = False, revision=None):
        draft = revision.as_object() if revision else page.get_latest_revision_as_object()
        current = {name: _shown(draft, name) for name in ("title", "slug", "summary")}
        answer = self.form(page).initial.get("readers_need_to_know") or ""
        current["readers_need_to_know"] = answer
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        self._post(address, action, {**current, **fields}, json)
        return self.answer.json() if json else type(page).objects.get(pk=page.pk)

    def _post(self, address: str, action: str, fields: dict, json: bool = False) -> None:
        data = {"summary": "", "body": streamfield([]), "comments": inline_formset([])}
        data = nested_form_data({**NOT_MENTIONED, **data, **fields})
        if action:
            data[f"action-{action}"] = "on"
        headers = {"accept": "application/json"} if json else {"accept": "text/html"}
        self.answer = self.client.post(address, data, headers=headers)


def _shown(draft, name: str):
    return getattr(draft, name) or ""
