"""Marks: points that together are unlikely by chance, under one published rule.

Values against a line enter, marks leave. A mark is a place to look, and makes no label.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.evidence.anhoej import (
    FEWEST_USEFUL,
    count_crossings,
    find_fewest_crossings,
    find_longest_allowed,
)
from generator.evidence.series import find_grain

# A point may lie beyond a limit by as much as a computer's rounding and still be on it.
ON_LINE = 1e-9
CLOSE = 2


class Line(NamedTuple):
    """The centre line and the limits at one point; limits are None where there are none."""

    centre: float
    lower: float | None = None
    upper: float | None = None


class Mark(NamedTuple):
    """Points under a rule: shift, runs, crossings, outside, trend or two-of-three.

    `way` is 1 for upwards, -1 for downwards and 0 for neither; `is_better` is None where the
    measure has no direction or the mark no way.
    """

    rule: str
    points: tuple[int, ...]
    way: int = 0
    is_better: bool | None = None


class Run(NamedTuple):
    """Points one after another on one side: 1 above a line, -1 below it."""

    side: int
    points: tuple[int, ...]


class Judged:
    """What a set of rules looks at: values, their lines, and the indices that may be marked."""

    def __init__(
        self, values: Sequence[float], lines: Sequence[Line], indices: range, better: int
    ) -> None:
        """Find the side of its centre line that each judged value is on."""
        self.values, self.lines, self.indices, self.better = values, lines, indices, better
        self.grain = find_grain(values)
        self.sides = {i: self.find_side(values[i], lines[i].centre) for i in indices}

    def find_side(self, value: float, line: float) -> int:
        """Find the side of a line that a value is on: 1 above, -1 below, 0 on it."""
        if math.isclose(value, line, rel_tol=ON_LINE, abs_tol=self.grain):
            return 0
        return 1 if value > line else -1

    def mark(self, rule: str, run: Run) -> Mark:
        """Make a mark of a run, judging its way by which way is better."""
        way = run.side * self.better
        return Mark(rule, run.points, run.side, way > 0 if way else None)


def find_runs(sides: Iterable[tuple[int, int]]) -> list[Run]:
    """Find the runs among (index, side) pairs; a point on the line, where given, ends a run."""
    return [
        Run(side, tuple(index for index, _ in group))
        for side, group in groupby(sides, key=lambda pair: pair[1])
        if side
    ]


def find_useful_runs(judged: Judged) -> list[Run]:
    """Find the runs where points on the line neither break nor lengthen one."""
    return find_runs((i, side) for i, side in judged.sides.items() if side)


def mark_shifts(judged: Judged, runs: Iterable[Run], least: int) -> list[Mark]:
    """Mark the runs of `least` points or more."""
    return [judged.mark("shift", run) for run in runs if len(run.points) >= least]


def mark_runs(judged: Judged) -> list[Mark]:
    """Mark by the two rules of Anhøj about the centre, from 10 points off it on.

    Too few crossings go the way that most of the points lie, if they do not lie evenly.
    """
    runs = find_useful_runs(judged)
    useful = [(i, side) for i, side in judged.sides.items() if side]
    if len(useful) < FEWEST_USEFUL:
        return []
    longest = find_longest_allowed(len(useful))
    found = [judged.mark("runs", run) for run in runs if len(run.points) > longest]
    sides = [side for _, side in useful]
    if count_crossings(sides) < find_fewest_crossings(len(useful)):
        balance = sum(sides)
        way = (balance > 0) - (balance < 0)
        found.append(judged.mark("crossings", Run(way, tuple(i for i, _ in useful))))
    return found


def find_outside(judged: Judged) -> dict[int, int]:
    """Find the points beyond a limit, each with the side that it is beyond on."""
    found = {}
    for index in judged.indices:
        value, (_, lower, upper) = judged.values[index], judged.lines[index]
        if upper is not None and judged.find_side(value, upper) > 0:
            found[index] = 1
        elif lower is not None and judged.find_side(value, lower) < 0:
            found[index] = -1
    return found


def mark_outside(judged: Judged) -> list[Mark]:
    """Mark the points beyond each limit, together as one."""
    outside = find_outside(judged)
    sides = (Run(way, tuple(i for i, side in outside.items() if side == way)) for way in (1, -1))
    return [judged.mark("outside", run) for run in sides if run.points]


def mark_close(judged: Judged) -> list[Mark]:
    """Mark 2 of 3 points in the outer third, all 3 on one side; groups that overlap are one.

    A point outside the limits does not count as one in the outer third, as in NHSRplotthedots.
    """
    outside = find_outside(judged)
    outer = {
        i for i, side in judged.sides.items() if i not in outside and _is_outer(judged, i, side)
    }
    found: list[Run] = []
    for three in zip(judged.indices, judged.indices[1:], judged.indices[2:], strict=False):
        side = judged.sides[three[0]]
        close = tuple(index for index in three if index in outer)
        if len(close) < CLOSE or any(judged.sides[index] != side for index in three):
            continue
        if found and found[-1].side == side and found[-1].points[-1] >= close[0]:
            close = tuple(sorted({*found.pop().points, *close}))
        found.append(Run(side, close))
    return [judged.mark("two-of-three", run) for run in found]


def _is_outer(judged: Judged, index: int, side: int) -> bool:
    centre, lower, upper = judged.lines[index]
    limit = upper if side > 0 else lower
    if not side or limit is None:
        return False
    third = centre + (limit - centre) * 2 / 3
    return judged.find_side(judged.values[index], third) == side


def mark_trends(judged: Judged, least: int) -> list[Mark]:
    """Mark `least` points or more of which each is above, or each below, the one before."""
    steps = [
        (after, judged.find_side(judged.values[after], judged.values[before]))
        for before, after in pairwise(judged.indices)
    ]
    trends = (Run(run.side, (run.points[0] - 1, *run.points)) for run in find_runs(steps))
    return [judged.mark("trend", trend) for trend in trends if len(trend.points) >= least]
