"""Pages are there to be read: whoever sends something to one is told that it takes nothing."""

from django.http import HttpResponseNotAllowed

READING = ("GET", "HEAD", "OPTIONS")
# The editor's own addresses, and those of the forms that readers meet.
EDITING = "admin/"
FORMS = {
    *("wagtailcore_login", "wagtailcore_authenticate_with_password"),
    "wagtaildocs_authenticate_with_password",
}


class ReadingOnlyMiddleware:
    """Answers 405 to what is sent to an address that takes nothing. Stands before CSRF's."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        """Answer as usual."""
        return self.get_response(request)

    def process_view(self, request, _view, _args, _kwargs):
        """Refuse, or let the view answer."""
        match = request.resolver_match
        takes_something = match.route.startswith(EDITING) or match.url_name in FORMS
        if request.method in READING or takes_something:
            return None
        return HttpResponseNotAllowed(READING)
