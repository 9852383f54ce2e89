"""The app's name and place."""

from django.apps import AppConfig


class EditingConfig(AppConfig):
    """Editing: what editors get beyond Wagtail."""

    name = "editing"
    default_auto_field = "django.db.models.BigAutoField"
