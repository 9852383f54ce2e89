"""One address in the settings decides the Site record."""

from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from wagtail.models import Site

from core.models import Generation
from core.site_record import follow_the_settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "secure", "host", "port"),
    [
        ("https://site.example", True, "site.example", 443),
        ("http://site.example", False, "site.example", 80),
        ("http://127.0.0.1:8103", False, "127.0.0.1", 8103),
        ("https://site.example:8443", True, "site.example", 8443),
    ],
)
def test_the_default_site_follows_the_settings(settings, address, secure, host, port):
    settings.SITE_ADDRESS, settings.SITE_IS_SECURE = urlsplit(address), secure
    follow_the_settings()
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == (host, port)


def test_other_sites_are_left_alone(home):
    other = Site.objects.create(hostname="other.example", port=80, root_page=home)
    follow_the_settings()
    other.refresh_from_db()
    assert other.hostname == "other.example"


def test_a_site_that_is_right_is_not_saved_again(django_assert_num_queries):
    follow_the_settings()
    with django_assert_num_queries(1):
        follow_the_settings()


def test_each_migrate_sets_the_record_and_begins_a_generation(settings):
    settings.SITE_ADDRESS = urlsplit("http://moved.example")
    before = Generation.objects.get().token
    call_command("migrate", verbosity=0)
    assert Site.objects.get().hostname == "moved.example"
    assert Generation.objects.get().token != before


def test_emptying_the_database_begins_a_generation_too():
    call_command("flush", verbosity=0, interactive=False)
    assert Generation.objects.count() == 1
