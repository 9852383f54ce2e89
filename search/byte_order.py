"""Text that both databases compare alike."""

from django.db import models


class BinaryOrderField(models.CharField):
    """Text that is compared sign by sign on every database, so that a start can be looked up."""

    def db_parameters(self, connection):
        """Return the column's type with a collation that sorts by code points."""
        collation = "C" if connection.vendor == "postgresql" else "BINARY"
        return {**super().db_parameters(connection), "collation": collation}
