"""Which index answers a request: that of its site and language."""

from django.utils import translation
from wagtail.models import Locale, Site

from core import frame
from core.remembered import remember
from search.engine.constants import FORMAT
from search.models import SearchIndex


def index_for(request) -> SearchIndex | None:
    """Return the index that answers a request, or None while there is none to rely on."""
    site = Site.find_for_request(request)
    return current_index(site, active_language()) if site else None


def active_language() -> str:
    """Return the code of the language in which the request is answered."""
    language = translation.get_language()
    return remember(("locale of", language), lambda: frame.locale_code(Locale.get_active().pk))


def current_index(site: Site, language: str) -> SearchIndex | None:
    """Return the index of a site's language, unless it is of an older format or not built yet."""
    indexes = answering().select_related("site__root_page")
    return indexes.filter(site=site, language=language).first()


def answering():
    """Return the indexes that can be relied on, one for each site and language."""
    return SearchIndex.objects.filter(is_current=True, format=FORMAT)
