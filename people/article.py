"""What every page with a body does: contents, one load for all blocks, quotations kept whole."""

from django.utils import timezone
from django.utils.functional import cached_property

from core.contents import Heading, contents_of
from core.models import SiteImage
from core.shelf import Shelf, current_shelf
from people.blocks.quote import plain, quotes_in


class Article:
    """A page with a StreamField called `body`, to be mixed in before BasePage."""

    @cached_property
    def contents(self) -> list[Heading]:
        """Return the headings of the body, with anchors."""
        return contents_of(self.body)

    def clean(self) -> None:
        """Keep each speaker's name and role of the day as text, whoever goes later."""
        super().clean()
        for quote in quotes_in(self.body):
            quote.fill(self.published_on or timezone.localdate())

    def lay_out(self, shelf: Shelf) -> None:
        """Note on the shelf everything that this page shows. Types add their own."""
        shelf.want_stream(self.body)
        shelf.want(SiteImage, [self.listing_picture_id])

    def get_context(self, request, *args, **kwargs):
        """Load everything at once, then number the headings."""
        context = super().get_context(request, *args, **kwargs)
        shelf = current_shelf()
        self.lay_out(shelf)
        shelf.fill()
        if self.listing_picture_id:
            self.listing_picture = shelf.get(SiteImage, self.listing_picture_id)
        context["shelf"] = shelf
        context["contents"] = self.contents
        return context

    def warnings(self) -> list[str]:
        """Return what an editor should look at, though nothing stops the page."""
        return [*self._pull_quote_warnings(), *self._role_warnings()]

    def _pull_quote_warnings(self) -> list[str]:
        text = plain(
            " ".join(
                str(child.value["text"].source)
                for child in self.body
                if child.block_type in {"text", "aside", "details"} and child.value["text"]
            )
        )
        return [
            f"The pull quote “{_start(quote)}” is no longer in the text. Change it, or remove it."
            for quote in quotes_in(self.body)
            if quote["is_pull_quote"] and plain(" ".join(quote.paragraphs)) not in text
        ]

    def _role_warnings(self) -> list[str]:
        warnings = []
        for quote in quotes_in(self.body):
            profile, role = quote["profile"], quote["role"]
            if not (profile and role):
                continue
            known = {one.text for one in profile.roles.all()}
            if role not in known:
                warnings.append(
                    f"“{role}” is none of the roles of {profile.title}. If it is right, leave it; "
                    "else correct the quotation or the profile."
                )
        return warnings


def _start(quote, most: int = 60) -> str:
    words = " ".join(quote.paragraphs)
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"
