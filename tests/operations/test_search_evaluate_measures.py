"""The measures of a ranked list, against values worked out by hand."""

import math

import pytest

from operations.evaluation.measures import (
    figures,
    ndcg,
    percentile,
    recall,
    reciprocal_rank,
    success,
)

THREE = {"a": 1, "b": 1, "c": 1}


@pytest.mark.parametrize(
    ("ranked", "grades", "worth"),
    [
        (["a", "b", "c"], THREE, 1.0),
        (["x", "a"], {"a": 1}, 1 / math.log2(3)),
        # The gain is linear: 2 at the second place, 1 at the first, of 2 + 1 / log2(3).
        (["b", "a"], {"a": 2, "b": 1}, (1 + 2 / math.log2(3)) / (2 + 1 / math.log2(3))),
        (["a", "x", "y"], {"a": 1, "x": 0, "y": -1}, 1.0),
        (["a", "a", "a"], THREE, 1 / (1 + 1 / math.log2(3) + 1 / 2)),
        ([], THREE, 0.0),
        (["a"], {}, 0.0),
        (["a"], {"a": 0}, 0.0),
        ([*"0123456789", "a"], {"a": 1}, 0.0),
    ],
)
def test_gain_counts_less_the_later_it_comes(ranked, grades, worth):
    assert ndcg(ranked, grades) == pytest.approx(worth, abs=1e-12)


def test_the_best_order_is_that_of_ten_when_more_are_relevant():
    grades = {str(number): 1 for number in range(15)}
    assert ndcg([str(number) for number in range(10)], grades) == pytest.approx(1.0)


def test_the_rank_of_the_first_relevant_one_counts():
    assert reciprocal_rank(["x", "y", "a", "b"], THREE) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x", "x", "a"], THREE) == pytest.approx(1 / 2)
    assert reciprocal_rank([*"0123456789", "a"], THREE) == 0
    assert reciprocal_rank([], THREE) == 0


def test_recall_is_the_share_of_relevant_ones_that_came():
    assert recall(["a", "x", "a"], THREE) == pytest.approx(1 / 3)
    assert recall([*map(str, range(100)), "a"], THREE) == 0
    assert recall(["a"], {"b": 0}) == 0


def test_success_asks_for_one_among_the_first():
    assert success([*"1234", "a"], THREE) == 1
    assert success([*"12345", "a"], THREE) == 0


def test_errors_and_missing_answers_count_nothing_and_unjudged_questions_not_at_all():
    judgements = {"1": {"a": 1}, "2": {"a": 1}, "3": {"a": 1}, "4": {"a": 1}, "5": {"a": 0}}
    found = figures({"1": ["a"], "2": None, "3": [], "5": None}, judgements)
    assert (found.questions, found.errors, found.empty) == (4, 1, 1)
    assert (found.ndcg, found.mrr, found.recall, found.success) == (0.25, 0.25, 0.25, 0.25)


def test_a_percentile_is_a_value_that_was_measured():
    assert percentile([3, 1, 2, 4], 0.5) == 2
    assert percentile(list(range(1, 101)), 0.95) == 95
    assert percentile([7], 0.95) == 7
    assert percentile([], 0.5) == 0
