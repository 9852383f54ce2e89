"""The form that every page's editor is built on keeps what Wagtail's editor brings."""

from django.db import models
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput, SlugInput
from wagtail.models import get_page_models

WIDGETS = {
    models.SlugField: SlugInput,
    models.DateField: AdminDateInput,
    models.TextField: AdminAutoHeightTextInput,
}


def plain_fields(page_model) -> list[str]:
    """Return the fields of a page type's form that lack the widget Wagtail has for their kind."""
    fields = page_model.get_edit_handler().get_form_class().base_fields
    return [
        name
        for name, field in fields.items()
        for kind, widget in WIDGETS.items()
        if name in {column.name for column in page_model._meta.fields if type(column) is kind}
        and not isinstance(field.widget, widget)
    ]


def test_every_page_is_edited_with_the_widgets_of_wagtail():
    pages = [model for model in get_page_models() if model.is_creatable]
    assert {model.__name__: plain for model in pages if (plain := plain_fields(model))} == {}


def test_a_planted_plain_field_is_found():
    class Planted:
        class _meta:  # noqa: N801
            fields = [models.SlugField(name="slug")]

        @classmethod
        def get_edit_handler(cls):
            return cls

        @classmethod
        def get_form_class(cls):
            return type("Form", (), {"base_fields": {"slug": models.SlugField().formfield()}})

    assert plain_fields(Planted) == ["slug"]
