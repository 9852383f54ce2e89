"""Every page type keeps the promises that BasePage makes for it."""

import pytest
from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import get_page_models

from core.forms import BasePageForm
from tests.house.source import ORDER

# Wagtail's own keys, which it handles itself when an old revision is opened.
WAGTAILS = {"locale", "content_type"}
REFUSING = {models.PROTECT, models.RESTRICT}


def page_models() -> list:
    """Return this site's page types."""
    return [model for model in get_page_models() if model._meta.app_label in ORDER]


def child_models() -> list:
    """Return the models whose rows live in a page's revisions."""
    ours = (model for app in ORDER if apps.is_installed(app) for model in _models_of(app))
    return [
        model
        for model in ours
        if any(isinstance(field, ParentalKey) for field in model._meta.get_fields())
    ]


def _models_of(app: str):
    return apps.get_app_config(app).get_models()


def refuses_deletion(field) -> bool:
    """Say whether a key would make an old revision impossible to open once its target is gone."""
    key = getattr(field, "remote_field", None)
    return key is not None and getattr(key, "on_delete", None) in REFUSING


def has_another_form(model) -> bool:
    """Say whether a page type's editor asks nothing about changes and missing things."""
    return not issubclass(model.get_edit_handler().get_form_class(), BasePageForm)


@pytest.mark.parametrize("model", page_models(), ids=lambda model: model.__name__)
def test_every_page_type_is_edited_with_the_form_that_asks(model):
    assert not has_another_form(model)


@pytest.mark.parametrize(
    "model", [*page_models(), *child_models()], ids=lambda model: model.__name__
)
def test_no_key_of_a_page_or_its_rows_refuses_deletion(model):
    fields = [field for field in model._meta.get_fields() if field.name not in WAGTAILS]
    assert [field.name for field in fields if refuses_deletion(field)] == []


@pytest.mark.parametrize("model", page_models(), ids=lambda model: model.__name__)
def test_page_types_are_named_as_pages(model):
    assert model.__name__.endswith("Page")


def test_a_planted_form_is_found():
    class Panels:
        def get_form_class(self):
            return WagtailAdminPageForm

    class Planted:
        get_edit_handler = Panels

    assert has_another_form(Planted)


@pytest.mark.parametrize("refusing", sorted(REFUSING, key=str))
def test_a_planted_refusing_key_is_found(refusing):
    assert refuses_deletion(models.ForeignKey("core.Topic", refusing))
    assert not refuses_deletion(models.ForeignKey("core.Topic", models.SET_NULL, null=True))
