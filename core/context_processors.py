"""What every template can use."""

from django.conf import settings

from core.frame import SiteFrame


def site(request) -> dict:
    """Return the site's frame, and whether to ask for the editors' bar at all.

    An anonymous reader's page must not touch the session, or caches could not share it.
    """
    return {
        "site": SiteFrame(request),
        "show_userbar": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }
