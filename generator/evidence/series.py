"""Values against a line: which side they are on, and how long they stay there.

Numbers that differ only by the rounding of a computer count as equal, so that adding a constant to
every value, or counting in other units, moves no point off a line.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.evidence.measured import Signal


class Run(NamedTuple):
    """Points one after another on one side: 1 above the line, -1 below it."""

    side: int
    points: tuple[int, ...]


class Judged(NamedTuple):
    """What a rule set looks at: all values, the indices that may make a signal, and two scales.

    `better` is 1 when higher is better, -1 when lower is, and 0 when neither is.
    """

    values: Sequence[float]
    indices: range
    better: int
    tolerance: float


def tolerance_of(values: Sequence[float]) -> float:
    """Find the distance within which two values of a series count as equal."""
    if not values:
        return 0.0
    low, high = min(values), max(values)
    # The second part is for a series that hardly varies, far from zero.
    return 1e-9 * (high - low) + 16 * math.ulp(max(abs(low), abs(high)))


def side_of(value: float, line: float, tolerance: float) -> int:
    """Find the side of a line that a value is on: 1 above, -1 below, 0 on it."""
    gap = value - line
    return (gap > tolerance) - (gap < -tolerance)


def side_by_index(judged: Judged, line: float) -> dict[int, int]:
    """Find the side of each point that is judged, by index."""
    return {i: side_of(judged.values[i], line, judged.tolerance) for i in judged.indices}


def list_runs(sides: Iterable[tuple[int, int]]) -> list[Run]:
    """Find the runs among (index, side) pairs; a point on the line, if given, ends a run."""
    return [
        Run(side, tuple(index for index, _ in group))
        for side, group in groupby(sides, key=lambda pair: pair[1])
        if side
    ]


def make_signal(rule: str, points: tuple[int, ...], way: int, better: int) -> Signal:
    """Make a signal, judging its way by which way is better."""
    return Signal(rule, points, way * better > 0 if way * better else None, way)
