"""What browsers and caches are told: a strict policy for readers, Wagtail's needs for editors."""

from django.conf import settings
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.urls import reverse
from django.utils.functional import cached_property

PERMISSIONS = (
    "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), payment=(), usb=()"
)


class PoliciesMiddleware(ContentSecurityPolicyMiddleware):
    """Django's own policy middleware with a second policy for the editor's addresses.

    No nonce is ever sent: a cached page would repeat it.
    """

    @cached_property
    def admin_path(self) -> str:
        """Return the address below which the editor lives."""
        return reverse("wagtailadmin_home")

    def process_response(self, request, response):
        """Set the headers that no view sets for itself."""
        if request.path.startswith(self.admin_path):
            response._csp_config = settings.ADMIN_CSP
        elif settings.SESSION_COOKIE_NAME in request.COOKIES:
            # The page may show the editors' bar: nobody else may be given it.
            response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return super().process_response(request, response)
