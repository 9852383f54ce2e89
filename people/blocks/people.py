"""A row of people."""

from wagtail import blocks

from core.blocks.choosers import PageChooser
from core.blocks.passage import PassageBlock


class PeopleValue(blocks.StructValue):
    """People as they are shown."""

    @property
    def live_profiles(self) -> list:
        """Return the chosen profiles that readers can open."""
        return [profile for profile in self["profiles"] if profile and profile.is_readable]


class PeopleBlock(PassageBlock):
    """People or speakers with face, name and role."""

    heading = blocks.CharBlock(
        required=False, max_length=120, help_text="Leave empty when the text introduces them."
    )
    profiles = blocks.ListBlock(
        PageChooser("people.ProfilePage", help_text="A person or a speaker of this site."),
        min_num=1,
        max_num=12,
        help_text="In the order in which they are shown.",
    )

    class Meta:
        icon = "group"
        template = "people/blocks/people.html"
        value_class = PeopleValue
        preview_value = {"heading": "Who took part", "profiles": []}
        description = "Faces, names and roles of people on this site."
