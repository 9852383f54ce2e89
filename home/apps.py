"""The app of the home page and of standard pages."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home and standard pages."""

    name = "home"
    verbose_name = "Home and standard pages"
