"""The columns that tie a page to its language, once Wagtail's tables exist (decision 0001)."""

from django.db import migrations
from wagtail.models import (
    BootstrapLocaleField,
    BootstrapTranslatableModel,
    BootstrapTranslationKeyField,
)


class Migration(migrations.Migration):
    """Fill locale and translation key of the pages that Wagtail's own migration made."""

    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        BootstrapLocaleField("core.BasePage"),
        BootstrapTranslationKeyField("core.BasePage"),
        BootstrapTranslatableModel("core.BasePage"),
    ]
