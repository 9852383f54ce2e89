"""Which files to look at again, when somebody they name was made after they were taken."""

from editing.importers.reading.files import FoundFile
from editing.importers.writing.outcome import Outcome


class SecondLook:
    """The files of a run in order, and when the last page or address to link to was made.

    So that the next run finds nothing to do, links that could not be made yet are made at the end.
    """

    def __init__(self) -> None:
        self.taken: dict[FoundFile, bool] = {}
        self.with_last_person = self.with_last_address = 0

    def note(self, file: FoundFile, outcome: Outcome) -> None:
        """Note that a file was taken, and what was made for it."""
        self.taken[file] = outcome.has_loose_links
        if outcome.has_new_people:
            self.with_last_person = len(self.taken)
        if outcome.has_new_address:
            self.with_last_address = len(self.taken)

    def files(self) -> list[FoundFile]:
        """Return the files taken before the last person, or, if they link, the last address."""
        return [
            file
            for place, (file, has_loose_links) in enumerate(self.taken.items())
            if place < self.with_last_person or (has_loose_links and place < self.with_last_address)
        ]
