"""The quote block: words that someone said, with who said them and what they were that day."""

import datetime
import re

from wagtail import blocks

from core.blocks.choosers import PageChooser
from core.blocks.passage import PassageBlock
from core.contents import anchor_of
from core.passages import Facet, Passage
from people.quotation_marks import paragraphs


class QuoteValue(blocks.StructValue):
    """A quotation as it is shown."""

    # Where it stands on its page; `core.contents` sets it.
    own_anchor = ""

    @property
    def paragraphs(self) -> list[str]:
        """Return the words in paragraphs, without the quotation marks around them."""
        return paragraphs(self["words"] or "")

    @property
    def live_profile(self):
        """Return the speaker's profile while readers can open it."""
        profile = self["profile"]
        return profile if profile and profile.is_readable else None

    @property
    def portrait(self):
        """Return the speaker's picture, if there is a profile with one."""
        return self.live_profile.portrait if self.live_profile else None

    @property
    def now(self) -> str:
        """Return what the speaker is now, when that differs from the role of the day."""
        profile = self.live_profile
        now = profile.role_now_text if profile else ""
        if not now or not self["role"] or now == self["role"]:
            return ""
        role = profile.current_role
        organisation = role.organisation_text
        same_house = organisation and self["role"].endswith(organisation)
        return role.title if same_house else now

    def fill(self, day: datetime.date) -> None:
        """Keep name and role as text, so that the words never lose their speaker.

        What the editor typed stays; what another profile filled in before this one was chosen
        goes. The role is the one held on the quotation's own date, else on `day`, the page's
        publication.
        """
        profile = self["profile"]
        if profile is None:
            return
        if another := profile.another_called(self["name"]):
            self["name"] = ""
            if another.has_held(self["role"]) and not profile.has_held(self["role"]):
                self["role"] = ""
        if not self["name"]:
            self["name"] = profile.title
        if not self["role"]:
            role = profile.role_on(self["said_on"] or day)
            self["role"] = role.text if role else ""


class QuoteBlock(PassageBlock):
    """Words someone said, with who said them."""

    settings_names = ("work_title", "work_year", "work_address", "language")

    words = blocks.TextBlock(
        rows=3,
        help_text="Without quotation marks: the page adds them. A new line starts a paragraph.",
    )
    profile = PageChooser(
        "people.ProfilePage",
        required=False,
        label="Who said it",
        help_text="Choose a person or speaker of this site, or type a name below.",
    )
    name = blocks.CharBlock(
        required=False,
        max_length=160,
        help_text="Filled from the profile. Type it where there is none.",
    )
    role = blocks.CharBlock(
        required=False,
        max_length=255,
        help_text="What they were that day. Filled from the profile’s roles; change it if needed.",
    )
    where_said = blocks.CharBlock(
        required=False,
        max_length=160,
        label="Where it was said",
        help_text="A whole phrase, as it is shown: “Said to the group, in the hospital canteen”.",
    )
    said_on = blocks.DateBlock(
        required=False, help_text="The day, if known: it decides which role is filled in."
    )
    work_title = blocks.CharBlock(
        required=False, max_length=200, label="Work", help_text="The book or film it is from."
    )
    work_year = blocks.IntegerBlock(
        required=False, min_value=1, max_value=2200, help_text="When the work came out."
    )
    work_address = blocks.URLBlock(
        required=False, help_text="Where the work can be read or watched."
    )
    is_pull_quote = blocks.BooleanBlock(
        required=False,
        label="Says again what the text says",
        help_text=(
            "A sentence of this page, set large to catch the eye. Screen readers pass it over, "
            "so that nobody hears it twice."
        ),
    )

    def search_passages(self, value, block_id: str) -> list[Passage]:
        """Return the words, and who said them where; what the text says itself counts once."""
        if value["is_pull_quote"]:
            return []
        about = [value[name] for name in ("role", "where_said", "work_title")]
        return [
            Passage(
                "quotation",
                " ".join(value.paragraphs),
                anchor=anchor_of("quote", block_id),
                label=value["name"],
                own_result=True,
                kind="Quotation",
                facet=Facet("type", "quotation", "Quotations"),
            ),
            Passage("byline", value["name"]),
            Passage("body", ", ".join(filter(None, about))),
        ]

    def faults(self, value) -> dict[str, str]:
        """Return what keeps the words from having a speaker, or the work a title."""
        faults = {}
        if not value.paragraphs:
            faults["words"] = "Write the words that were said."
        if not value["is_pull_quote"] and not value["profile"] and not value["name"].strip():
            faults["name"] = "Say who said it: choose a profile above, or type a name here."
        if (value["work_year"] or value["work_address"]) and not value["work_title"]:
            faults["work_title"] = "Give the title of the work, or clear its year and address."
        return faults

    class Meta:
        icon = "openquote"
        template = "people/blocks/quote.html"
        label_format = "{name}: {words}"
        value_class = QuoteValue
        preview_value = {
            "words": "You keep saying ‘handover’. I kept looking for the hand.",
            "name": "Marged Prydderch",
            "role": "Director, Oystergate Community Trust",
            "where_said": "Said to the group that evening",
        }
        description = "Words that someone said, with who said them."


def quotes_in(stream) -> list[QuoteValue]:
    """Return the quotations of a body in order."""
    return [child.value for child in stream if child.block_type == "quote"]


def plain(text: str) -> str:
    """Return text for comparing: no markup, no quotation marks, one space, lower case."""
    bare = re.sub(r"<[^>]+>", " ", text).translate({ord(sign): None for sign in "“”\"‘’'«»"})
    return " ".join(bare.split()).casefold()
