"""What the site is called and who answers for it is said by editors, on every page."""

import pytest
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from core.models import FooterLink, SiteSettings
from tests.factories import StandardPageFactory
from tests.reader import links, open_page, words

pytestmark = pytest.mark.django_db
FORM = {
    "name": "The Lantern Programme",
    "strapline": "Leaders who share the work.",
    "email": "hello@lantern.example",
    "telephone": "",
    "host_body": "Lantern Council",
    "licence_name": "A licence",
    "licence_address": "https://licence.example/",
    "licence_note": "except portraits",
    "social_card": "",
}


def send(client, *rows, **changes):
    site = Site.objects.get()
    address = reverse("wagtailsettings:edit", args=["core", "sitesettings", site.pk])
    formset = inline_formset(
        [{"column": "1", "page": "", "text": "", "address": "", **row} for row in rows]
    )
    return client.post(address, nested_form_data({**FORM, "footer_rows": formset, **changes}))


def test_what_an_editor_sets_is_shown_at_once(admin_client, client):
    assert "Lantern" not in words(open_page(client, "/"))
    assert send(admin_client, {"text": "Elsewhere", "address": "/nowhere/"}).status_code == 302
    page = open_page(client, "/")
    footer = words(page.footer)
    for said in ("The Lantern Programme", "Leaders who share", "Run by Lantern Council."):
        assert said in footer
    assert "The Lantern Programme" in page.title.string
    assert links(page.footer)["A licence"] == "https://licence.example/"
    assert links(page.footer)["Elsewhere"] == "/nowhere/"


def test_a_site_without_settings_has_defaults(client, home):
    SiteSettings.objects.all().delete()
    assert "Greater Essex Collaborative" in open_page(client, "/").title.string


def test_footer_links_are_kept_in_the_editors_order(admin_client, client):
    send(admin_client, *({"text": name, "address": f"/{name}/"} for name in "cab"))
    assert [link.text for link in FooterLink.objects.all()] == ["c", "a", "b"]


def test_a_footer_link_is_called_by_its_text_else_by_what_it_leads_to():
    page = StandardPageFactory(title="Privacy")
    assert str(FooterLink(text="Your data", page=page)) == "Your data"
    assert str(FooterLink(page=page)) == "Privacy"
    assert str(FooterLink(address="/there/")) == "/there/"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "there"]
)
def test_a_footer_link_leads_to_a_page_or_an_honest_address(admin_client, address):
    answer = send(admin_client, {"text": "There", "address": address})
    assert answer.status_code == 200
    assert not FooterLink.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["/there/", "https://there.example/", "mailto:hello@there.example", "tel:01206000000"],
)
def test_honest_addresses_are_taken(admin_client, address):
    send(admin_client, {"text": "There", "address": address})
    assert FooterLink.objects.get().address == address


def test_a_footer_link_to_nothing_is_refused(admin_client):
    assert send(admin_client, {"text": "Nowhere"}).status_code == 200
    assert not FooterLink.objects.exists()


def test_the_settings_are_called_by_the_sites_name():
    assert str(SiteSettings(name="The Lantern Programme")) == "The Lantern Programme"
