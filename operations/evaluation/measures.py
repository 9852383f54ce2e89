"""What a ranked list is worth, by the definitions of trec_eval: unjudged is not relevant.

Gain is linear in the grade. Every function takes document ids in their order, the grades
{document id: grade}, and how many of the first are looked at.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], first: int = 10) -> float:
    """Return the gain, less the later it comes, as a share of that of the best order there is."""
    ideal = sorted(filter(_is_relevant, grades.values()), reverse=True)
    gains = [max(0, grades.get(one, 0)) for one in _once(ranked)]
    best = _discounted(ideal[:first])
    return _discounted(gains[:first]) / best if best else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int], first: int = 10) -> float:
    """Return 1 divided by the place of the first relevant document, 0 without one."""
    for place, one in enumerate(_once(ranked)[:first], start=1):
        if _is_relevant(grades.get(one, 0)):
            return 1 / place
    return 0.0


def recall(ranked: Sequence[str], grades: Mapping[str, int], first: int = 100) -> float:
    """Return the share of the relevant documents that is among the first."""
    relevant = {one for one, grade in grades.items() if _is_relevant(grade)}
    return len(relevant & set(_once(ranked)[:first])) / len(relevant) if relevant else 0.0


def success(ranked: Sequence[str], grades: Mapping[str, int], first: int = 5) -> float:
    """Return 1 if a relevant document is among the first, else 0."""
    return 1.0 if reciprocal_rank(ranked, grades, first) else 0.0


@dataclass(frozen=True)
class Figures:
    """The means over the judged questions of a set; an error or a missing answer counts 0."""

    questions: int
    ndcg: float
    mrr: float
    recall: float
    success: float
    errors: int
    empty: int


def figures(
    run: Mapping[str, Sequence[str] | None], judgements: Mapping[str, Mapping[str, int]]
) -> Figures:
    """Return what a run is worth: {question id: ranked ids, or None for an error}."""
    judged = [one for one, grades in judgements.items() if any(map(_is_relevant, grades.values()))]

    def mean(measure) -> float:
        values = [measure(run.get(one) or [], judgements[one]) for one in judged]
        return sum(values) / len(values) if values else 0.0

    answers = [run[one] for one in judged if one in run]
    return Figures(
        questions=len(judged),
        ndcg=mean(ndcg),
        mrr=mean(reciprocal_rank),
        recall=mean(recall),
        success=mean(success),
        errors=sum(1 for answer in answers if answer is None),
        empty=sum(1 for answer in answers if answer is not None and not answer),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of all values does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def _is_relevant(grade: int) -> bool:
    return grade > 0


def _once(ranked: Sequence[str]) -> list[str]:
    """Return ids without repeats: nobody gains by showing a document twice."""
    return list(dict.fromkeys(ranked))


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, start=1))
