"""The lines of an XmR chart, and the four signals of NHS England's Making Data Count.

The details follow the R package NHSRplotthedots: a point on the mean ends a run, a point outside
the limits does not count as one in the outer third, and a trend is 7 points, that is 6 steps.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

from generator.evidence.measured import Signal
from generator.evidence.series import Judged, Run, list_runs, make_signal, side_by_index, side_of

LIMIT = 2.66
SCREEN = 3.267
SHIFT = 7
TREND = 7
CLOSE = 2


class Lines(NamedTuple):
    """The mean, and the limits if there is more than one point to find them from."""

    centre: float
    lower: float | None
    upper: float | None


def moving_ranges(values: Sequence[float]) -> list[float]:
    """Find the distance of each value from the one before."""
    return [abs(after - before) for before, after in pairwise(values)]


def screen_ranges(ranges: Sequence[float], tolerance: float) -> Sequence[float]:
    """Leave out, once, the moving ranges of 3.267 times their mean or more.

    3.267 is D4 for two points, the upper limit of a moving range chart: Montgomery, Introduction
    to Statistical Quality Control; Wheeler, Understanding Variation. Screened as NHSRplotthedots
    does, so that a single leap in the baseline does not hide every later signal.
    """
    most = SCREEN * fmean(ranges)
    kept = [each for each in ranges if side_of(each, most, tolerance) < 0]
    # Where nothing varies, no range is below 3.267 times their mean: all of them stay.
    return kept or ranges


def xmr_limits(centre: float, ranges: Sequence[float]) -> Lines:
    """Find the limits: the mean less and plus 2.66 times the mean moving range.

    2.66 is 3 / d2, with d2 = 1.128 for two points: Montgomery; Wheeler.
    """
    width = LIMIT * fmean(ranges)
    return Lines(centre, centre - width, centre + width)


def xmr_lines(values: Sequence[float], tolerance: float) -> Lines:
    """Find the mean and the screened limits of a baseline of one value or more."""
    centre = fmean(values)
    ranges = moving_ranges(values)
    if not ranges:
        return Lines(centre, None, None)
    return xmr_limits(centre, screen_ranges(ranges, tolerance))


def list_xmr_signals(judged: Judged, lines: Lines) -> list[Signal]:
    """Find the signals against frozen lines: each run, trend or close group is one signal.

    The points outside one limit make one signal together. The rules are NHS England's Making Data
    Count, as in NHSRplotthedots.
    """
    sides = side_by_index(judged, lines.centre)
    shifts = [run for run in list_runs(sides.items()) if len(run.points) >= SHIFT]
    found = [("shift", run) for run in shifts]
    if lines.upper is not None:
        outside, outer = _find_far(judged, sides, lines.centre, lines.upper - lines.centre)
        beyond = [Run(way, tuple(i for i in outside if sides[i] == way)) for way in (1, -1)]
        found += [("outside", run) for run in beyond if run.points]
        found += [("two-of-three", run) for run in _find_close(sides, outer)]
    found += [("trend", run) for run in _find_trends(judged)]
    return [make_signal(rule, run.points, run.side, judged.better) for rule, run in found]


def _find_far(
    judged: Judged, sides: dict[int, int], centre: float, width: float
) -> tuple[list[int], set[int]]:
    """Find the points outside the limits, and those within them but in the outer third."""
    outside: list[int] = []
    outer: set[int] = set()
    for index, side in sides.items():
        value = judged.values[index]
        if side and side_of(value, centre + side * width, judged.tolerance) == side:
            outside.append(index)
        elif side and side_of(value, centre + side * width * 2 / 3, judged.tolerance) == side:
            outer.add(index)
    return outside, outer


def _find_close(sides: dict[int, int], outer: set[int]) -> list[Run]:
    """Find 2 of 3 points in the outer third, all 3 on one side; groups that overlap are one."""
    found: list[Run] = []
    indices = list(sides)
    for three in zip(indices, indices[1:], indices[2:], strict=False):
        side = sides[three[0]]
        close = tuple(index for index in three if index in outer)
        if len(close) < CLOSE or any(sides[index] != side for index in three):
            continue
        if found and found[-1].side == side and found[-1].points[-1] >= close[0]:
            close = tuple(sorted({*found.pop().points, *close}))
        found.append(Run(side, close))
    return found


def _find_trends(judged: Judged) -> list[Run]:
    """Find 7 points or more of which each is above, or each below, the one before."""
    steps = [
        (after, side_of(judged.values[after], judged.values[before], judged.tolerance))
        for before, after in pairwise(judged.indices)
    ]
    trends = (Run(run.side, (run.points[0] - 1, *run.points)) for run in list_runs(steps))
    return [trend for trend in trends if len(trend.points) >= TREND]
