"""What readers search for: everything, what finds nothing, what nobody opened; and why."""

import datetime
from urllib.parse import urlencode

import django_filters
from django import forms
from django.apps import apps
from django.conf import settings
from django.db.models import FloatField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Cast, NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.models import Site
from wagtail.permissions import policy_registry

from core.models import BasePage
from search.explaining import Explanation
from search.indexes import current_index
from search.models import DaysSearches, EditorsSynonym

PERIODS = {"7": "Last 7 days", "30": "Last 30 days", "91": "Last quarter (13 weeks)"}
USUAL_PERIOD = "30"
NOTHING_FOUND, NOT_OPENED = "none", "unopened"
SHOWN = {NOTHING_FOUND: "Found nothing", NOT_OPENED: "Found something, but nobody opened it"}
# What a spreadsheet would take for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@")


class SearchesFilterSet(WagtailFilterSet):
    """Which searches of which days."""

    show = django_filters.ChoiceFilter(
        label="Searches that",
        choices=list(SHOWN.items()),
        empty_label="All",
        widget=forms.RadioSelect,
    )
    period = django_filters.ChoiceFilter(
        label="Period",
        choices=list(PERIODS.items()),
        empty_label=f"{PERIODS[USUAL_PERIOD]}, or the days below",
        widget=forms.RadioSelect,
    )
    day = django_filters.DateFromToRangeFilter(label="Days", widget=DateRangePickerWidget)
    language = django_filters.ChoiceFilter(
        label="Language", choices=settings.LANGUAGES, empty_label="All", widget=forms.RadioSelect
    )

    class Meta:
        model = DaysSearches
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return one row a search, with its counts over the period."""
        given = self.form.cleaned_data
        queryset = queryset.filter(**self._days(given))
        if given["language"]:
            queryset = queryset.filter(language=given["language"])
        rows = summed(queryset)
        if given["show"] == NOTHING_FOUND:
            return rows.filter(results=0)
        if given["show"] == NOT_OPENED:
            return rows.filter(results__gt=0, opened=0)
        return rows

    def _days(self, given: dict) -> dict[str, datetime.date]:
        own = given["day"]
        days = {"day__gte": own and own.start, "day__lte": own and own.stop}
        days = {name: moment.date() for name, moment in days.items() if moment}
        if days and not given["period"]:
            return days
        back = int(given["period"] or USUAL_PERIOD)
        return {"day__gt": timezone.localdate() - datetime.timedelta(days=back)}


def summed(days: QuerySet) -> QuerySet:
    """Return one row a search and language, the most frequent first."""
    same = days.filter(query=OuterRef("query"), language=OuterRef("language")).order_by("-day")
    rows = days.order_by().values("query", "language")
    return rows.annotate(
        count=Sum("searches"),
        opened=Sum("clicks"),
        place=Cast(Sum("places"), FloatField()) / NullIf(Sum("clicks"), 0),
        results=Subquery(same.values("results")[:1]),
    ).order_by("-count", "query")


class DecidersMixin(PermissionCheckedMixin):
    """Open to whoever may decide about the search."""

    any_permission_required = ("add", "change")

    @cached_property
    def permission_policy(self):
        """Return who may decide."""
        return policy_registry.get_by_type(EditorsSynonym)


class ActionsColumn(Column):
    """What can be done about a search."""

    cell_template_name = "search/admin/actions_cell.html"


def actions_for(row: dict, parent: BasePage | None) -> list[tuple[str, str]]:
    """Return (words, address) of what an editor can do about a search."""
    text, language = row["query"], row["language"]
    add = "wagtailsnippets_search_{}:add"
    ways = [
        ("Add a synonym", reverse(add.format("editorssynonym")), "names"),
        ("Promote a page", reverse(add.format("promotion")), "phrases"),
        ("See why", reverse("search_why"), "q"),
    ]
    actions = [
        (words, f"{place}?{urlencode({name: text, 'language': language})}")
        for words, place, name in ways
    ]
    if parent:
        model = apps.get_model(settings.SEARCH_WRITES)._meta
        place = reverse(
            "wagtailadmin_pages:add", args=[model.app_label, model.model_name, parent.pk]
        )
        title = text[:1].upper() + text[1:]
        actions.insert(2, ("Write one", f"{place}?{urlencode({'title': title})}"))
    return actions


class SearchesReportView(DecidersMixin, ReportView):
    """The report."""

    model = DaysSearches
    page_title = "What readers search for"
    header_icon = "search"
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    results_template_name = "search/admin/report_results.html"
    filterset_class = SearchesFilterSet
    columns = [
        Column("query", label="Search"),
        NumberColumn("count", label="Searched"),
        NumberColumn("results", label="Results"),
        NumberColumn("opened", label="Opened"),
        ActionsColumn("actions", label="What to do"),
    ]
    list_export = ["query", "language", "count", "results", "opened", "place"]
    export_headings = {
        "query": "Search",
        "language": "Language",
        "count": "Times searched",
        "results": "Results of the last search",
        "opened": "Results opened",
        "place": "Average place of the results opened",
    }
    custom_field_preprocess = {
        "query": {"csv": lambda text: no_formula(text)},
        "place": {"csv": lambda place: "" if place is None else round(place, 1)},
    }

    @cached_property
    def parent_of_new(self) -> BasePage | None:
        """Return where what is missing can be written: the first place the editor may write in."""
        return parent_for(self.request.user)

    def get_filename(self) -> str:
        """Name the file by its day."""
        return f"searches-{timezone.localdate()}"

    def get_queryset(self) -> QuerySet:
        """Return the days; filters make one row a search of them."""
        return DaysSearches.objects.all()

    def get_table(self, object_list):
        """Add to each row what can be done about it."""
        rows = [row | {"actions": actions_for(row, self.parent_of_new)} for row in object_list]
        return super().get_table(rows)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Sum up also where the filters are filled in wrongly."""
        if self.filters and self.filters.is_valid():
            return self.filters.filter_queryset(queryset)
        return summed(queryset)


def no_formula(text: str) -> str:
    """Return a search so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def parent_for(user) -> BasePage | None:
    """Return the first live page below which a user may add what editors write here."""
    model = apps.get_model(settings.SEARCH_WRITES)
    parents = BasePage.objects.type(tuple(model.allowed_parent_page_models())).live()
    for page in parents.order_by("path").specific()[:20]:
        if model.can_create_at(page) and page.permissions_for_user(user).can_add_subpage():
            return page
    return None


class WhyView(DecidersMixin, WagtailAdminTemplateMixin, TemplateView):
    """Why a search finds what it finds."""

    page_title = "Why this result"
    header_icon = "search"
    template_name = "search/admin/why.html"

    def get_breadcrumbs_items(self) -> list[dict]:
        """Return the way to this view."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        """Add the search and, where there is one, its explanation."""
        given = self.request.GET
        text = " ".join(given.get("q", "").replace("\0", " ").split())[:300]
        languages = dict(settings.LANGUAGES)
        language = given.get("language", "")
        language = language if language in languages else settings.LANGUAGE_CODE
        site = Site.find_for_request(self.request)
        index = current_index(site, language) if site else None
        more = {"text": text, "languages": languages, "language": language, "index": index}
        if text and index:
            more["why"] = Explanation(index, text)
        return super().get_context_data(**kwargs) | more
