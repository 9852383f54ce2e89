"""The app of those who run the site."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Background work and demonstration content."""

    name = "operations"
    verbose_name = "Operations"
