"""The run chart: the median of the baseline, and runs about it."""

from collections.abc import Sequence
from statistics import median
from typing import ClassVar

from generator.evidence.charts.chart_type import MEDIAN, RUNS_RULES, Words
from generator.evidence.marks import Judged, Line, Mark, find_useful_runs, mark_runs, mark_shifts
from generator.evidence.series import Counted, Series, Tally

SHIFT = 6


class RunChart:
    """A run chart."""

    name: ClassVar = "run"
    words: ClassVar = Words(
        title="run chart",
        centre=MEDIAN,
        limits="",
        rules="shifts of 6 points or more on one side (Perla, Provost and Murray 2011); "
        + RUNS_RULES,
    )

    def fits(self, series: Series, tally: Tally) -> bool:  # noqa: ARG002
        """Whether it is values that were counted."""
        return not series.has_events

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:  # noqa: ARG002
        """Find the median, frozen and extended; a run chart has no limits."""
        return [Line(median(points[i].value for i in base))] * len(points)

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find shifts, and runs by the rules of Anhøj; points on the median are passed over."""
        return [*mark_shifts(judged, find_useful_runs(judged), SHIFT), *mark_runs(judged)]
