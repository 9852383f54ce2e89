"""Compresses pages on their way out, never files."""

from django.middleware.gzip import GZipMiddleware


class CompressionMiddleware(GZipMiddleware):
    """Django's own, for pages alone.

    A range of a compressed file is not the range that a player asked for; pictures, films and
    most documents are compressed already.
    """

    def process_response(self, request, response):
        """Compress what is not a file."""
        return response if response.streaming else super().process_response(request, response)
