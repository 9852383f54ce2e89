"""What one site is called, who answers for it, and what its footer links to."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

# A path of this site, an address elsewhere, or one to write to or to ring.
HONEST_ADDRESS = re.compile(r"/(?!/)|https?://|mailto:|tel:")


@register_setting(icon="site")
class SiteSettings(ClusterableModel, BaseSiteSetting):
    """The words and links in the frame of every page."""

    name = models.CharField(
        max_length=80,
        default="Greater Essex Collaborative",
        help_text="Shown in the header and in every browser tab.",
    )
    strapline = models.CharField(
        max_length=200, blank=True, help_text="One sentence under the name in the footer."
    )
    email = models.EmailField(blank=True, help_text="Where readers can write to.")
    telephone = models.CharField(max_length=40, blank=True)
    host_body = models.CharField(
        max_length=120, blank=True, help_text="The organisation that is responsible for this site."
    )
    licence_name = models.CharField(max_length=80, default="Open Government Licence 3.0")
    licence_address = models.URLField(
        default="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    )
    licence_note = models.CharField(
        max_length=200,
        blank=True,
        default="except portraits and where we say otherwise",
        help_text="What the licence does not cover; the sentence’s full stop is added.",
    )
    social_card = models.ForeignKey(
        "core.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown when a page without a picture is shared. At least 1,200 by 630 pixels.",
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("strapline"), FieldPanel("social_card")],
            heading="Site",
        ),
        MultiFieldPanel(
            [FieldPanel("host_body"), FieldPanel("email"), FieldPanel("telephone")],
            heading="Contact",
        ),
        MultiFieldPanel(
            [
                FieldPanel("licence_name"),
                FieldPanel("licence_address"),
                FieldPanel("licence_note"),
            ],
            heading="Licence",
        ),
        InlinePanel("footer_rows", heading="Footer links", label="Link"),
    ]

    class Meta:
        verbose_name = "site settings"

    def __str__(self) -> str:
        return self.name


class FooterLink(Orderable):
    """A link at the foot of every page: to a page of this site, or to an address."""

    COLUMNS = [(1, "About this site"), (2, "Keep in touch")]

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="footer_rows")
    column = models.PositiveSmallIntegerField(choices=COLUMNS, default=1)
    text = models.CharField(
        max_length=60, blank=True, help_text="Leave empty to use the page’s title."
    )
    page = models.ForeignKey(
        "core.BasePage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    address = models.CharField(
        max_length=255, blank=True, help_text="Only where no page is chosen; may start with “/”."
    )

    panels = [
        FieldPanel("column"),
        FieldPanel("page"),
        FieldPanel("text"),
        FieldPanel("address"),
    ]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]

    def clean(self) -> None:
        """Refuse a link to nowhere, and an address that is none of this or another site."""
        super().clean()
        if not (self.page_id or self.address):
            raise ValidationError({"page": "Choose a page, or give an address."})
        if self.address and not HONEST_ADDRESS.match(self.address):
            raise ValidationError(
                {"address": "Begin with “/” for a page of this site, or with “https://”."}
            )

    def __str__(self) -> str:
        return self.text or (self.page.title if self.page else self.address)
