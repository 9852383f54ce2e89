"""Serves the site to a browser while tests run: the whole of it, files included, in a thread."""

import threading

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.testcases import LiveServerThread
from wagtail.models import Site

LONGEST_ANSWER = 30  # seconds


class CountedHandler(WSGIHandler):
    """The site as a production server runs it, which knows how many requests it is answering."""

    def __init__(self) -> None:
        self.count, self.changed = 0, threading.Condition()
        # Django's test server answers for style sheets and pictures itself; here WhiteNoise and
        # core.media do. Only the collecting of static files is left out.
        with override_settings(WHITENOISE_USE_FINDERS=True):
            super().__init__()

    def __call__(self, environ, start_response):
        """Answer a request."""
        self._count(1)
        try:
            return super().__call__(environ, start_response)
        finally:
            self._count(-1)

    def wait_until_idle(self) -> None:
        """Wait until every request has its answer."""
        with self.changed:
            assert self.changed.wait_for(lambda: not self.count, timeout=LONGEST_ANSWER)

    def _count(self, one: int) -> None:
        with self.changed:
            self.count += one
            self.changed.notify_all()


class Server:
    """The site on a free port of this machine. `url` has no slash at its end."""

    def __init__(self) -> None:
        self.site = CountedHandler()
        self.thread = LiveServerThread("localhost", static_handler=lambda _djangos: self.site)
        self.thread.daemon = True
        self.thread.start()
        self.thread.is_ready.wait()
        if self.thread.error:
            raise self.thread.error
        self.url = f"http://localhost:{self.thread.port}"

    def stop(self) -> None:
        """End the thread."""
        self.thread.terminate()

    def wait_until_idle(self) -> None:
        """Wait for requests that a browser began and no longer needs: they use the database."""
        self.site.wait_until_idle()

    def give_address(self) -> None:
        """Let the Site record say where the server answers."""
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.port = "localhost", self.thread.port
        site.save()


def start_afresh() -> None:
    """Empty the tables, then fill in what migrations made."""
    # Wagtail asks for content types while it builds what is filled in, and would make second ones
    # of those that this process has not met.
    ContentType.objects.get_for_models(*apps.get_models())
    quietly = {"verbosity": 0, "interactive": False, "inhibit_post_migrate": True}
    # Sequences go on, since what is filled in brings its own keys.
    call_command("flush", reset_sequences=False, **quietly)
    connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
