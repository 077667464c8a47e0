"""The rules of a median run chart."""

import pytest
from test_series import find_rules, measure

from generator.evidence import RuleSet
from generator.evidence.median import fewest_crossings_allowed, longest_run_allowed

BASE = (1, 3, 2, 1, 3, 2, 1, 3)


@pytest.mark.parametrize(
    ("useful", "longest", "crossings"),
    [(10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10)],
)
def test_the_limits_of_the_runs_rules_are_the_published_ones(useful, longest, crossings):
    """From Anhøj and Olesen 2014, and `qbinom(0.05, n - 1, 0.5)` of R."""
    assert longest_run_allowed(useful) == longest
    assert fewest_crossings_allowed(useful) == crossings


def test_a_short_baseline_is_read_by_its_median():
    measured = measure(BASE, [2, 3, 1])
    assert measured.rule_set is RuleSet.MEDIAN
    assert measured.rule_set.label == "median run chart, shift and runs rules (Anhøj)"
    (phase,) = measured.phases
    assert (phase.start, phase.end, phase.base_start, phase.base_end) == (0, 11, 0, 8)
    assert (phase.centre, phase.lower, phase.upper) == (2, None, None)


@pytest.mark.parametrize(("length", "fires"), [(5, False), (6, True)])
def test_a_shift_is_six_points_on_one_side(length, fires):
    rules = find_rules(measure(BASE, [3] * length + [1]))
    assert (("shift", tuple(range(length))) in rules) is fires


def test_points_on_the_median_neither_break_nor_lengthen_a_run():
    assert find_rules(measure(BASE, [3, 3, 2, 3, 3, 2, 3, 3])) == {("shift", (0, 1, 3, 4, 6, 7))}
    assert find_rules(measure(BASE, [3, 3, 2, 3, 2, 3, 2, 3])) == set()


def test_a_shift_across_the_change_is_no_signal():
    assert find_rules(measure([1, 1, 1, 1, 3, 3, 3, 3], [3, 3, 3, 3, 3])) == set()


def test_the_runs_rules_wait_for_ten_points_off_the_median():
    assert find_rules(measure(BASE, [3] * 9)) == {("shift", tuple(range(9)))}
    assert find_rules(measure(BASE, [3] * 9 + [2])) == {("shift", tuple(range(9)))}
    ten = tuple(range(10))
    rules = find_rules(measure(BASE, [3] * 10))
    assert rules == {("shift", ten), ("runs", ten), ("crossings", ten)}


@pytest.mark.parametrize(("first", "fires"), [(6, False), (7, True)])
def test_the_longest_run_of_ten_points_may_be_six(first, fires):
    rules = find_rules(measure(BASE, ([3] * first + [1, 3, 1, 3])[:10]))
    assert (("runs", tuple(range(first))) in rules) is fires


def test_too_few_crossings_go_the_way_that_most_points_lie():
    measured = measure(BASE, [1, 1, 1, 1, 3, 3, 3, 3, 3, 3])
    crossings = next(s for s in measured.signals if s.rule == "crossings")
    assert (crossings.way, crossings.is_better) == (1, True)
    even = measure(BASE, [1] * 5 + [3] * 5)
    assert [(s.rule, s.way, s.is_better) for s in even.signals] == [("crossings", 0, None)]


def test_a_crossings_signal_that_goes_neither_way_is_no_improvement():
    measured = measure(BASE, [1] * 5 + [3] * 5)
    assert measured.evidence == "measured"
    assert measured.sentence == (
        "After the change the figures crossed the earlier middle value of 2 unusually seldom: "
        "a signal of change."
    )
