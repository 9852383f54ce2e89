"""Fills in Wagtail's forms as a browser does: what is there stays, what is given changes."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    querydict_from_html,
    streamfield,
)


def sign_in(client):
    """Sign an administrator in and return the client."""
    client.force_login(get_user_model().objects.create_superuser("editor", "editor@site.example"))
    return client


def fill_in(response, form_id: str, **given) -> dict:
    """Return what a form of a response sends, with `given` in place of what it holds.

    A list of pairs is a body, a list of dictionaries is rows (those with an `id` first: they are
    there already); anything else is a field.
    """
    form = querydict_from_html(response.text, form_id=form_id)
    filled = {name: form.getlist(name) for name in form}
    for name, value in given.items():
        filled = {key: old for key, old in filled.items() if not key.startswith(f"{name}-")}
        filled |= nested_form_data({name: _as_sent(value)})
    return filled


def _as_sent(value):
    if not isinstance(value, list):
        return value
    if all(isinstance(item, tuple) for item in value):
        return streamfield(value)
    return inline_formset(value, initial=sum(bool(row.get("id")) for row in value))


def edit_page(client, page, action: str = "save", **given):
    """Send the editor's form of a page; `action` is "save" or "publish". Follows redirects."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = fill_in(client.get(address), "page-edit-form", **given)
    buttons = {"publish": {"action-publish": "action-publish"}, "save": {}}
    return client.post(address, data | buttons[action], follow=True)


def add_page(client, parent, model, action: str = "save", **given):
    """Send the form for a new page of `model` below `parent`. Follows redirects."""
    place = (model._meta.app_label, model._meta.model_name, parent.pk)
    address = reverse("wagtailadmin_pages:add", args=place)
    data = fill_in(client.get(address), "page-edit-form", **given)
    buttons = {"publish": {"action-publish": "action-publish"}, "save": {}}
    return client.post(address, data | buttons[action], follow=True)


def said(response) -> str:
    """Return the messages that a page of the editor shows, as one text."""
    return " ".join(str(message) for message in response.context["messages"])


def complaints(response) -> str:
    """Return what the form of a refused page complains of, blocks and rows too, as one text."""
    form = response.context["form"]
    rows = [row for formset in form.formsets.values() for row in formset.forms]
    faults = [fault for one in (form, *rows) for fault in _faults(one)]
    return "\n".join(faults)


def _faults(form) -> list[str]:
    return [
        str(fault.as_json_data()) if hasattr(fault, "as_json_data") else ", ".join(fault.messages)
        for faults in form.errors.as_data().values()
        for fault in faults
    ]
