"""The frame around a page: site, navigation, breadcrumbs, language, shared-link data."""

import json
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.html import _json_script_escapes
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Locale, Site

from core.remembered import remember

# Home pages stand under the root of the tree.
HOME_DEPTH = 2


@dataclass(frozen=True)
class Link:
    """A title and where it leads; `is_current` when the reader is there or below."""

    title: str
    url: str
    is_current: bool = False


def site_root_paths() -> list:
    """Return Wagtail's root paths, looked up again when the site's generation changes."""

    def find():
        # Wagtail's own copy would live an hour in other processes.
        Site.clear_site_root_paths_cache()
        return Site.get_site_root_paths()

    return remember("root paths", find)


def locale_code(locale_id: int) -> str:
    """Return the language code of a locale's key."""
    codes = remember("locales", lambda: dict(Locale.all_objects.values_list("pk", "language_code")))
    return codes.get(locale_id, settings.LANGUAGE_CODE)


def default_language() -> str:
    """Return the language of addresses without a language in front."""
    return settings.LANGUAGE_CODE


def html_language(code: str) -> str:
    """Return a language code as HTML writes it: "en-gb" becomes "en-GB"."""
    language, _dash, region = code.partition("-")
    return f"{language}-{region.upper()}" if region else language


def reserved_slugs(parent) -> set[str]:
    """Return the slugs that a child of `parent` may not have, since something answers there."""
    if parent is None:
        return set()
    return set(parent.specific_class.reserved_child_slugs)


def reserved_slug_refusal(slug: str) -> str:
    """Return what an editor is told who chose an address that the site uses itself."""
    return (
        f"“{slug}” is an address that the site uses itself. Choose another word, such as "
        f"“{slug}-page”."
    )


def breadcrumbs(page) -> list[Link]:
    """Return links from the home page down to the page's parent."""
    way = getattr(page, "way_from_home", None)
    if way is None:
        way = page.get_ancestors().filter(depth__gte=HOME_DEPTH) if page.depth else []
    return [
        Link("Home" if above.depth == HOME_DEPTH else above.title, above.url)
        for above in way
        if above.live
    ]


class SiteFrame:
    """What base.html needs to know of the site, each looked up once a generation."""

    def __init__(self, request) -> None:
        self.request = request
        self.record = Site.find_for_request(request)

    @cached_property
    def settings(self):
        """Return the site's settings; without a record, an unsaved set of defaults."""
        model = apps.get_model("core.SiteSettings")
        if self.record is None:
            return model()
        return remember(
            ("settings", self.record.pk),
            lambda: (
                model.objects.select_related("social_card").filter(site=self.record).first()
                or model(site=self.record)
            ),
        )

    @property
    def name(self) -> str:
        """Return what the site is called."""
        return self.settings.name

    @property
    def strapline(self) -> str:
        """Return the sentence under the site's name."""
        return self.settings.strapline

    @property
    def home_url(self) -> str:
        """Return the address of the home page in the language that is spoken."""
        return self._home.get_url(self.request) if self._home else "/"

    @cached_property
    def _home(self):
        if self.record is None:
            return None
        language = translation.get_language()
        return remember(("home", self.record.pk, language), self._find_home)

    def _find_home(self):
        """Return the translation of the home page if readers may see it, else the home page."""
        root = self.record.root_page
        translated = root.localized
        return translated if translated.is_readable else root

    @property
    def navigation(self) -> list[Link]:
        """Return links to the live children of home that are shown in menus."""
        if self._home is None:
            return []
        links = remember(("navigation", self._home.pk), self._find_navigation)
        path = self.request.path
        return [Link(link.title, link.url, path.startswith(link.url)) for link in links]

    def _find_navigation(self) -> list[Link]:
        children = (
            apps.get_model("core.BasePage")
            .objects.child_of(self._home)
            .live()
            .in_menu()
            .order_by("path")
        )
        return [Link(page.title, page.url) for page in children if page.is_readable]

    @property
    def footer_links(self) -> list[list[Link]]:
        """Return the two columns of links at the foot of every page."""
        if not self.settings.pk:
            return []
        return remember(("footer", self.settings.pk), self._find_footer_links)

    def _find_footer_links(self) -> list[list[Link]]:
        rows = apps.get_model("core.FooterLink").objects.filter(settings=self.settings)
        columns: dict[int, list[Link]] = {}
        for row in rows.select_related("page"):
            if row.page and row.page.is_readable:
                link = Link(row.text or row.page.title, row.page.url)
            elif row.address and not row.page_id:
                link = Link(row.text or row.address, row.address)
            else:
                continue
            columns.setdefault(row.column, []).append(link)
        return [columns[number] for number in sorted(columns)]


def social_picture(page) -> dict | None:
    """Return the address, size and words of a page's picture for shared links."""
    picture = page.listing_picture if page.listing_picture_id else None
    if picture is None:
        return None
    return picture.card


def structured_breadcrumbs(page) -> list[dict]:
    """Return a schema.org BreadcrumbList for a page below home."""
    crumbs = page.breadcrumbs
    if not crumbs:
        return []
    root = settings.SITE_URL
    items = [*crumbs, Link(page.title, page.url or "")]
    return [
        {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": place,
                    "name": item.title,
                    "item": absolute(item.url, root),
                }
                for place, item in enumerate(items, start=1)
            ],
        }
    ]


def absolute(url: str, root: str = "") -> str:
    """Return `url` with the site's scheme and host in front, unless it has its own."""
    return url if url.startswith(("http://", "https://")) else (root or settings.SITE_URL) + url


def as_json(objects: list[dict]) -> SafeString:
    """Return schema.org objects as JSON that can not end a script element."""
    data = objects[0] if len(objects) == 1 else objects
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False)
    return mark_safe(text.translate(_json_script_escapes))  # Escaped just now.
