"""What caches in front may keep of an answer."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# What changes is purged by address (purging.py); the time is for what no purge reaches. A page
# that is out of date is shown for a minute while it is fetched anew, and for a day while the site
# is down.
PAGE = "public, max-age=0, s-maxage=600, stale-while-revalidate=60, stale-if-error=86400"


def kept[Answer: HttpResponse](request: HttpRequest, answer: Answer, how: str = PAGE) -> Answer:
    """Let caches keep an answer that every reader gets alike.

    Whoever is signed in may be shown the editors' bar; a preview is for one pair of eyes.
    """
    is_for_one = settings.SESSION_COOKIE_NAME in request.COOKIES or request.method not in READING
    if not is_for_one and not getattr(request, "is_preview", False):
        answer.headers.setdefault("Cache-Control", how)
    return answer


READING = ("GET", "HEAD")
