"""The people and speakers that the site knows, by every name they go by."""

from collections import defaultdict
from dataclasses import dataclass

from core.routing import readable
from editing.importers.reading.names import same_name
from people.models import ProfilePage


@dataclass(frozen=True)
class Known:
    """A profile: its key, its names as they may stand in a text, whether everybody may read it."""

    key: int
    names: tuple[str, ...]
    is_readable: bool

    @property
    def name(self) -> str:
        """Return the name of the profile's page."""
        return self.names[0]

    @property
    def is_promised(self) -> bool:
        """Tell somebody whose page a dry run would make, but does not."""
        return self.key < 0


class KnownPeople:
    """Profiles of one language, found by name. Titles and the kind of apostrophe do not matter."""

    def __init__(self, locale_id: int) -> None:
        rows = ProfilePage.objects.filter(alias_of=None, locale_id=locale_id)
        self.by_name: dict[str, list[Known]] = defaultdict(list)
        self.all: list[Known] = []
        open_to_all = set(readable(rows).values_list("pk", flat=True))
        for key, title, others in rows.values_list("pk", "title", "other_names"):
            self.add(Known(key, names(title, others), key in open_to_all))

    def add(self, known: Known) -> None:
        """Make somebody known."""
        self.all.append(known)
        for name in {same_name(name) for name in known.names}:
            self.by_name[name].append(known)

    def speaker(self, name: str) -> Known | None:
        """Return the one profile of that name that everybody may read."""
        found = [known for known in self.by_name.get(same_name(name), []) if known.is_readable]
        return found[0] if len(found) == 1 else None

    def author(self, name: str) -> Known | None:
        """Return the one profile of that name, or of several the one that everybody may read."""
        found = self.by_name.get(same_name(name), [])
        return found[0] if len(found) == 1 else self.speaker(name)

    def is_ambiguous(self, name: str) -> bool:
        """Tell whether several profiles have this name and none can be chosen."""
        return len(self.by_name.get(same_name(name), [])) > 1 and self.author(name) is None


def names(title: str, others: str) -> tuple[str, ...]:
    """Return the names of a profile, spelled as texts are: curly, with one space."""
    lines = [" ".join(line.split()).replace("'", "’") for line in [title, *others.splitlines()]]
    return tuple(dict.fromkeys(line for line in lines if line))
