"""What a chart shows of a measure: its lines, its marks, and the signs beside it.

A comparison and its judgement enter, a `Drawing` leaves: values for every point, none of them a
place on a page. Marks are read against the first baseline alone; a rebase draws lines of its own,
which mark nothing.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.evidence.charts import ChartType, choose_chart
from generator.evidence.control_median import PointComparison
from generator.evidence.event_rates import (
    EventComparison,
    find_observed_events,
    find_spells,
    find_times,
)
from generator.evidence.figures import name_spell
from generator.evidence.label import Judgement
from generator.evidence.marks import Judged, Line, Mark
from generator.evidence.months import day_of, find_halves
from generator.evidence.series import PER_CENT, Counted, Series, Tally

FEWEST = 10
REBASED_ON = 12


@dataclass(frozen=True, slots=True)
class Phase:
    """Lines from `start` to `end`, found from the points in `base`; all are indices of points."""

    start: int
    end: int
    base: range
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A measure as drawn.

    `phases` are the first baseline's lines and those of each rebase. `now` are the lines of the
    points after the change, where a label says that there is one. `open_days` is how long it is
    since the last event. `variation` is better, worse, other or chance, and `assurance` met, missed
    or either; both are "" where nothing can be said.
    """

    chart: ChartType
    points: tuple[Counted, ...]
    gaps: tuple[dt.date, ...]
    baseline: range
    change_index: int
    phases: tuple[Phase, ...] = ()
    now: Phase | None = None
    marks: tuple[Mark, ...] = ()
    open_days: float | None = None
    variation: str = ""
    assurance: str = ""

    @property
    def spell(self) -> str:
        """What one point stands for: a month, a week, an interval between events, or a point."""
        return name_point(self.chart, self.points)


def name_point(chart: ChartType, points: Sequence[Counted]) -> str:
    """Name what one point of a chart stands for."""
    return chart.words.point or name_spell([point.date for point in points])


def draw(comparison: PointComparison | EventComparison, judgement: Judgement) -> Drawing:
    """Draw a measure: its lines, and its marks among the points after the change."""
    series, changed_on = comparison.series, comparison.changed_on
    events = isinstance(comparison, EventComparison)
    tally = (
        _space_events(comparison) if isinstance(comparison, EventComparison) else comparison.tally
    )
    chosen = series.baseline and (series.baseline.first, series.baseline.last)
    before, base, after = find_halves(tally.points, changed_on, chosen)
    chart = choose_chart(series, tally, len(base))
    drawing = Drawing(
        chart=chart,
        points=tally.points,
        gaps=tally.gaps,
        baseline=base,
        change_index=before.stop,
        open_days=_find_open_days(series) if events else None,
    )
    if len(tally.points) < FEWEST or not base:
        return drawing
    # The spell in which the change fell belongs to neither side, and is judged on neither.
    judged = after[1:] if events else after
    first = chart.find_lines(tally.points, base, series.scale)
    # Where fewer events are better, more days between them are.
    better = -series.better if events else series.better
    marks = chart.find_marks(Judged(tally.values, first, judged, better))
    phases = _find_phases(chart, series, tally, (base, before.stop), first)
    now = None
    if judgement.way and judged:
        lines = _cut(chart.find_lines(tally.points, judged, series.scale), series, tally)
        now = Phase(judged.start, judged.stop, judged, lines[judged.start : judged.stop])
    return replace(
        drawing,
        phases=phases,
        now=now,
        marks=tuple(marks),
        variation=_find_variation(marks, judged),
        assurance=_find_assurance(series.target, better, (now or phases[-1]).lines[-1]),
    )


def _space_events(comparison: EventComparison) -> Tally:
    """Make a point of each spell between two events, on the day of the one that ends it."""
    days = find_observed_events(comparison.series)
    spells = zip(days[1:], find_spells(days), strict=True) if days else ()
    return Tally(tuple(Counted(day, spell) for day, spell in spells))


def _find_open_days(series: Series) -> float | None:
    """Find how long it is since the last event, at the end of the observed days."""
    days = find_observed_events(series)
    if not days or series.observed is None:
        return None
    return series.observed.last.toordinal() - find_times(days)[-1]


def _find_phases(
    chart: ChartType, series: Series, tally: Tally, base: tuple[range, int], first: Sequence[Line]
) -> tuple[Phase, ...]:
    """Find the phase of the first baseline, and one for each rebase with points on both sides.

    A rebased phase takes its lines from its first 12 points, or all of them if they are fewer.
    One that begins before the change has none of those after it. `base` is the first baseline and
    the index of the change.
    """
    points, count = tally.points, len(tally.points)
    starts = {bisect_left(points, day, key=day_of) for day in series.rebases}
    bounds = [0, *sorted(start for start in starts if 0 < start < count), count]
    phases = []
    for start, end in pairwise(bounds):
        stop = min(start + REBASED_ON, end)
        stop = min(stop, base[1]) if start < base[1] else stop
        taken = range(start, stop) if start else base[0]
        lines = chart.find_lines(points, taken, series.scale) if start else first
        phases.append(Phase(start, end, taken, _cut(lines, series, tally)[start:end]))
    return tuple(phases)


def _cut(lines: Sequence[Line], series: Series, tally: Tally) -> tuple[Line, ...]:
    """Cut limits to what is possible: none below 0 without a negative value, % within 0 and 100."""
    values = tally.values
    floor = 0.0 if min(values) >= 0 else None
    ceiling = PER_CENT if series.is_percentage and max(values) <= PER_CENT else None
    if floor is None and ceiling is None:
        return tuple(lines)
    return tuple(
        Line(
            line.centre,
            line.lower if line.lower is None or floor is None else max(line.lower, floor),
            line.upper if line.upper is None or ceiling is None else min(line.upper, ceiling),
        )
        for line in lines
    )


def _find_variation(marks: Sequence[Mark], judged: range) -> str:
    """Find whether the latest point is in a mark, one for the worse never hidden by another."""
    if not judged:
        return ""
    found = {mark.is_better for mark in marks if judged[-1] in mark.points}
    for is_better, word in ((False, "worse"), (True, "better"), (None, "other")):
        if is_better in found:
            return word
    return "chance"


def _find_assurance(target: float | None, better: int, line: Line) -> str:
    """Find whether the present limits lie past the target, short of it, or across it."""
    if target is None or not better or line.lower is None or line.upper is None:
        return ""
    near, far = (line.lower, line.upper) if better > 0 else (line.upper, line.lower)
    if (near - target) * better >= 0:
        return "met"
    return "missed" if (far - target) * better < 0 else "either"
