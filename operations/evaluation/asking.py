"""Asks the site's own search every question of a collection, and notes what it answers."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from operations.evaluation.collection import NATURAL, Collection
from search.models import Document, SearchIndex
from search.results import Asked, Results

DEEPEST = 100

type Run = dict[str, dict[str, list[str] | None]]


@dataclass
class Answers:
    """What came back: {set: {question id: ranked document ids, or None for an error}}.

    Times are milliseconds for each of the collection's own questions. `others` counts hits that
    are no document of the collection, `errors` the exceptions by what they said.
    """

    run: Run = field(default_factory=dict)
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    others: int = 0
    errors: Counter[str] = field(default_factory=Counter)


class Asking:
    """Asks one index. `documents` are {page id: document id}."""

    def __init__(self, index: SearchIndex, documents: Mapping[int, str]) -> None:
        self.index = index
        rows = Document._default_manager.filter(index=index, page_id__isnull=False)
        pages = rows.values_list("number", "page_id")
        self.ids = {number: documents[key] for number, key in pages if key in documents}
        self.answers = Answers()

    def ask_all(
        self, collection: Collection, report: Callable[[int], object] = lambda _done: None
    ) -> Answers:
        """Return the answers to every question of every set. `report` hears of each."""
        for questions in collection.sets:
            answers = self.answers.run[questions.name] = {}
            for key, text in questions.questions.items():
                answers[key] = self._ask(text, is_timed=questions.name == NATURAL)
                report(1)
        return self.answers

    def _ask(self, text: str, *, is_timed: bool) -> list[str] | None:
        """Return the best documents in order, or None if the search failed."""
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            found = Results(self.index, Asked(text))
            hits = [*found.in_order, *found.further]
        except Exception as error:  # noqa: BLE001  An error is a figure here.
            self.answers.errors[f"{type(error).__name__}: {error}"] += 1
            return None
        if is_timed:
            self.answers.wall.append(1000 * (time.perf_counter() - wall))
            self.answers.cpu.append(1000 * (time.process_time() - cpu))
        ids = [self.ids[hit.number] for hit in hits if hit.number in self.ids]
        self.answers.others += len(hits) - len(ids)
        return list(dict.fromkeys(ids))[:DEEPEST]
