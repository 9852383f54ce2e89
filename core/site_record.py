"""One address in the settings decides the Site record too, so that links are right."""

from django.apps import apps as installed
from django.conf import settings
from django.db.models.signals import post_migrate
from wagtail.models import Site

from core.remembered import forget


def follow_the_settings(**_signal) -> None:
    """Set the default site's host and port to those of SITE_URL, after each migrate."""
    address = settings.SITE_ADDRESS
    port = address.port or (443 if settings.SITE_IS_SECURE else 80)
    for site in Site.objects.filter(is_default_site=True):
        if (site.hostname, site.port) != (address.hostname, port):
            site.hostname, site.port = address.hostname, port
            site.save()


def begin_a_generation(apps=installed, **_signal) -> None:
    """Forget what was remembered before a migrate; without a row nothing is ever remembered."""
    if "generation" in apps.all_models["core"]:  # Not when migrating back to before it.
        forget()


def connect(sender) -> None:
    """Run after the migrations of `sender`, an app's configuration."""
    post_migrate.connect(follow_the_settings, sender=sender, dispatch_uid="core.site_record")
    post_migrate.connect(begin_a_generation, sender=sender, dispatch_uid="core.generation")
