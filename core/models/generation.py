"""The token that tells every process whether what it remembers is still true."""

import uuid

from django.db import models


class Generation(models.Model):
    """One row: its token changes whenever a remembered fact may have changed."""

    token = models.UUIDField(default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.token)
