"""The figures of an evaluation in words, for a terminal."""

from collections.abc import Iterator

from operations.evaluation.asking import Answers
from operations.evaluation.collection import Collection
from operations.evaluation.measures import figures, percentile

HEADS = ("nDCG@10", "MRR@10", "recall@100", "success@5", "errors", "empty", "questions")
MOST_ERRORS = 5


def lines_of(collection: Collection, answers: Answers) -> Iterator[str]:
    """Yield a table of the measures of every set, then times and errors."""
    width = max(len(one.name) for one in collection.sets)
    yield " ".join([" " * width, *(f"{head:>10}" for head in HEADS)])
    for questions in collection.sets:
        found = figures(answers.run[questions.name], questions.judgements)
        shares = (found.ndcg, found.mrr, found.recall, found.success)
        counts = (found.errors, found.empty, found.questions)
        cells = [*(f"{share:10.3f}" for share in shares), *(f"{count:10}" for count in counts)]
        yield " ".join([f"{questions.name:{width}}", *cells])
    yield (
        "A question, in milliseconds: "
        f"CPU p50 {percentile(answers.cpu, 0.5):.1f}, p95 {percentile(answers.cpu, 0.95):.1f}; "
        f"wall p50 {percentile(answers.wall, 0.5):.1f}, p95 {percentile(answers.wall, 0.95):.1f}."
    )
    if answers.others:
        yield f"Left out: {answers.others} hits that are no document of the collection."
    for error, times in answers.errors.most_common(MOST_ERRORS):
        yield f"Error, {times} times: {error}"
