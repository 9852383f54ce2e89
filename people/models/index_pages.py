"""The lists of people and of speakers."""

from core.models import BasePage
from core.numbered_pages import canonical_address, numbered_page
from core.routing import readable
from people.models.profile import PersonPage, ProfilePage
from people.models.speaker import SpeakerPage


class ProfileIndexMixin:
    """Lists profiles in the order of family names, in numbered pages."""

    profile_model: type[ProfilePage]
    PER_PAGE = 24

    def get_context(self, request, *args, **kwargs):
        """Add `profiles`, one numbered page of them; nonsense leads to page 1."""
        context = super().get_context(request, *args, **kwargs)
        profiles = readable(self.profile_model.shelf_queryset().child_of(self))
        profiles = profiles.order_by("family_name", "given_name", "title", "pk")
        page = numbered_page(profiles, self.PER_PAGE, request.GET.get("page"))
        context["profiles"] = page
        context["canonical"] = canonical_address(self.url, page)
        return context


class PeopleIndexPage(ProfileIndexMixin, BasePage):
    """The people of the programme."""

    subpage_types = ["people.PersonPage"]
    profile_model = PersonPage
    show_in_menus_default = True

    class Meta:
        verbose_name = "list of people"


class SpeakerIndexPage(ProfileIndexMixin, BasePage):
    """The speakers of the masterclasses."""

    subpage_types = ["people.SpeakerPage"]
    profile_model = SpeakerPage
    show_in_menus_default = True

    class Meta:
        verbose_name = "list of speakers"
