"""Which points the lines come from: dates to a baseline, a rule set and phases."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from generator.evidence.measured import Phase, RuleSet
from generator.evidence.xmr import Lines, xmr_lines
from generator.model import Measure, Point

FEWEST = 10
FEWEST_FOR_LIMITS = 12
REBASED_ON = 12


def first_after_change(points: Sequence[Point], changed_on: dt.date | None) -> int | None:
    """Find the first of the sorted points on or after the change."""
    if changed_on is None:
        return None
    index = bisect_left(points, changed_on, key=lambda point: point.date)
    return index if index < len(points) else None


def baseline_range(measure: Measure, points: Sequence[Point], change_index: int | None) -> range:
    """Find the points to compare with: as the author says, else all before the change.

    A baseline that reaches past the change is cut off at it. Without a change, or without a point
    after it, every point may count.
    """
    end = len(points) if change_index is None else change_index
    if measure.baseline is None:
        return range(end)
    start = bisect_left(points, measure.baseline.from_, key=lambda point: point.date)
    stop = bisect_right(points, measure.baseline.to, key=lambda point: point.date)
    return range(min(start, end), min(stop, end))


def choose_rule_set(count: int, baseline: range) -> RuleSet | None:
    """Find the rules for a series: none below 10 points, XmR from 12 points of baseline."""
    if count < FEWEST or not baseline:
        return None
    return RuleSet.XMR if len(baseline) >= FEWEST_FOR_LIMITS else RuleSet.MEDIAN


def divide_phases(
    measure: Measure,
    points: Sequence[Point],
    change_index: int | None,
    rule_set: RuleSet,
    tolerance: float,
) -> tuple[Phase, ...]:
    """Find the phase of the first baseline, and one for each rebase with points on both sides.

    A rebased phase takes its lines from its first 12 points, or all of them if they are fewer.
    Where such a baseline begins before the change it ends at the change, as the first one does.
    """
    count = len(points)
    starts = {
        bisect_left(points, each.date, key=lambda point: point.date) for each in measure.rebase
    }
    bounds = [0, *sorted(start for start in starts if 0 < start < count), count]
    phases = []
    for start, end in pairwise(bounds):
        base = range(start, min(start + REBASED_ON, end))
        if start == 0:
            base = baseline_range(measure, points, change_index)
        elif change_index is not None and start < change_index < base.stop:
            base = range(start, change_index)
        values = [point.value for point in points[base.start : base.stop]]
        lines = _find_lines(values, rule_set, tolerance)
        phases.append(Phase(start, end, base.start, base.stop, *lines))
    return tuple(phases)


def _find_lines(values: Sequence[float], rule_set: RuleSet, tolerance: float) -> Lines:
    if rule_set is RuleSet.MEDIAN:
        return Lines(median(values), None, None)
    return xmr_lines(values, tolerance)
