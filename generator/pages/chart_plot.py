"""What is drawn of a measure: points, lines and moments as places, in per cent or in paths.

Paths are in the units of a plot of 1,000 by 1,000, without a fraction; single places are in per
cent of the plot, so that words keep their size whatever the width.
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap

from generator.evidence import Drawing, Line, Measured, Phase, find_figure_places, write_number
from generator.pages.chart_axes import TimeScale, ValueScale, make_time_scale, make_value_scale

LEAST_APART = 6.5
MARKS = {True: "better", False: "worse", None: "other"}
LINES = ("centre", "lower", "upper")


@dataclass(frozen=True, slots=True)
class Level:
    """Lines of one kind as a path: centre or limit, of before or of now, strong or faint."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A value printed beside the plot, at the height of what it is the value of."""

    kind: str
    y: float
    words: str


class Plot:
    """The plot of a measure that has points: its scales, and what is placed on them."""

    def __init__(self, measured: Measured, values: ValueScale | None = None) -> None:
        """Find the scales that hold every point and every line, unless `values` is shared."""
        self.measured, self.drawing = measured, measured.drawing
        self.unit = "%" if measured.comparison.series.is_percentage else None
        self.times, self.values = _find_times(measured), values or span_values([measured])
        self.xs = [self.times.place(point.date) for point in self.drawing.points]

    def trace_points(self) -> str:
        """Trace from point to point, with a break wherever nothing was counted between two."""
        gaps, path, last, at = sorted(self.drawing.gaps), "", None, (0, 0)
        for point, (x, y) in zip(self.drawing.points, self._places(), strict=True):
            if last is None or any(last < gap < point.date for gap in gaps):
                path += f"M{x} {y}"
            else:
                path += f"l{x - at[0]} {y - at[1]}"
            last, at = point.date, (x, y)
        return path

    def dot_marks(self) -> tuple[tuple[str, str], ...]:
        """Write a path of dots for each kind of point: plain, or in a mark."""
        kinds, places = find_kinds(self.drawing), list(self._places())
        return tuple(
            (kind, _dot(place for place, each in zip(places, kinds, strict=True) if each == kind))
            for kind in dict.fromkeys(kinds)
        )

    def draw_open(self) -> tuple[str, str]:
        """Draw the spell that is still open: the way from the last event, and its end; or none."""
        series, days = self.measured.comparison.series, self.drawing.open_days
        if days is None or series.observed is None:
            return "", ""
        x, y = self._place(series.observed.last, days)
        start = list(self._places())[-1]
        return f"M{start[0]} {start[1]}L{x} {y}", _dot([(x, y)])

    def place_gaps(self) -> str:
        """Write a path of small crosses on the axis, one for each gap."""
        spots = (round(self.times.place(day) * 1000) for day in self.drawing.gaps)
        return _dot((x, 1000) for x in spots)

    def draw_levels(self) -> tuple[Level, ...]:
        """Draw the lines of before, faint after the change where there are lines of now."""
        drawn: dict[str, str] = {}
        for level in self._draw_phases():
            drawn[level.kind] = drawn.get(level.kind, "") + level.path
        return tuple(starmap(Level, drawn.items()))

    def _draw_phases(self) -> Iterator[Level]:
        now, split = self.drawing.now, self._find_split()
        for phase in self.drawing.phases:
            left, right = self._spread(phase)
            if now is None or right <= split:
                yield from self._draw(phase, "", left, right)
            elif left >= split:
                yield from self._draw(phase, "-faint", left, right)
            else:
                yield from self._draw(phase, "", left, split)
                yield from self._draw(phase, "-faint", split, right)
        if now is not None:
            yield from self._draw(now, "-now", split, 1.0)

    def draw_shades(self) -> Iterator[tuple[float, float]]:
        """Place the stretches from which the lines were found, as (left, width)."""
        for phase in self.drawing.phases:
            if phase.base:
                left, right = self.xs[phase.base[0]], self.xs[phase.base[-1]]
                yield percent(left), round(percent(right) - percent(left), 2)

    def label_ends(self) -> tuple[EndLabel, ...]:
        """Label before, now and target beside the plot, none of them over another."""
        size, target = self.measured.size, self.measured.measure.target
        told: list[tuple[str, float]] = []
        if size and self.drawing.now:
            told += [("now", size.after), ("faint", size.before)]
        elif size and self.drawing.phases:
            told.append(("centre", size.before))
        if target is not None:
            told.append(("target", target))
        # Where nothing happened any more, there is no time between two of it.
        return tuple(_set_apart([self._label(*each) for each in told if math.isfinite(each[1])]))

    def height(self, value: float) -> float:
        """Find how far from the top a value lies, in per cent."""
        return percent(1 - self.values.place(value))

    def _label(self, kind: str, value: float) -> EndLabel:
        places = find_figure_places(self.measured.size, value)
        return EndLabel(kind, self.height(value), write_number(value, places) + (self.unit or ""))

    def _place(self, day: dt.date, value: float) -> tuple[int, int]:
        return round(self.times.place(day) * 1000), round((1 - self.values.place(value)) * 1000)

    def _places(self) -> Iterator[tuple[int, int]]:
        return (self._place(point.date, point.value) for point in self.drawing.points)

    def _find_split(self) -> float:
        """Find where before ends and now begins: at the change."""
        changed = self.measured.changed_on
        return self.times.place(changed) if changed else 1.0

    def _spread(self, phase: Phase) -> tuple[float, float]:
        return (
            self.xs[phase.start] if phase.start else 0.0,
            self.xs[phase.end] if phase.end < len(self.xs) else 1.0,
        )

    def _draw(self, phase: Phase, suffix: str, left: float, right: float) -> Iterator[Level]:
        for name in LINES:
            if path := self._trace_line(phase, name, left, right):
                yield Level(("centre" if name == "centre" else "limit") + suffix, path)

    def _trace_line(self, phase: Phase, name: str, left: float, right: float) -> str:
        """Trace a line in steps, each from half-way between two points to half-way further on."""
        xs = self.xs[phase.start : phase.end]
        edges = [left, *((a + b) / 2 for a, b in pairwise(xs)), right]
        corners: list[tuple[int, int]] = []
        for line, start, end in zip(phase.lines, edges, edges[1:], strict=False):
            value = getattr(line, name)
            a, b = max(start, left), min(end, right)
            if value is None or b <= a:
                continue
            y = round((1 - self.values.place(value)) * 1000)
            if corners and corners[-1][1] == y:
                corners.pop()
            else:
                corners.append((round(a * 1000), y))
            corners.append((round(b * 1000), y))
        return _step(corners)


def _step(corners: Sequence[tuple[int, int]]) -> str:
    """Write a path along corners, each from the one before: shorter than their places."""
    if not corners:
        return ""
    path = f"M{corners[0][0]} {corners[0][1]}"
    for (left, top), (x, y) in pairwise(corners):
        if y == top:
            path += f"h{x - left}"
        else:
            path += f"v{y - top}" if x == left else f"m{x - left} {y - top}"
    return path


def find_kinds(drawing: Drawing) -> list[str]:
    """Find what each point is part of; a mark for the worse is never hidden by another."""
    kinds = ["plain"] * len(drawing.points)
    for is_better in (None, True, False):
        for mark in drawing.marks:
            if mark.is_better is is_better:
                for index in mark.points:
                    kinds[index] = MARKS[is_better]
    return kinds


def percent(share: float) -> float:
    """Place to a tenth of a per cent, which is less than a pixel; a whole number has no point."""
    value = round(share * 100, 1)
    return int(value) if value == int(value) else value


def _find_times(measured: Measured) -> TimeScale:
    days = [point.date for point in measured.drawing.points] + list(measured.drawing.gaps)
    observed = measured.comparison.series.observed
    if observed and measured.drawing.open_days is not None:
        days.append(observed.last)
    return make_time_scale(days)


def span_values(measures: Sequence[Measured]) -> ValueScale:
    """Find the scale of values that holds all that is drawn of these measures, of one unit."""
    values = [value for measured in measures for value in _list_values(measured)]
    return make_value_scale(values, "%" if measures[0].comparison.series.is_percentage else None)


def _list_values(measured: Measured) -> list[float]:
    drawing = measured.drawing
    values = [point.value for point in drawing.points]
    phases = [*drawing.phases, *([drawing.now] if drawing.now else [])]
    lines: list[Line] = [line for phase in phases for line in phase.lines]
    values += [value for line in lines for value in line if value is not None]
    values += [v for v in (measured.measure.target, drawing.open_days) if v is not None]
    if measured.size:
        values += [measured.size.before, measured.size.after]
    return [value for value in values if math.isfinite(value)]


def _dot(places: Iterable[tuple[int, int]]) -> str:
    """Write a path of strokes too short to see; their caps are what is seen of a point."""
    return "".join(f"M{x} {y}h.1" for x, y in places)


def _set_apart(labels: Sequence[EndLabel]) -> Iterator[EndLabel]:
    """Move labels so that none lies over another, the lowest no lower than the plot's foot."""
    lowest = -LEAST_APART
    ordered = sorted(labels, key=lambda label: label.y)
    over = len(ordered) * LEAST_APART
    for number, label in enumerate(ordered, 1):
        most = 100 - LEAST_APART * (len(ordered) - number)
        lowest = min(max(label.y, lowest + LEAST_APART), max(most, over))
        yield EndLabel(label.kind, round(lowest, 1), label.words)
