"""Let editors and moderators keep topics, notes and settings."""

from django.db import migrations

from core.permissions import DEPENDENCIES, granting

GRANTED = {
    "Editors": {"topic": ["add", "change"]},
    "Moderators": {
        "topic": ["add", "change", "delete"],
        # What readers were told of a change stands on a published page.
        "changenote": ["change", "delete"],
        "sitesettings": ["change"],
    },
}


class Migration(migrations.Migration):
    """Only superusers could, before."""

    dependencies = [("core", "0003_everything_else"), *DEPENDENCIES]

    operations = [granting("core", GRANTED)]
