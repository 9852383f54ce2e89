"""Parts of files as RFC 9110 tells them, where WhiteNoise's responder is looser or stricter.

A film is sought in by asking for one range of bytes. What is no such range is passed over, and
the whole file is sent; a range of a file that has become another one is passed over too.
"""

import re
from email.utils import parsedate
from http import HTTPStatus
from wsgiref.headers import Headers

from whitenoise.responders import Response, SlicedFile, StaticFile

ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII | re.IGNORECASE)


class FileInParts(StaticFile):
    """A file that is sent whole or in one part."""

    def get_response(self, method, request_headers):
        """Answer; only who reads the file, and has a part of this same file, gets a part."""
        condition = request_headers.get("HTTP_IF_RANGE")
        if method != "GET" or not (condition is None or self._is_still(condition)):
            request_headers = {**request_headers, "HTTP_RANGE": ""}
        return super().get_response(method, request_headers)

    def _is_still(self, condition: str) -> bool:
        """Tell whether the file is the one that an If-Range header names, by tag or by date."""
        if condition.startswith(('"', "W/")):
            return condition == self.etag
        return parsedate(condition) == self.last_modified is not None

    def get_range_response(self, range_header, base_headers, file_handle):
        """Answer with a part. A ValueError lets WhiteNoise answer with the whole file."""
        headers = Headers([*base_headers])
        size = int(headers["Content-Length"] or 0)
        start, end = part(range_header, size)
        if start > end:
            return self.get_range_not_satisfiable_response(file_handle, size)
        headers["Content-Range"] = f"bytes {start}-{end}/{size}"
        headers["Content-Length"] = str(end - start + 1)
        sliced = SlicedFile(file_handle, start, end)
        return Response(HTTPStatus.PARTIAL_CONTENT, headers.items(), sliced)


def part(asked: str, size: int) -> tuple[int, int]:
    """Return the first and last byte that a Range header asks for; first > last if none is there.

    Raises ValueError where the header asks for no single range of bytes.
    """
    match = ONE_RANGE.fullmatch(asked.strip())
    first, last = match.groups() if match else ("", "")
    if not first:
        return max(size - int(last), 0), size - 1
    if last and int(last) < int(first):
        raise ValueError("The range ends before it begins.")
    return int(first), min(int(last or size), size - 1)
