"""The home page and the site settings: filled only where nobody has written anything yet.

What stood there is kept on the record, so that it can be put back.
"""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import PageLogEntry, Revision, Site

from core.models import BasePage, FooterLink, SiteSettings
from home.models import HomePage
from operations.demonstration.bodies import Keys, quotation
from operations.demonstration.pages import moment, publish, published_on
from operations.demonstration.reading import WORDS, cells, pieces, read
from operations.demonstration.records import Ledger, as_data

HOME, SETTINGS = "home", "settings"
FIELDS_OF_SETTINGS = ["strapline", "email"]
# Where a page stands is the tree's, not to be put back.
FIELDS_OF_THE_TREE = ["path", "depth", "numchild", "url_path"]


def write_home(home: BasePage, ledger: Ledger, keys: Keys) -> bool:
    """Fill a home page that no editor has ever saved; say whether it was filled."""
    if not isinstance(home, HomePage) or home.latest_revision_id:
        return False
    words = read(WORDS / "home.txt")
    before = as_data(home)
    published = published_on(words)
    BasePage.objects.filter(pk=home.pk).update(
        first_published_at=moment(published), page_updated_on=published
    )
    home = HomePage.objects.get(pk=home.pk)
    home.purpose, home.purpose_detail = words.get("purpose"), words.get("detail")
    home.summary = words.get("summary")
    featured = next(pieces(words.text))
    home.featured = [{"type": "quote", "value": quotation(featured, keys)}]
    ledger.note(HOME, publish(home, published), before)
    return True


def write_settings(home: BasePage, ledger: Ledger, pages: dict[str, BasePage]) -> bool:
    """Fill the empty settings of the site; say whether there were any."""
    if ledger.find(SETTINGS):
        return False
    site = Site.objects.get(is_default_site=True)
    settings = SiteSettings._default_manager.filter(site=site).first()
    before = as_data(settings) if settings else {}
    settings = settings or SiteSettings(site=site)
    if not _fill(settings, pages):
        return False
    settings.save()
    ledger.note(SETTINGS, settings, before)
    return True


def _fill(settings, pages: dict[str, BasePage]) -> bool:
    """Write into what is empty; say whether anything was."""
    words = read(WORDS / "site.txt")
    empty = [name for name in FIELDS_OF_SETTINGS if not getattr(settings, name)]
    for name in empty:
        setattr(settings, name, words.get(name))
    if settings.footer_rows.exists():
        return bool(empty)
    lines = [cells(line) for line in words.head["footer"]]
    settings.footer_rows = [_footer_link(place, *line, pages) for place, line in enumerate(lines)]
    return True


def _footer_link(place: int, column: str, target: str, text: str, pages: dict) -> FooterLink:
    link = FooterLink(column=int(column), text=text, sort_order=place)
    name, _slash, route = target.partition("/")
    if route:
        link.address = pages[name].url + route
    else:
        link.page_id = pages[name].pk
    return link


def restore_home(home, before: dict) -> None:
    """Put back what stood on the home page, and take away what the demonstration published."""
    old = HomePage.from_serializable_data(before, check_fks=False)
    for name in FIELDS_OF_THE_TREE:
        setattr(old, name, getattr(home, name))
    home.change_notes.all().delete()
    old.save(clean=False)
    kind = ContentType.objects.get_for_model(BasePage)
    Revision.objects.filter(base_content_type=kind, object_id=str(home.pk)).delete()
    PageLogEntry.objects.filter(page=home.pk).delete()


def restore_settings(settings, before: dict) -> None:
    """Put back the settings as they were, or none where there were none."""
    if before:
        SiteSettings.from_serializable_data(before, check_fks=False).save()
    else:
        settings.delete()
