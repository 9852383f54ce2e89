"""The app that every other one may import."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Connects the handlers that keep dates, pictures, remembered facts and caches true."""

    name = "core"
    verbose_name = "Site"

    def ready(self) -> None:
        """Connect signal handlers, and keep the blocks that publishing is checked with."""
        from core import publishing, purge_handlers, signal_handlers, site_record

        signal_handlers.connect()
        purge_handlers.connect()
        site_record.connect(self)
        publishing.keep_blocks()
