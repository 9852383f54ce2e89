"""What every page with a body does: contents, one load for all blocks, quotations kept whole."""

import textwrap
from itertools import chain, islice

from django.apps import apps
from django.utils import timezone
from django.utils.functional import cached_property

from core.contents import Heading, anchor_of, contents_of
from core.models import SiteImage
from core.shelf import Shelf, current_shelf
from people.blocks.quote import QuoteValue, plain, quotes_in

# Enough for the first sentences, also where a quotation stands between them.
BLOCKS_OF_AN_OPENING = 3
# As much as search engines show under a title.
SIGNS_OF_A_DESCRIPTION = 155


class Article:
    """A page with a StreamField called `body`, to be mixed in before BasePage."""

    @cached_property
    def contents(self) -> list[Heading]:
        """Return the headings of the body, with anchors."""
        return contents_of(self.body)

    @property
    def quotations(self) -> list[QuoteValue]:
        """Return the quotations of the body, and of any other stream that the page has."""
        streams = [getattr(self, name) for name in self.get_streamfield_names()]
        return [quote for stream in streams for quote in quotes_in(stream)]

    def clean(self) -> None:
        """Keep names and roles of the day whenever the page is saved."""
        super().clean()
        self.keep_names()

    def keep_names(self) -> None:
        """Keep each speaker's name and role of the day as text, whoever goes later."""
        for quote in self.quotations:
            quote.fill(self.published_on or timezone.localdate())

    def lay_out(self, shelf: Shelf) -> None:
        """Note on the shelf everything that this page shows. Types add their own."""
        shelf.want_stream(self.body)
        shelf.want(SiteImage, [self.listing_picture_id])

    def get_context(self, request, *args, **kwargs):
        """Load everything at once, then number the headings."""
        context = super().get_context(request, *args, **kwargs)
        if getattr(request, "is_preview", False):
            self.keep_names()  # What is previewed was never saved.
        shelf = current_shelf()
        self.lay_out(shelf)
        shelf.fill()
        if self.listing_picture_id:
            self.listing_picture = shelf.get(SiteImage, self.listing_picture_id)
        context["shelf"] = shelf
        context["contents"] = [heading for heading in self.contents if heading.level == 2]
        return context

    @property
    def meta_description(self) -> str:
        """As BasePage's; a page without a summary is described by the opening of its text."""
        return super().meta_description or self._opening

    @property
    def _opening(self) -> str:
        parts = _words_of(islice(self.body, BLOCKS_OF_AN_OPENING))
        return textwrap.shorten(parts, SIGNS_OF_A_DESCRIPTION, placeholder="…")

    # Search
    @property
    def own_face(self) -> int | None:
        """Return the key of the profile whose face stands for the whole page, or None."""
        return None

    def search_face(self, anchor: str = "") -> tuple[type, int] | None:
        """Return the face of the page, or that of whoever said the quotation at `anchor`."""
        quoted = self._quotation_at(anchor)
        key = self.own_face if quoted is None else quoted["profile"]
        return (apps.get_model("people.ProfilePage"), key) if key else None

    def _quotation_at(self, anchor: str) -> dict | None:
        """Return the raw quotation at `anchor`: nothing else of the body is looked up for it."""
        streams = [getattr(self, name).raw_data for name in self.get_streamfield_names()]
        for block in chain.from_iterable(streams) if anchor else ():
            if block["type"] == "quote" and anchor_of("quote", block.get("id") or "") == anchor:
                return block["value"]
        return None

    def warnings(self) -> list[str]:
        """Return what an editor should look at, though nothing stops the page."""
        return [*self._pull_quote_warnings(), *self._name_warnings(), *self._role_warnings()]

    @property
    def named(self) -> list[tuple[str, object]]:
        """Return (name as shown, profile or None) of everybody the page names as a speaker."""
        return [(quote["name"], quote["profile"]) for quote in self.quotations]

    @property
    def lead(self) -> str:
        """Return the summary as the opening of the text, unless the text opens with the same.

        An imported page's summary is its own first sentences: nobody should read them twice.
        """
        opening = _plain_text(islice(self.body, BLOCKS_OF_AN_OPENING))
        return "" if plain(self.summary) in opening else self.summary

    def _pull_quote_warnings(self) -> list[str]:
        pull_quotes = [quote for quote in self.quotations if quote["is_pull_quote"]]
        if not pull_quotes:
            return []
        others = [child for child in self.body if child.value not in pull_quotes]
        text = f"{plain(self.summary)} {_plain_text(others)}"
        return [
            f"The pull quote “{_start(quote)}” is no longer in the text. Change it, or remove it."
            for quote in pull_quotes
            if plain(" ".join(quote.paragraphs)) not in text
        ]

    def _name_warnings(self) -> list[str]:
        return [
            f"“{name}” leads to the page of {profile.title}, but is none of the names there. "
            "Choose another profile, correct the name, or add it to the profile’s other names."
            for name, profile in dict.fromkeys(self.named)
            if name and profile and not profile.may_be_called(name)
        ]

    def _role_warnings(self) -> list[str]:
        warnings = []
        for quote in self.quotations:
            profile, role = quote["profile"], quote["role"]
            day = quote["said_on"] or self.published_on or timezone.localdate()
            if not (profile and role):
                continue
            held = profile.role_on(day)
            if not profile.has_held(role):
                warnings.append(
                    f"“{role}” is none of the roles of {profile.title}. If it is right, leave it; "
                    "else correct the quotation or the profile."
                )
            elif held and not any(role in one.texts for one in profile.roles_on(day)):
                warnings.append(
                    f"The quotation calls {quote['name']} “{role}”; on {day:%-d %B %Y}, says the "
                    f"profile, it was “{held.text}”. If it is right, leave it."
                )
        return warnings


def _plain_text(parts) -> str:
    """Return the words of parts of a body, for comparing."""
    return plain(_words_of(parts))


def _words_of(parts) -> str:
    texts = [part.block.get_searchable_content(part.value) for part in parts]
    return " ".join(chain.from_iterable(texts))


def _start(quote, most: int = 60) -> str:
    words = " ".join(quote.paragraphs)
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"
