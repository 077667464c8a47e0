"""The lines and the signals of an XmR chart."""

import pytest
from test_series import find_rules, make_measure, measure

from generator.evidence import RuleSet, measure_change
from generator.evidence.xmr import moving_ranges, xmr_limits, xmr_lines

VECTOR = (1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
# The mean is 10, each moving range 2: limits 4.68 and 15.32, outer third from 6.45 and 13.55.
BASE = (9, 11) * 6


def test_the_limits_are_screened_once():
    lines = xmr_lines(VECTOR, 1e-9)
    assert [round(line, 2) for line in lines] == [1.94, -0.72, 4.60]
    unscreened = xmr_limits(lines.centre, moving_ranges(VECTOR))
    assert [round(line, 2) for line in unscreened] == [1.94, -3.06, 6.95]


def test_a_chart_without_a_change_has_lines_over_all_points_and_no_signal():
    measured = measure_change(make_measure(VECTOR), None)
    assert measured.rule_set is RuleSet.XMR
    assert measured.rule_set.label == "XmR chart, NHS England Making Data Count rules"
    (phase,) = measured.phases
    assert (phase.base_start, phase.base_end) == (0, 18)
    assert round(phase.upper, 2) == 4.60
    assert measured.signals == ()
    assert measured.evidence == "told"


def test_twelve_baseline_points_bring_limits_and_eleven_do_not():
    assert measure(BASE, [10]).rule_set is RuleSet.XMR
    assert measure(BASE[:11], [10]).rule_set is RuleSet.MEDIAN


@pytest.mark.parametrize(
    ("value", "fires"), [(15.3, False), (15.4, True), (4.7, False), (4.6, True)]
)
def test_a_point_outside_the_limits_is_a_signal(value, fires):
    measured = measure(BASE, [10, value])
    assert (find_rules(measured) == {("outside", (1,))}) is fires
    assert measured.has_improved is (fires and value > 10)
    assert measured.has_worsened is (fires and value < 10)


@pytest.mark.parametrize(("length", "fires"), [(6, False), (7, True), (8, True)])
def test_a_shift_is_seven_points_on_one_side_of_the_mean(length, fires):
    """As `ptd_seven_point_one_side_mean(c(rep(1, 8), -1))` in the tests of NHSRplotthedots."""
    rules = find_rules(measure(BASE, [11] * length + [9]))
    assert rules == ({("shift", tuple(range(length)))} if fires else set())


def test_a_point_on_the_mean_ends_a_run():
    assert find_rules(measure(BASE, [11] * 6 + [10] + [11] * 6)) == set()


@pytest.mark.parametrize(
    ("after", "fires"),
    [
        ((7, 8, 9, 10, 11, 12), False),
        ((7, 8, 9, 9, 10, 11, 12), False),
        ((7, 8, 9, 10, 11, 12, 13), True),
        ((8, 7, 8, 9, 10, 11, 12, 13, 9), True),
    ],
)
def test_a_trend_is_seven_points_each_above_the_one_before(after, fires):
    """1:6 and c(1:3, 3:6) make none, 1:7 and c(2, 1:7, 3) one, in the tests of NHSRplotthedots."""
    first = 1 if len(after) == 9 else 0
    rules = find_rules(measure(BASE, after))
    assert rules == ({("trend", tuple(range(first, first + 7)))} if fires else set())


def test_a_trend_is_judged_by_its_direction():
    (signal,) = measure(BASE, (13, 12, 11, 10, 9, 8, 7)).signals
    assert (signal.rule, signal.way, signal.is_better) == ("trend", -1, False)


def test_a_trend_that_began_before_the_change_is_no_signal():
    assert find_rules(measure([*BASE, 6, 7, 8], [9, 10, 11, 12])) == set()


@pytest.mark.parametrize(
    ("after", "points"),
    [
        ((14, 11, 14), (0, 2)),
        ((14, 14, 11), (0, 1)),
        ((11, 14, 14), (1, 2)),
        ((14, 11, 14, 14), (0, 2, 3)),
        ((14, 9, 14), None),
        ((14, 10, 14), None),
        ((13, 11, 13), None),
        ((14, 6, 14), None),
        ((14, 11, 11, 14), None),
        ((14, 14), None),
    ],
)
def test_two_of_three_in_the_outer_third_are_a_signal_with_all_three_on_one_side(after, points):
    """As `ptd_two_in_three` in the tests of NHSRplotthedots, c(1, 0, 0, 1) among them."""
    rules = find_rules(measure(BASE, after))
    assert rules == ({("two-of-three", points)} if points else set())


def test_a_point_outside_the_limits_is_not_in_the_outer_third():
    assert find_rules(measure(BASE, (14, 11, 16))) == {("outside", (2,))}


def test_any_deviation_from_a_constant_baseline_is_outside():
    assert find_rules(measure([0.1] * 15, [0.1, 0.1001])) == {("outside", (1,))}
