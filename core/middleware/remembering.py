"""One query a request, and the small facts of the site need no more."""

from core.remembered import remembering
from core.shelf import shelving


class RememberingMiddleware:
    """Reads the site's generation once, so that `remember` can keep facts (decision 0007)."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        """Answer with facts remembered; templates are rendered inside too."""
        with remembering(), shelving():
            return self.get_response(request)
