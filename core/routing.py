"""From an address to a page in two queries, and whether anyone has made it private.

Wagtail walks the tree, two queries a level. Here every prefix of the address is looked up at
once; the rules (a page's own routes, live or not, private or not) stay Wagtail's.
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import PageViewRestriction, Site

from core import frame
from core.remembered import remember

# Longer addresses than any page has are answered without a query.
MOST_LEVELS = 12


def find_route(request, path: str):
    """Return Wagtail's route result for `path` on the request's site, or None."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    parts = [part for part in path.split("/") if part]
    root_path, parts = _root_of(site, parts)
    if root_path is None or len(parts) > MOST_LEVELS:
        return None
    ancestry = _existing_pages(root_path, parts)
    if not ancestry:
        return None
    rest = parts[len(ancestry) - 1 :]
    found = ancestry[-1]
    model = ContentType.objects.get_for_id(found.content_type_id).model_class()
    if rest and not (model and issubclass(model, RoutablePageMixin)):
        return None
    page = found.specific
    page.way_from_home = ancestry[:-1]
    try:
        return page.route(request, rest)
    except Http404:
        return None


def _root_of(site, parts: list[str]) -> tuple[str | None, list[str]]:
    """Return the tree path of the home page that an address starts from, and what is left."""
    roots = {
        root.language_code: root.root_path
        for root in frame.site_root_paths()
        if root.site_id == site.pk
    }
    default = frame.default_language()
    if parts and parts[0] != default and parts[0] in roots:
        return roots[parts[0]], parts[1:]
    return roots.get(default) or next(iter(roots.values()), None), parts


def _existing_pages(root_path: str, parts: list[str]) -> list:
    """Return the pages along the address from home down, as far as there are any."""
    depths = range(len(parts) + 1)
    prefixes = [root_path + "".join(f"{part}/" for part in parts[:n]) for n in depths]
    found = {
        page.url_path: page
        for page in apps.get_model("core.BasePage").objects.filter(url_path__in=prefixes)
    }
    ancestry = []
    for prefix in prefixes:
        if prefix not in found:
            break
        ancestry.append(found[prefix])
    return ancestry


def readable(pages):
    """Return those of a query's pages that everybody may read: live, and not made private."""
    pages = pages.live()
    for path in remember("private", _private_paths):
        pages = pages.exclude(path__startswith=path)
    return pages


def may_be_private(path: str) -> bool:
    """Tell whether a page at tree path `path`, or one above it, may have a view restriction."""
    return any(path.startswith(private) for private in remember("private", _private_paths))


def _private_paths() -> tuple[str, ...]:
    base = apps.get_model("core.BasePage")
    restrictions = PageViewRestriction._default_manager
    pages = list(restrictions.values_list("page_id", "page__path"))
    if not pages:
        return ()
    aliases = base.objects.filter(alias_of__in=[pk for pk, _path in pages])
    return (*(path for _pk, path in pages), *aliases.values_list("path", flat=True))
