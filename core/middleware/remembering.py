"""One query a request, and the small facts of the site need no more."""

from django.conf import settings
from django.utils import translation
from wagtail.models import Site

from core.remembered import remember, remembering
from core.shelf import shelving


def find_site(request):
    """Return the site that answers for the request's host, remembered where Wagtail looks."""
    host = (request._get_raw_host(), request.get_port())
    return remember(("site", *host), lambda: Site._find_for_request(request))


class RememberingMiddleware:
    """Reads the site's generation once, so that `remember` can keep facts (decision 0007)."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        """Answer with facts remembered; templates are rendered inside too."""
        # A page's language must not reach the thread's next request: its address would fail.
        with remembering(), shelving(), translation.override(settings.LANGUAGE_CODE):
            request._wagtail_site = find_site(request)
            return self.get_response(request)
