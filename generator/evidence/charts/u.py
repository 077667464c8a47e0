"""The u chart, and Laney's u′ where the baseline varies more than chance alone explains."""

import math
from collections.abc import Sequence
from typing import ClassVar

from generator.evidence.charts.chart_type import LIMIT_RULES, LIMITS, MEAN, Words
from generator.evidence.charts.laney import find_spread
from generator.evidence.charts.p import sum_counts, sum_sizes
from generator.evidence.marks import Judged, Line, Mark, mark_outside, mark_runs
from generator.evidence.series import Counted, Series, Tally


class UChart:
    """A u chart: so many per 1,000 bed days, or per any other exposure."""

    name: ClassVar = "u"
    words: ClassVar = Words(
        title="u chart (Laney’s u′ where more than chance moves the baseline)",
        centre=MEAN,
        limits=LIMITS,
        rules=LIMIT_RULES,
        needs="`per` and an n for every point, none of them below 0",
    )

    def fits(self, series: Series, tally: Tally) -> bool:
        """Whether every point is a count over an exposure."""
        counted = all(point.count is not None and point.count >= 0 for point in tally.points)
        return bool(series.per) and not series.is_percentage and tally.has_n and counted

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:
        """Find ū and ū ± 3 σz √(ū/n), in steps with n; no limits where nothing was counted."""
        taken = [points[i] for i in base]
        centre = sum_counts(taken) / sum_sizes(taken)
        if centre <= 0:
            return [Line(scale * centre)] * len(points)
        widths = [math.sqrt(centre / (point.n or 1)) for point in points]
        rates = [(point.count or 0) / (point.n or 1) for point in taken]
        spread = find_spread(rates, centre, [widths[i] for i in base])
        steps = (3 * spread * width for width in widths)
        return [Line(*(scale * (centre + w) for w in (0, -step, step))) for step in steps]

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find points outside the limits, and runs about the centre."""
        return [*mark_outside(judged), *mark_runs(judged)]
