"""Serves the site to a browser while tests run: the whole of it, files included, in a thread."""

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.testcases import LiveServerThread
from wagtail.models import Site


def as_in_production(_with_djangos_own_files) -> WSGIHandler:
    """Return the site as a production server runs it.

    Django's test server answers for style sheets and pictures itself; here WhiteNoise and
    core.media do. Only the collecting of static files is left out.
    """
    with override_settings(WHITENOISE_USE_FINDERS=True):
        return WSGIHandler()


class Server:
    """The site on a free port of this machine. `url` has no slash at its end."""

    def __init__(self) -> None:
        self.thread = LiveServerThread("localhost", static_handler=as_in_production)
        self.thread.daemon = True
        self.thread.start()
        self.thread.is_ready.wait()
        if self.thread.error:
            raise self.thread.error
        self.url = f"http://localhost:{self.thread.port}"

    def stop(self) -> None:
        """End the thread."""
        self.thread.terminate()

    def give_address(self) -> None:
        """Let the Site record say where the server answers."""
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.port = "localhost", self.thread.port
        site.save()


def start_afresh() -> None:
    """Empty the tables, then fill in what migrations made."""
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
