"""Synonyms and promotions in the editors' menu, with what each needs beyond a form."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.models import Site
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from core.models import BasePage
from core.routing import readable
from search.indexes import current_index
from search.models import EditorsSynonym, Promotion
from search.models.synonyms import lines_of
from search.promotion_form import PromotionForm
from search.synonym_form import SynonymForm
from search.trial import Trial

MENU_HOOK = "register_search_menu_item"


class TryingMixin:
    """Lets a form be tried: it is shown again with what would change, and nothing is saved."""

    def post(self, request, *args, **kwargs):
        """Try or save, as the button says."""
        if "action-try" not in request.POST:
            return super().post(request, *args, **kwargs)
        self.object = getattr(self, "object", None)
        form = self.form = self.get_form()
        if self.is_valid(form):
            form.trial = self._trial(form.instance)
        return self.render_to_response(self.get_context_data(form=form))

    def _trial(self, record: EditorsSynonym) -> dict:
        names = [*lines_of(record.asked), *lines_of(record.names)]
        text = " ".join(self.request.POST.get("try", "").split()) or names[0]
        site = Site.find_for_request(self.request)
        index = current_index(site, record.language) if site else None
        return {"text": text, "found": Trial(index, text, record) if index else None}

    def get_context_data(self, **kwargs):
        """Warn whoever leaves after a trial."""
        context = super().get_context_data(**kwargs)
        context["has_unsaved_changes"] |= "action-try" in self.request.POST
        return context


class FilledMixin:
    """Fills an empty form with what the address gives."""

    filled: tuple[str, ...] = ()

    def get_initial_form_instance(self):
        """Return a record with the values given."""
        given = {name: self.request.GET[name] for name in self.filled if name in self.request.GET}
        return self.model(**given)


class SynonymCreateView(FilledMixin, TryingMixin, CreateView):
    """Adds a synonym."""

    filled = ("names", "asked", "language")


class SynonymEditView(TryingMixin, EditView):
    """Changes a synonym."""


class PromotionCreateView(FilledMixin, CreateView):
    """Adds a promotion."""

    filled = ("phrases", "language")


class SynonymViewSet(SnippetViewSet):
    """Names that mean the same."""

    model = EditorsSynonym
    icon = "link"
    menu_label = "Synonyms"
    menu_name = "synonyms"
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    copy_view_enabled = inspect_view_enabled = False
    list_display = ["__str__", "language"]
    edit_handler = ObjectList(
        [
            FieldPanel("names"),
            FieldPanel("asked"),
            FieldPanel("language"),
            HelpPanel(template="search/admin/trial_panel.html", heading="Try it before you save"),
        ],
        base_form_class=SynonymForm,
    )


class PagesColumn(Column):
    """Pages of a promotion, with what readers can not see marked so."""

    cell_template_name = "search/admin/pages_cell.html"

    def __init__(self, name: str, relation: str, **more) -> None:
        super().__init__(name, **more)
        self.relation = relation

    def get_value(self, instance) -> list[BasePage]:
        """Return the pages in order."""
        return pages_with_state(instance, self.relation)


def pages_with_state(promotion: Promotion, relation: str) -> list[BasePage]:
    """Return the pages of a promotion, each with `state`: why readers can not see it, if so."""
    keys = list(getattr(promotion, relation).values_list("page_id", flat=True))
    pages = with_readable(BasePage.objects.filter(pk__in=keys)).in_bulk()
    for page in pages.values():
        page.state = state_of(page)
    return [pages[key] for key in keys]


def with_readable(pages: QuerySet) -> QuerySet:
    """Add `everybody_may_read` to pages."""
    return pages.annotate(
        everybody_may_read=Exists(readable(BasePage.objects.filter(pk=OuterRef("pk"))))
    )


def state_of(page) -> str:
    """Return why readers can not see a page, in a word; nothing if they can."""
    if not page.live:
        return "expired" if page.expired else "draft"
    return "" if page.everybody_may_read else "private"


class StatesPanel(HelpPanel):
    """Tells which pages of a promotion readers can not see."""

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel on one form."""

        @cached_property
        def unseen(self) -> list[BasePage]:
            """Return the pages that are passed over."""
            if not self.instance.pk:
                return []
            both = ("promoted", "demoted")
            pages = [page for name in both for page in pages_with_state(self.instance, name)]
            return [page for page in pages if page.state]

        def is_shown(self) -> bool:
            """Tell whether there is anything to tell."""
            return super().is_shown() and bool(self.unseen)


class PromotionViewSet(SnippetViewSet):
    """Pages first or last for certain searches."""

    model = Promotion
    icon = "pick"
    menu_label = "Promoted pages"
    menu_name = "promoted-pages"
    add_view_class = PromotionCreateView
    copy_view_enabled = inspect_view_enabled = False
    list_display = [
        "__str__",
        Column("match", label="Applies when", accessor="get_match_display"),
        PagesColumn("first", "promoted", label="First"),
        PagesColumn("last", "demoted", label="Last"),
    ]
    edit_handler = ObjectList(
        [
            StatesPanel(template="search/admin/states_panel.html", heading="Not shown to readers"),
            FieldPanel("phrases"),
            FieldPanel("match"),
            InlinePanel("promoted", [FieldPanel("page")], heading="Pages first", label="page"),
            InlinePanel("demoted", [FieldPanel("page")], heading="Pages last", label="page"),
            FieldPanel("language"),
        ],
        base_form_class=PromotionForm,
    )


class SearchGroup(SnippetViewSetGroup):
    """What editors decide about the search, and what they see of it."""

    menu_label = "Search"
    menu_name = "site-search"
    menu_icon = "search"
    menu_order = 420
    submenu_hook = MENU_HOOK
    items = (SynonymViewSet, PromotionViewSet)


register_snippet(SearchGroup)
