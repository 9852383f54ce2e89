"""What search adds to the editors' menus: the report, and why a result comes where it does."""

from contextvars import ContextVar

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry
from wagtail.signals import init_new_page

from search.models import EditorsSynonym
from search.reports import SearchesReportView, WhyView
from search.viewsets import MENU_HOOK

LONGEST_TITLE = 120
_title_given: ContextVar[str] = ContextVar("title of a new page", default="")


class DecidersItem(MenuItem):
    """A place for whoever may decide about the search."""

    def is_shown(self, request) -> bool:
        """Show it to those who may open it."""
        policy = policy_registry.get_by_type(EditorsSynonym)
        return policy.user_has_any_permission(
            request.user, SearchesReportView.any_permission_required
        )


@hooks.register("register_admin_urls")
def register_views() -> list:
    """Give the report and the explanation their addresses."""
    return [
        path("site-search/report/", SearchesReportView.as_view(), name="search_report"),
        path(
            "site-search/report/results/",
            SearchesReportView.as_view(results_only=True),
            name="search_report_results",
        ),
        path("site-search/why/", WhyView.as_view(), name="search_why"),
    ]


@hooks.register(MENU_HOOK)
def show_report_in_search() -> MenuItem:
    """Show the report in the menu of the search."""
    return _report_item(order=900)


@hooks.register("register_reports_menu_item")
def show_report_among_reports() -> MenuItem:
    """Show the report among the others too: editors look for it there."""
    return _report_item(order=1300)


@hooks.register(MENU_HOOK)
def show_why_in_search() -> MenuItem:
    """Show the explanation in the menu of the search."""
    return DecidersItem("Why this result", reverse("search_why"), icon_name="help", order=901)


def _report_item(order: int) -> MenuItem:
    name = SearchesReportView.page_title
    return DecidersItem(name, reverse("search_report"), icon_name="search", order=order)


@hooks.register("before_create_page")
def keep_the_title_given(request, parent_page, page_class) -> None:
    """Keep the title that the address of a new page gives: readers searched for it in vain."""
    is_new = request.method == "GET"
    _title_given.set(request.GET.get("title", "")[:LONGEST_TITLE] if is_new else "")


def fill_in_the_title(page, **_signal) -> None:
    """Start a new page with the title that was given."""
    title = _title_given.get()
    _title_given.set("")
    page.title = title or page.title


init_new_page.connect(fill_in_the_title, dispatch_uid="search.title_given")
