"""What can be found: a page or a file, as the engine takes it."""

import datetime
import hashlib
import json
from dataclasses import asdict, dataclass, field

from core.passages import Facet, Passage


@dataclass(frozen=True)
class Findable:
    """A page or a file with all that it is found by.

    `key` is the same at every indexing ("page:12"). `names` are what it is called beside its
    title; they are searched as the field of that name and looked up whole. What `is_called`
    nothing by itself, a quotation say, is neither looked up by its title nor suggested.
    """

    key: str
    kind: str
    title: str
    passages: list[Passage]
    page_id: int | None = None
    file_id: int | None = None
    names: list[str] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    dated: datetime.date | None = None
    expires_at: datetime.datetime | None = None
    is_called: bool = True

    @property
    def all_passages(self) -> list[Passage]:
        """Return title, names and passages, in the order in which they are indexed."""
        names = [Passage("names", name) for name in self.names]
        return [Passage("title", self.title), *names, *self.passages]

    @property
    def digest(self) -> str:
        """Return what differs whenever anything that is indexed differs."""
        return hashlib.sha256(json.dumps(asdict(self), default=str).encode()).hexdigest()
