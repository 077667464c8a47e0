"""The p chart, and Laney's p′ where the baseline varies more than chance alone explains."""

import math
from collections.abc import Sequence
from typing import ClassVar

from generator.evidence.charts.chart_type import LIMIT_RULES, LIMITS, MEAN, Words
from generator.evidence.charts.laney import find_spread
from generator.evidence.marks import Judged, Line, Mark, mark_outside, mark_runs
from generator.evidence.series import Counted, Series, Tally


class PChart:
    """A p chart: so many of n."""

    name: ClassVar = "p"
    words: ClassVar = Words(
        title="p chart (Laney’s p′ where more than chance moves the baseline)",
        centre=MEAN,
        limits=LIMITS,
        rules=LIMIT_RULES,
        needs="the unit % and an n for every point, none of them above 100 %",
    )

    def fits(self, series: Series, tally: Tally) -> bool:
        """Whether every point is a share of people."""
        return series.is_percentage and tally.has_n and tally.shares == len(tally.points)

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:
        """Find p̄ and p̄ ± 3 σz √(p̄(1 - p̄)/n), in steps with n; no limits at 0 or at 100 %."""
        taken = [points[i] for i in base]
        centre = sum_counts(taken) / sum_sizes(taken)
        variance = centre * (1 - centre)
        if variance <= 0:
            return [Line(scale * centre)] * len(points)
        widths = [math.sqrt(variance / (point.n or 1)) for point in points]
        shares = [(point.count or 0) / (point.n or 1) for point in taken]
        spread = find_spread(shares, centre, [widths[i] for i in base])
        steps = (3 * spread * width for width in widths)
        return [Line(*(scale * (centre + w) for w in (0, -step, step))) for step in steps]

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find points outside the limits, and runs about the centre."""
        return [*mark_outside(judged), *mark_runs(judged)]


def sum_counts(points: Sequence[Counted]) -> float:
    """Sum what was counted."""
    return math.fsum(point.count or 0 for point in points)


def sum_sizes(points: Sequence[Counted]) -> float:
    """Sum what it was counted from."""
    return math.fsum(point.n or 0 for point in points)
