"""Bounds how many search at once, so that those who read pages are served meanwhile.

A search is the dearest thing that a reader may ask for, and it is the processor that it takes.
"""

from collections.abc import Callable
from functools import wraps
from threading import BoundedSemaphore

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# Half of the threads that a process answers with (decision 0005): the other half is for pages.
AT_ONCE = 2
# Seconds until somebody who has no turn is told so; ten searches come and go meanwhile. Whoever
# waits takes a thread, so it is short.
PATIENCE = 0.5
COME_BACK = 5  # seconds

_turns = BoundedSemaphore(AT_ONCE)


def in_turn(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view answer while few others do; else say so, with status 503, and when to return."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not _turns.acquire(timeout=PATIENCE):
            return too_many(request)
        try:
            return view(request, *args, **kwargs)
        finally:
            _turns.release()

    return answer


def too_many(request: HttpRequest) -> HttpResponse:
    """Return the page that asks to come back, which no cache keeps."""
    answer = render(request, "search/too_many.html", {"come_back": COME_BACK}, status=503)
    answer.headers["Retry-After"] = str(COME_BACK)
    answer.headers["Cache-Control"] = "no-store"
    return answer
