"""One address in the settings decides the Site record too, so that links are right."""

from django.conf import settings
from django.db.models.signals import post_migrate
from wagtail.models import Site


def follow_the_settings(**_signal) -> None:
    """Set the default site's host and port to those of SITE_URL, after each migrate."""
    address = settings.SITE_ADDRESS
    port = address.port or (443 if settings.SITE_IS_SECURE else 80)
    for site in Site.objects.filter(is_default_site=True):
        if (site.hostname, site.port) != (address.hostname, port):
            site.hostname, site.port = address.hostname, port
            site.save()


def connect(sender) -> None:
    """Run after the migrations of `sender`, an app's configuration."""
    post_migrate.connect(follow_the_settings, sender=sender, dispatch_uid="core.site_record")
