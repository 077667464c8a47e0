"""A measure as a chart: every line, mark and word placed, for a template to draw.

Places are in per cent of the plot, so that the words keep their size on a phone and the lines fill
the width that there is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from generator.evidence import Measured, Phase
from generator.model import Action, Measure, Point, Story
from generator.pages.chart_axes import TimeScale, ValueScale, make_time_scale, make_value_scale
from generator.pages.data_files import link_data
from generator.pages.labels import say_date, say_short_month, say_value
from generator.pages.site_context import SiteContext

TYPES = {"outcome": "Outcome", "process": "Process", "balancing": "Balancing measure"}
_SIGNALS = {"better": "better", "worse": "worse", "other": "a signal", "plain": ""}
WAYS = {"increase": "More is better", "decrease": "Less is better"}


@dataclass(frozen=True, slots=True)
class Level:
    """A line from left to right: the middle, a limit or the target."""

    x1: float
    x2: float
    y: float
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on the time axis: the change, a new baseline, or an action by its number."""

    x: float
    kind: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis."""

    at: float
    label: str


class Row(NamedTuple):
    """A point in the table of figures."""

    date: str
    value: str
    n: str
    note: str
    signal: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A measure as its page shows it; without points there is nothing to draw.

    `marks` are the points, by kind: plain, or part of a signal that is better, worse or other; and
    `line` joins them. Both are paths in the units of a plot of 1,000 by 1,000, without a fraction.
    """

    key: str
    title: str
    kind: str
    way: str
    unit: str
    definition: str
    sentence: str
    rules: str
    marks: tuple[tuple[str, str], ...] = ()
    line: str = ""
    levels: tuple[Level, ...] = ()
    shades: tuple[tuple[float, float], ...] = ()
    moments: tuple[Moment, ...] = ()
    value_ticks: tuple[Tick, ...] = ()
    time_ticks: tuple[Tick, ...] = ()
    rows: tuple[Row, ...] = ()
    has_n: bool = False
    has_signals: bool = False
    has_notes: bool = False
    notes: tuple[str, ...] = ()
    data: str = ""


def make_charts(
    record: Story | Action, context: SiteContext, actions: Sequence[Action] = ()
) -> tuple[Chart, ...]:
    """Make the charts of a record's page, in the order of its measures."""
    return tuple(
        make_chart(
            measured, actions, f"_m{number}", link_data(record, measured, context.collection)
        )
        for number, measured in enumerate(context.findings.of(record).measured, 1)
    )


def make_chart(measured: Measured, actions: Sequence[Action], key: str, data: str = "") -> Chart:
    """Make the chart of a measure, with the actions of its story on the time axis.

    `data` is the address of its figures as a file, as the page that shows it links to them.
    """
    measure, points = measured.measure, measured.points
    kinds = _find_kinds(measured)
    words = Chart(
        key=key,
        title=measure.title,
        kind=TYPES[measure.type],
        way=WAYS.get(measure.direction or "", ""),
        unit=measure.unit or "",
        definition=measure.definition or "",
        sentence=measured.sentence,
        rules=measured.rule_set.label if measured.rule_set else "",
        data=data,
        notes=tuple(list_notes(measure)),
    )
    if not points:
        return words
    times, values = make_time_scale([p.date for p in points]), _find_values(measured)
    places = [_place(point, times, values) for point in points]
    return replace(
        words,
        marks=tuple(
            (kind, _dot(place for place, each in zip(places, kinds, strict=True) if each == kind))
            for kind in dict.fromkeys(kinds)
        ),
        line=_trace(places),
        levels=tuple(_make_levels(measured, times, values)),
        shades=tuple(_make_shades(measured, times)),
        moments=tuple(_make_moments(measured, actions, times)),
        value_ticks=_make_value_ticks(values, measure.unit),
        time_ticks=_make_time_ticks(times),
        has_n=any(point.n is not None for point in points),
        has_signals=bool(measured.signals),
        has_notes=any(point.note for point in points),
        rows=tuple(_make_row(p, kinds[i], measure.unit) for i, p in enumerate(points)),
    )


def list_notes(measure: Measure) -> Iterator[str]:
    """List in words which days a measure is compared with."""
    if stretch := measure.baseline:
        yield f"Baseline: {say_date(stretch.from_)} to {say_date(stretch.to)}."
    for rebase in measure.rebase:
        yield f"New baseline from {say_date(rebase.date)}: {rebase.reason}"


def _find_kinds(measured: Measured) -> list[str]:
    """Find what each point is part of; a signal for the worse is never hidden by another."""
    kinds = ["plain"] * len(measured.points)
    names = {True: "better", False: "worse", None: "other"}
    for is_better in (None, True, False):
        for signal in measured.signals:
            if signal.is_better is is_better:
                for index in signal.points:
                    kinds[index] = names[is_better]
    return kinds


def _find_values(measured: Measured) -> ValueScale:
    values = [point.value for point in measured.points]
    for phase in measured.phases:
        values += [v for v in (phase.centre, phase.lower, phase.upper) if v is not None]
    if measured.measure.target is not None:
        values.append(measured.measure.target)
    if measured.measure.unit == "%":
        values = [min(max(value, 0.0), 100.0) for value in values]
    return make_value_scale(values, measured.measure.unit)


def _percent(share: float) -> float:
    """Place to a tenth of a per cent, which is less than a pixel; a whole number has no point."""
    value = round(share * 100, 1)
    return int(value) if value == int(value) else value


def _place(point: Point, times: TimeScale, values: ValueScale) -> tuple[int, int]:
    x, y = times.place(point.date), 1 - values.place(point.value)
    return round(x * 1000), round(y * 1000)


def _dot(places: Iterable[tuple[int, int]]) -> str:
    """Write a path of strokes too short to see; their caps are what is seen of a point."""
    return "".join(f"M{x} {y}h.1" for x, y in places)


def _trace(places: Sequence[tuple[int, int]]) -> str:
    """Write a path from point to point, each by its way from the last."""
    start, *steps = (f"{x} {y}" for x, y in (places[0], *_find_steps(places)))
    return f"M{start}{'l' if steps else ''}{' '.join(steps)}".replace(" -", "-")


def _find_steps(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from ((x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(places))


def _spread(phase: Phase, measured: Measured, times: TimeScale) -> tuple[float, float]:
    points = measured.points
    start = times.place(points[phase.start].date) if phase.start else 0.0
    end = times.place(points[phase.end].date) if phase.end < len(points) else 1.0
    return _percent(start), _percent(end)


def _make_levels(measured: Measured, times: TimeScale, values: ValueScale) -> list[Level]:
    unit = measured.measure.unit
    levels = []
    for phase in measured.phases:
        x1, x2 = _spread(phase, measured, times)
        lines = ((phase.centre, "centre"), (phase.lower, "limit"), (phase.upper, "limit"))
        for value, kind in lines:
            if value is None or not values.low <= value <= values.high:
                continue
            label = say_value(value, unit) if kind == "centre" else ""
            levels.append(Level(x1, x2, _percent(1 - values.place(value)), kind, label))
    if (target := measured.measure.target) is not None:
        y = _percent(1 - values.place(target))
        levels.append(Level(0, 100, y, "target", f"hoped for {say_value(target, unit)}"))
    return levels


def _make_shades(measured: Measured, times: TimeScale) -> list[tuple[float, float]]:
    """Place the stretches from which the lines were found, as (left, width)."""
    shades = []
    for phase in measured.phases:
        if phase.base_end > phase.base_start:
            first = times.place(measured.points[phase.base_start].date)
            last = times.place(measured.points[phase.base_end - 1].date)
            shades.append((_percent(first), round(_percent(last) - _percent(first), 2)))
    return shades


def _make_moments(measured: Measured, actions: Sequence[Action], times: TimeScale) -> list[Moment]:
    moments = []
    if (changed := measured.changed_on) and times.first <= changed <= times.last:
        x = _percent(times.place(changed))
        moments.append(Moment(x, "change", "Change", f"The change, {say_date(changed)}"))
    for rebase in measured.measure.rebase:
        if times.first <= rebase.date <= times.last:
            x = _percent(times.place(rebase.date))
            moments.append(Moment(x, "rebase", "New baseline", say_date(rebase.date)))
    dated = [(a.stopped_on or a.made_on or a.started_on or a.planned_on, a) for a in actions]
    for number, (date, action) in enumerate(dated, 1):
        if date and times.first <= date <= times.last:
            words = f"{action.title}, {say_date(date)}"
            moments.append(Moment(_percent(times.place(date)), "action", str(number), words))
    return moments


def _make_value_ticks(values: ValueScale, unit: str | None) -> tuple[Tick, ...]:
    sign = "%" if unit == "%" else ""
    return tuple(
        Tick(_percent(1 - values.place(tick)), f"{tick:,.10g}{sign}") for tick in values.ticks
    )


def _make_time_ticks(times: TimeScale) -> tuple[Tick, ...]:
    return tuple(Tick(_percent(times.place(tick)), say_short_month(tick)) for tick in times.ticks)


def _make_row(point: Point, kind: str, unit: str | None) -> Row:
    date = say_short_month(point.date) if point.date.day == 1 else say_date(point.date)
    n = "" if point.n is None else f"{point.n:,.10g}"
    return Row(date, say_value(point.value, unit), n, point.note or "", _SIGNALS[kind])
