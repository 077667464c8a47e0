"""The c chart: counts of an exposure that stays the same."""

import math
from collections.abc import Sequence
from statistics import fmean
from typing import ClassVar

from generator.evidence.charts.chart_type import LIMIT_RULES, LIMITS, MEAN, Words
from generator.evidence.marks import Judged, Line, Mark, mark_outside, mark_runs
from generator.evidence.series import Counted, Series, Tally


class CChart:
    """A c chart, by name only: nothing in a series says that its exposure is constant."""

    name: ClassVar = "c"
    words: ClassVar = Words(
        title="c chart",
        centre=MEAN,
        limits=LIMITS,
        rules=LIMIT_RULES,
        needs="whole numbers from 0 up, counted from the same exposure each time",
    )

    def fits(self, series: Series, tally: Tally) -> bool:
        """Whether every value is a count."""
        whole = all(value >= 0 and value == int(value) for value in tally.values)
        return whole and not series.has_events and not series.is_percentage

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:  # noqa: ARG002
        """Find c̄ and c̄ ± 3 √c̄; no limits where nothing was counted."""
        centre = fmean(points[i].value for i in base)
        width = 3 * math.sqrt(centre)
        line = Line(centre, centre - width, centre + width) if width else Line(centre)
        return [line] * len(points)

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find points outside the limits, and runs about the centre."""
        return [*mark_outside(judged), *mark_runs(judged)]
