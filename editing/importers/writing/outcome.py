"""What was asked of a run, and what became of each file."""

from dataclasses import dataclass, field

from editing.importers.reading.pieces import LegacyPage
from editing.importers.writing.identity import Kind


@dataclass(frozen=True)
class Wishes:
    """What the person at the command line asked for."""

    under: str = ""
    address_base: str = ""
    publishes: bool = False
    makes_author_pages: bool = False
    remakes_deleted: bool = False
    is_dry_run: bool = False


@dataclass
class Outcome:
    """What became of one file; `kind` counts it, `done` says it in words.

    `address` is the page's on the old site, `told_address` what was told of its file's place there.
    """

    name: str
    kind: Kind
    done: str
    page: LegacyPage
    address: str = ""
    told_address: str = ""
    links: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    is_published: bool = False
    has_new_people: bool = False
    has_new_address: bool = False
    has_loose_links: bool = False

    def say(self, *, is_dry_run: bool) -> None:
        """Put into words what was done, or would be."""
        words = WOULD if is_dry_run else DONE
        self.done = words[self.kind][self.is_published]
        if self.kind == "same" and self.has_new_address:
            lead = "would lead" if is_dry_run else "leads"
            self.done += f"; its old address {lead} to it now"


# {kind: (left as a draft or as it was, published)}
DONE = {
    "new": ("now a draft", "published"),
    "changed": ("updated, as a draft", "updated and published"),
    "same": ("unchanged", "published, otherwise unchanged"),
}
WOULD = {
    "new": ("would become a draft", "would be published"),
    "changed": ("would be updated, as a draft", "would be updated and published"),
    "same": ("unchanged", "would be published, otherwise unchanged"),
}
