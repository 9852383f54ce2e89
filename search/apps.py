"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Listens to what changes, and keeps the index true."""

    name = "search"

    def ready(self) -> None:
        """Listen to what changes."""
        from search import promoting, signal_handlers, synonym_source

        signal_handlers.connect()
        synonym_source.connect()
        promoting.connect()
