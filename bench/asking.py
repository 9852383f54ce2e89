"""Asks an engine every question of a collection, for as long as it may take."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from operations.evaluation.collection import CLEAN, NATURAL, Collection
from operations.evaluation.measures import Figures, figures, percentile

DEEPEST = 100
# The derived sets that a table has columns for.
CHANGED = ("typo", "inflect", "hyphen", "spelling", "acronym", "prefix", "hostile")
HEADS = ["engine", "nDCG@10", "MRR@10", "recall@100", "success@5", *CHANGED]
HEADS += ["errors", "CPU p95, ms"]


@dataclass
class Asked:
    """What an engine answered: {set: {question: ids, or None for an error}}, and CPU times."""

    run: dict[str, dict[str, list[str] | None]] = field(default_factory=dict)
    cpu: list[float] = field(default_factory=list)
    is_whole: bool = True


def ask(collection: Collection, search: Callable[[str], list[str]], seconds: float) -> Asked:
    """Return what `search` answers; questions left after so many seconds are not asked."""
    asked, until = Asked(), time.monotonic() + seconds
    for questions in collection.sets:
        if questions.name.endswith(CLEAN):
            continue
        answers = asked.run[questions.name] = {}
        for key, text in questions.questions.items():
            if time.monotonic() > until:
                asked.is_whole = False
                break
            start = time.process_time()
            try:
                answers[key] = search(text)
            except Exception:  # noqa: BLE001  An error is a figure here.
                answers[key] = None
            if questions.name == NATURAL:
                asked.cpu.append(1000 * (time.process_time() - start))
    return asked


def table_row(name: str, collection: Collection, asked: Asked) -> str:
    """Return a row of the table; what was not asked for want of time is left out of it."""
    found: dict[str, Figures] = {}
    for questions in collection.sets:
        answers = asked.run.get(questions.name, {})
        grades = {one: questions.judgements[one] for one in answers}
        if len(answers) == len(questions.questions) or (questions.name == NATURAL and answers):
            found[questions.name] = figures(answers, grades)
    natural = found.get(NATURAL)
    whole = [natural.ndcg, natural.mrr, natural.recall, natural.success] if natural else [None] * 4
    changed = [found[one].success if one in found else None for one in CHANGED]
    errors = sum(1 for run in asked.run.values() for answer in run.values() if answer is None)
    cells = ["–" if value is None else f"{value:.3f}" for value in [*whole, *changed]]
    time_of_one = f"{percentile(asked.cpu, 0.95):.1f}" if asked.cpu else "–"
    label = name if asked.is_whole else f"{name} (as far as time allowed)"
    return f"| {' | '.join([label, *cells, str(errors), time_of_one])} |"
