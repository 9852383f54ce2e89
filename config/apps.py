"""What is set up once all other apps are ready."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Usage(AppConfig):
    """Comes after Wagtail, some of whose handlers it takes off."""

    name = "config"

    def ready(self) -> None:
        """Leave rows to their pages, also after a migration, when Wagtail connects them again."""
        from config.usage import leave_rows_to_their_pages

        leave_rows_to_their_pages()
        post_migrate.connect(leave_rows_to_their_pages, dispatch_uid="config.usage")
