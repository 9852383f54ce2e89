"""Let editors and moderators keep organisations."""

from django.db import migrations

from core.permissions import DEPENDENCIES, granting

GRANTED = {
    "Editors": {"organisation": ["add", "change"]},
    "Moderators": {"organisation": ["add", "change", "delete"]},
}


class Migration(migrations.Migration):
    """Only superusers could, before."""

    dependencies = [("people", "0001_initial"), *DEPENDENCIES]

    operations = [granting("people", GRANTED)]
