"""The XmR chart: the mean of the baseline, and limits from how far each point moves."""

from collections.abc import Sequence
from statistics import fmean
from typing import ClassVar

from generator.evidence.charts.chart_type import LIMITS, MEAN, Words
from generator.evidence.charts.moving_range import find_mean_range, is_mostly_one_value
from generator.evidence.marks import (
    Judged,
    Line,
    Mark,
    find_runs,
    mark_close,
    mark_outside,
    mark_shifts,
    mark_trends,
)
from generator.evidence.series import Counted, Series, Tally

# 3 / d2 with d2 = 1.128 for two points, as Wheeler and NHS England round it.
WIDTH = 2.66
SHIFT = 7
TREND = 7


class XmrChart:
    """An XmR chart, read by the four signals of NHS England's Making Data Count."""

    name: ClassVar = "xmr"
    words: ClassVar = Words(
        title="XmR chart",
        centre=MEAN,
        limits=LIMITS,
        rules="points outside the limits, 7 on one side of the mean, 7 rising or falling, and 2 "
        "of 3 near a limit (NHS England, Making Data Count)",
    )

    def fits(self, series: Series, tally: Tally) -> bool:  # noqa: ARG002
        """Whether it is values that were counted."""
        return not series.has_events

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:  # noqa: ARG002
        """Find the mean less and plus 2.66 times the mean moving range: Montgomery; Wheeler."""
        values = [points[i].value for i in base]
        centre, moves = fmean(values), find_mean_range(values)
        if not moves or is_mostly_one_value(values):
            return [Line(centre)] * len(points)
        return [Line(centre, centre - WIDTH * moves, centre + WIDTH * moves)] * len(points)

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find the four signals; a point on the mean ends a run, and 7 points are 6 steps."""
        return [
            *mark_shifts(judged, find_runs(judged.sides.items()), SHIFT),
            *mark_outside(judged),
            *mark_close(judged),
            *mark_trends(judged, TREND),
        ]
