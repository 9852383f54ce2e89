"""A publication that is refused leads back to the editor with the reasons, never to an error."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join

from core.publishing import PublishingRefused


class PublishingRefusedMiddleware:
    """Turns `PublishingRefused` in an editor's request into a message and a way back."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Show what is missing beside the page's editor. Other errors go on."""
        if not isinstance(exception, PublishingRefused):
            return None
        reasons = format_html_join(" ", "{}", ((str(m),) for m in exception.missing))
        messages.error(
            request,
            format_html(
                "“{}” was not published. {}", exception.page.get_admin_display_title(), reasons
            ),
        )
        return redirect("wagtailadmin_pages:edit", exception.page.pk)
