"""Let editors and moderators write synonyms and promotions."""

from django.db import migrations

from core.permissions import DEPENDENCIES, granting

GRANTED = {
    "Editors": dict.fromkeys(["editorssynonym", "promotion"], ["add", "change"]),
    "Moderators": dict.fromkeys(["editorssynonym", "promotion"], ["add", "change", "delete"]),
}


class Migration(migrations.Migration):
    """Only superusers could, before."""

    dependencies = [("search", "0002_editors_decide"), *DEPENDENCIES]

    operations = [granting("search", GRANTED)]
