"""Which sizes of a picture exist, and making them once, when the picture is uploaded.

The names of the finished files are kept on the picture itself, so that a page needs no query
and no encoding to show it. A template shows what exists, else the file as uploaded.
"""

from dataclasses import dataclass

from PIL import Image

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class Spec:
    """A use of pictures: the widths it needs, in pixels, and the shape they are cut to."""

    widths: tuple[int, ...]
    ratio: float | None = None
    formats: tuple[str, ...] = FORMATS

    def filters(self, picture) -> dict[str, list[str]]:
        """Return Wagtail's filter specs by format; none is wider than the picture."""
        widths = [w for w in self.widths if w <= self.usable_width(picture)]
        widths = widths or [min(self.usable_width(picture), self.widths[0])]
        return {
            form: [f"{self._resize(width)}|format-{form}" for width in widths]
            for form in self.formats
        }

    def usable_width(self, picture) -> int:
        """Return the widest that the picture can be shown in this shape without enlarging."""
        if self.ratio is None:
            return picture.width
        return min(picture.width, round(picture.height * self.ratio))

    def _resize(self, width: int) -> str:
        if self.ratio is None:
            return f"width-{width}"
        return f"fill-{width}x{round(width / self.ratio)}"


SPECS = {
    # Portraits are shown at 48 to 320 CSS pixels, on screens of one or two pixels to each.
    "face": Spec((96, 192, 480), ratio=1),
    # The text column is 46rem at most, a little wider with its panel.
    "body": Spec((480, 800, 1200)),
    # Shared links: one picture, in the one format that every service reads.
    "card": Spec((1200,), ratio=1200 / 630, formats=("jpeg",)),
}


def make(picture) -> int:
    """Make the missing renditions of `picture`, note them on it and return how many there are.

    A file that is gone, or no picture, is an OSError or SyntaxError before anything is made.
    """
    with picture.open_file() as file, Image.open(file) as whole:
        whole.verify()
    wanted = {kind: spec.filters(picture) for kind, spec in SPECS.items()}
    every = {f for forms in wanted.values() for specs in forms.values() for f in specs}
    made = {r.filter_spec: r for r in picture.get_renditions(*every).values()}
    sources = {
        kind: {
            form: [[made[s].file.name, made[s].width, made[s].height] for s in specs]
            for form, specs in forms.items()
        }
        for kind, forms in wanted.items()
    }
    picture.sources = sources
    picture.sources_made_from = picture.made_from
    type(picture).objects.filter(pk=picture.pk).update(
        sources=sources, sources_made_from=picture.made_from
    )
    return len(made)
