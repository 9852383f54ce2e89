"""A picture with the words that stand for it."""

from wagtail import blocks

from core.blocks.choosers import PictureChooser
from core.blocks.passage import PassageBlock


class PictureValue(blocks.StructValue):
    """A picture as it is shown."""

    @property
    def alt_text(self) -> str:
        """Return the alternative text: none for decoration, else typed here or the picture's."""
        if self["is_decorative"]:
            return ""
        image = self["image"]
        return self["alt"] or (image.description if image else "")

    @property
    def credit_line(self) -> str:
        """Return credit and licence in one line, as typed here, else the picture's own."""
        image = self["image"]
        credit = self["credit"] or (image.credit if image else "")
        licence = self["licence"] or (image.licence if image else "")
        return ", ".join(filter(None, [credit, licence]))


class PictureBlock(PassageBlock):
    """A picture in the text."""

    settings_names = ("credit", "licence", "language")

    image = PictureChooser(
        label="Picture", help_text="Choose one or upload it. Its sizes are made by themselves."
    )
    alt = blocks.CharBlock(
        required=False,
        max_length=255,
        label="Alternative text",
        help_text=(
            "What the picture says here, for someone who cannot see it. "
            "Leave empty to use the picture’s own description."
        ),
    )
    is_decorative = blocks.BooleanBlock(
        required=False,
        label="Decoration only",
        help_text="Tick when nothing would be lost without it: screen readers then pass it over.",
    )
    caption = blocks.CharBlock(
        required=False,
        max_length=255,
        help_text="Shown below. It may say what, where and when; not what everybody sees.",
    )
    credit = blocks.CharBlock(
        required=False, max_length=255, help_text="Only to differ from the picture’s own credit."
    )
    licence = blocks.CharBlock(
        required=False, max_length=255, help_text="Only to differ from the picture’s own licence."
    )

    def faults(self, value) -> dict[str, str]:
        """Return what is wrong with the words that stand for the picture."""
        if value["is_decorative"] and value["alt"]:
            return {
                "alt": "A decoration has no alternative text: clear this, or untick “Decoration”."
            }
        if value["image"] and not value["is_decorative"] and not value.alt_text:
            return {
                "alt": "Describe the picture in a sentence, or tick “Decoration only”.",
            }
        return {}

    def get_preview_value(self):
        """Return the example with the newest picture of the site, once there is one."""
        pictures = self.child_blocks["image"].model_class.objects
        return self.normalize({**self.meta.preview_value, "image": pictures.last()})

    class Meta:
        icon = "image"
        template = "core/blocks/picture.html"
        label_format = "{caption}"
        value_class = PictureValue
        preview_value = {"image": None, "caption": "The net loft at low tide"}
        description = "A picture with its caption and credit."
