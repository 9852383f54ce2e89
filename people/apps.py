"""The app of people, roles and organisations."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Profiles, roles, organisations and the quote block."""

    name = "people"
    verbose_name = "People"

    def ready(self) -> None:
        """Tell search which names mean the same."""
        from people import equivalents

        equivalents.connect()
