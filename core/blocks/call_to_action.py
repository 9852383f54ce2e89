"""One thing to do next."""

from wagtail import blocks

from core.blocks.choosers import PageChooser
from core.blocks.passage import PassageBlock


class CallToActionValue(blocks.StructValue):
    """A button and where it leads."""

    @property
    def href(self) -> str:
        """Return where the button leads: a page that everybody may read, or an address; or ""."""
        page = self["page"]
        if page:
            return page.url if page.is_readable else ""
        return self["address"] or ""


class CallToActionBlock(PassageBlock):
    """A button for the one thing that a reader should do next."""

    text = blocks.CharBlock(max_length=60, help_text="A verb and a noun: “Join a masterclass”.")
    page = PageChooser(required=False, help_text="A page of this site, or an address below.")
    address = blocks.URLBlock(required=False, help_text="An address elsewhere.")

    def faults(self, value) -> dict[str, str]:
        """Return what keeps the button from leading anywhere."""
        if bool(value["page"]) == bool(value["address"]):
            return {"page": "Choose a page, or give an address: one of the two."}
        return {}

    class Meta:
        icon = "link"
        template = "core/blocks/call_to_action.html"
        value_class = CallToActionValue
        preview_value = {"text": "Write to us", "address": "https://collaborative.example/contact"}
        description = "A button to one next step."
