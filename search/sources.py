"""What is indexed: every live, public page of a site's language, and the files it offers."""

from collections.abc import Iterator

from wagtail.models import Locale, Site

from core.models import BasePage
from core.remembered import remember
from core.routing import may_be_private, readable
from core.shelf import current_shelf, shelving
from search.engine.findable import Findable

# Pages are read in parts: a part is loaded with all it shows, whatever its types.
PAGES_AT_ONCE = 256


def places() -> Iterator[tuple[Site, str]]:
    """Yield (site, language) for every index that there should be."""
    for site in Site.objects.select_related("root_page"):
        root = site.root_page
        keys = {root.locale_id, *root.get_translations().values_list("locale_id", flat=True)}
        for locale in Locale.objects.filter(pk__in=keys).order_by("pk"):
            yield site, locale.language_code


def pages_of(site: Site, language: str):
    """Return the pages that are found in an index: live, public, no alias of another page."""
    root = remember(("search root", site.pk, language), lambda: _root_path(site, language))
    if not root:
        return BasePage.objects.none()
    pages = readable(BasePage.objects.filter(path__startswith=root, alias_of=None))
    return pages.exclude(expired=True)


def _root_path(site: Site, language: str) -> str:
    """Return the tree path of a site's home page in a language."""
    home = site.root_page
    homes = BasePage.objects.filter(translation_key=home.translation_key, depth=home.depth)
    homes = homes.filter(locale__language_code=language)
    return homes.values_list("path", flat=True).first() or ""


def findables(site: Site, language: str) -> Iterator[list[Findable]]:
    """Yield what is to be indexed, part by part, in the order of the tree."""
    keys = list(pages_of(site, language).order_by("path").values_list("pk", flat=True))
    for start in range(0, len(keys), PAGES_AT_ONCE):
        yield findables_by_key(keys[start : start + PAGES_AT_ONCE])


def findables_by_key(keys: list[int]) -> list[Findable]:
    """Return what is to be indexed of some pages, in the order of the tree."""
    pages = list(BasePage.objects.filter(pk__in=keys).order_by("path").specific())
    with shelving():
        shelf = current_shelf()
        for page in pages:
            for name in page.get_streamfield_names():
                shelf.want_stream(getattr(page, name))
        shelf.fill()
        for model in dict.fromkeys(map(type, pages)):
            model.prepare_for_search([page for page in pages if type(page) is model])
        return [document for page in pages for document in findables_of(page)]


def is_findable(page: BasePage) -> bool:
    """Tell whether readers may find a page."""
    return bool(page.live and not page.expired and not page.alias_of_id) and not may_be_private(
        page.path
    )


def findables_of(page) -> list[Findable]:
    """Return a page (as its own type), and those of its passages that are results of their own."""
    if not page.is_searchable:
        return []
    passages = page.search_passages()
    whole = Findable(
        key=key_of(page),
        kind=page.search_kind_name(),
        title=page.title,
        passages=passages,
        page_id=page.pk,
        names=page.search_names(),
        facets=page.search_facets(),
        dated=page.search_date,
        expires_at=page.expire_at,
    )
    return [whole, *_own_results(page, whole)]


def _own_results(page, whole: Findable) -> list[Findable]:
    """Return the passages that ask to be found by themselves: quotations."""
    about = [facet for facet in whole.facets if facet.name != "type"]
    return [
        Findable(
            key=f"{whole.key}#{passage.anchor}",
            kind=passage.kind,
            title=f"{passage.label}, in “{page.title}”" if passage.label else page.title,
            passages=[passage],
            page_id=page.pk,
            facets=[passage.facet, *about] if passage.facet else about,
            dated=whole.dated,
            expires_at=whole.expires_at,
            is_called=False,
        )
        for passage in whole.passages
        if passage.own_result and passage.anchor
    ]


def key_of(page: BasePage) -> str:
    """Return the key of a page's document; those of its passages begin with it and "#"."""
    return f"page:{page.pk}"
