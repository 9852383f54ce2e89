"""Uploaded files, served by the application where no web server does it (decision 0006).

WhiteNoise's responder answers: it knows ETags and, with ours, ranges, so that a film can be
sought.
WhiteNoise itself only serves files that were there when it started.
"""

from pathlib import Path
from wsgiref.headers import Headers

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils._os import safe_join
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served
from wagtail.documents.views.serve import serve as leave_to_wagtail
from whitenoise.media_types import MediaTypes
from whitenoise.middleware import WhiteNoiseMiddleware

from core.ranges import FileInParts

MEDIA_TYPES = MediaTypes(extra_types={".avif": "image/avif", ".vtt": "text/vtt"})
# An upload keeps its name for ever: another file gets another name.
FOR_EVER = "public, max-age=31536000, immutable"
# Documents may be private; only their own view, which asks who is there, hands them out.
ONLY_BY_THEIR_VIEW = "documents"


@require_safe
def serve(request, name: str) -> HttpResponse:
    """Serve an uploaded picture by its name below MEDIA_ROOT."""
    try:
        path = Path(safe_join(settings.MEDIA_ROOT, name))
        documents = Path(safe_join(settings.MEDIA_ROOT, ONLY_BY_THEIR_VIEW))
    except SuspiciousFileOperation as error:
        raise Http404("There is no such file.") from error
    if documents in path.parents:  # However the address spells it.
        raise Http404("Documents have addresses of their own.")
    return respond(request, path, {"Cache-Control": FOR_EVER})


@require_safe
def serve_document(request, number: int, filename: str):
    """Serve a document that the reader may see, with ranges, at the address Wagtail gives it.

    Wagtail's own view takes no file from a hook and knows no ranges. Files that are not on this
    machine's disk are left to it.
    """
    document = get_object_or_404(get_document_model(), pk=number)
    if document.filename != filename:
        raise Http404("There is no such file.")
    for ask in hooks.get_hooks("before_serve_document"):
        answer = ask(document, request)
        if isinstance(answer, HttpResponse):
            return answer
    try:
        path = Path(document.file.path)
    except NotImplementedError:
        return leave_to_wagtail(request, number, filename)
    document_served.send(sender=type(document), instance=document, request=request)
    attach = document.content_disposition != "inline"
    headers = {
        "Content-Disposition": content_disposition_header(attach, document.filename) or "inline",
        "Content-Security-Policy": "default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    return respond(request, path, headers)


def respond(request, path: Path, extra: dict[str, str]) -> HttpResponse:
    """Answer with a file, part of it, or "not modified"; 404 where there is none."""
    if not path.is_file():
        raise Http404("There is no such file.")
    media_type = MEDIA_TYPES.get_type(str(path))
    headers = Headers([("Content-Type", media_type), ("Accept-Ranges", "bytes"), *extra.items()])
    return WhiteNoiseMiddleware.serve(FileInParts(str(path), headers.items()), request)
