"""A film: a file of our own or one at a provider's, with captions and a transcript."""

from html import unescape
from urllib.parse import urlsplit

from django.utils.html import strip_tags
from wagtail import blocks

from core.blocks.choosers import FileChooser, PictureChooser
from core.blocks.passage import PassageBlock
from core.blocks.text import FEATURES
from core.passages import Passage

FILM_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}
PROVIDERS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
}


class FilmValue(blocks.StructValue):
    """A film as it is shown."""

    @property
    def media_type(self) -> str:
        """Return the file's media type for the player."""
        file = self["file"]
        return FILM_TYPES.get(file.file_extension.lower(), "") if file else ""

    @property
    def provider(self) -> str:
        """Return the provider's name, which the link mentions before anything is requested."""
        host = (urlsplit(self["address"] or "").hostname or "").removeprefix("www.")
        return PROVIDERS.get(host, host)


def _said(transcript) -> str:
    """Return the words of a transcript; an editor that was cleared leaves empty paragraphs."""
    html = transcript.source if transcript else ""
    return unescape(strip_tags(html)).strip()


class FilmBlock(PassageBlock):
    """A film. Nothing is requested from a provider until the visitor follows the link."""

    settings_names = ("language",)

    title = blocks.CharBlock(max_length=120, help_text="What the film is called.")
    file = FileChooser(
        required=False, help_text="A film of our own, as .mp4 or .webm. Or give an address below."
    )
    address = blocks.URLBlock(
        required=False,
        label="Address at a provider",
        help_text="Where the film can be watched, for example at YouTube or Vimeo.",
    )
    poster = PictureChooser(required=False, help_text="A still that is shown before it plays.")
    length = blocks.CharBlock(
        required=False, max_length=40, help_text="In words: “6 minutes” or “1 hour 12 minutes”."
    )
    captions = FileChooser(
        required=False,
        help_text="The words as a .vtt file: needed for a film of our own before publishing.",
    )
    transcript = blocks.RichTextBlock(
        required=False,
        features=FEATURES,
        help_text="Everything that is said, and what is seen if it matters. Needed to publish.",
    )

    def search_passages(self, value, block_id: str) -> list[Passage]:
        """Return the title, and the words said in the film."""
        return [
            Passage("body", value["title"]),
            Passage("transcript", _said(value["transcript"]), label=value["title"]),
        ]

    def faults(self, value) -> dict[str, str]:
        """Return what the film lacks for people who do not hear it, and what does not fit."""
        faults = {}
        file, captions = value["file"], value["captions"]
        if bool(file) == bool(value["address"]):
            faults["file"] = "Choose a file, or give an address below: one of the two."
        elif file and not value.media_type:
            faults["file"] = "Browsers play .mp4 and .webm. Choose a file of one of these kinds."
        if file and not captions:
            faults["captions"] = "Add captions as a .vtt file. The film can not go live without."
        elif captions and captions.file_extension.lower() != "vtt":
            faults["captions"] = "Captions are a file that ends in .vtt."
        if not _said(value["transcript"]):
            faults["transcript"] = "Add a transcript; the film can not go live without."
        return faults

    class Meta:
        icon = "media"
        template = "core/blocks/film.html"
        value_class = FilmValue
        preview_value = {
            "title": "What we found on Lantern Street",
            "address": "https://films.example/lanterns",
            "length": "6 minutes",
            "transcript": "<p>Marged: We stopped talking and followed somebody.</p>",
        }
        description = "A film with captions and a transcript."
