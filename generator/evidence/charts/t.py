"""The t chart: days between events, which are too rare to count by the month."""

from collections.abc import Sequence
from statistics import fmean
from typing import ClassVar

from generator.evidence.charts.chart_type import INTERVAL, LIMIT_RULES, LIMITS, Words
from generator.evidence.charts.moving_range import D2, find_mean_range, is_mostly_one_value
from generator.evidence.marks import Judged, Line, Mark, mark_outside, mark_runs
from generator.evidence.series import Counted, Series, Tally

POWER = 3.6
ROUNDING = 1e-12


class TChart:
    """A t chart."""

    name: ClassVar = "t"
    words: ClassVar = Words(
        title="t chart",
        centre="mean of the transformed days (usual time between before the change)",
        limits=LIMITS,
        rules=LIMIT_RULES,
        needs="`events` and `observed`, or values that are days between events",
        point=INTERVAL,
    )

    def fits(self, series: Series, tally: Tally) -> bool:  # noqa: ARG002
        """Whether every value can be the time between two events."""
        return all(value >= 0 for value in tally.values)

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:  # noqa: ARG002
        """Find the lines of an XmR chart of y^(1/3.6), each raised to 3.6 again.

        Nelson, Journal of Quality Technology 1994;26:239-243. What would lie below 0 before it is
        raised lies at 0.
        """
        values = [max(points[i].value, 0.0) ** (1 / POWER) for i in base]
        centre, moves = fmean(values), find_mean_range(values)
        if not moves or moves <= centre * ROUNDING or is_mostly_one_value(values):
            return [Line(centre**POWER)] * len(points)
        width = 3 * moves / D2
        lower, upper = max(centre - width, 0.0) ** POWER, (centre + width) ** POWER
        return [Line(centre**POWER, lower, upper)] * len(points)

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find points outside the limits, and runs about the centre."""
        return [*mark_outside(judged), *mark_runs(judged)]
