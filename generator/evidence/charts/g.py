"""The g chart: how many cases went well between two that did not."""

import math
from collections.abc import Sequence
from statistics import fmean, median
from typing import ClassVar

from generator.evidence.charts.chart_type import (
    INTERVAL,
    LIMIT_RULES,
    LIMITS,
    MEDIAN,
    Words,
)
from generator.evidence.marks import Judged, Line, Mark, mark_outside, mark_runs
from generator.evidence.series import Counted, Series, Tally


class GChart:
    """A g chart, by name only."""

    name: ClassVar = "g"
    words: ClassVar = Words(
        title="g chart",
        centre=MEDIAN,
        limits=LIMITS,
        rules=LIMIT_RULES,
        needs="whole numbers from 0 up, of cases between one event and the next",
        point=INTERVAL,
    )

    def fits(self, series: Series, tally: Tally) -> bool:
        """Whether every value is a number of cases."""
        whole = all(value >= 0 and value == int(value) for value in tally.values)
        return whole and not series.has_events and not series.is_percentage

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:  # noqa: ARG002
        """Find the median, and limits at the mean m ± 3 √(m(m + 1)), the lower one at 0 at least.

        Benneyan, Health Care Management Science 2001;4:305-318, as qicharts2 has it.
        """
        values = [points[i].value for i in base]
        mean = fmean(values)
        if not mean:
            return [Line(median(values))] * len(points)
        width = 3 * math.sqrt(mean * (mean + 1))
        return [Line(median(values), max(mean - width, 0.0), mean + width)] * len(points)

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find points outside the limits, and runs about the centre."""
        return [*mark_outside(judged), *mark_runs(judged)]
