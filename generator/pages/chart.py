"""A measure as a chart: every line, mark and word placed, for a template to draw.

What is said of it in words stands in the field's terms, each with a plain word beside it, and every
figure is rounded as its sentence rounds it.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.collection.collection import url_of
from generator.evidence import EventComparison, Measured
from generator.evidence.series import Counted
from generator.model import Action, Measure, Story
from generator.pages.chart_axes import ValueScale
from generator.pages.chart_plot import EndLabel, Level, Plot, find_kinds, percent
from generator.pages.data_files import link_data
from generator.pages.labels import (
    EVIDENCE,
    EVIDENCE_WORSE,
    say_date,
    say_figure,
    say_month,
    say_short_month,
)
from generator.pages.site_context import SiteContext

TYPES = {"outcome": "Outcome", "process": "Process", "balancing": "Balancing measure"}
_MARKS = {"better": "better", "worse": "worse", "other": "a mark", "plain": ""}
_MARKED = {
    "better": "improvement (a place to look)",
    "worse": "concern (a place to look)",
    "other": "unusual (a place to look)",
}
_OPEN = "days since the last, not over yet"
WAYS = {"increase": "More is better", "decrease": "Less is better"}
_VARIATION = {
    "better": "The latest figures are in a pattern of improvement",
    "worse": "The latest figures are in a pattern of concern",
    "other": "The latest figures are in a pattern of change",
    "chance": "The latest figures vary as chance does",
}
_ASSURANCE = {
    "met": "As things are, the target will be met",
    "missed": "As things are, the target will not be met",
    "either": "As things are, the target may be met or missed",
}
_DENSE = 60


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
    """A point in the table of figures; `n` says how many of how many, where they were counted."""

    date: str
    value: str
    n: str
    note: str
    signal: str


class LegendEntry(NamedTuple):
    """What is drawn in words, beside its sign: a class, and the shapes that are laid over it."""

    sign: str
    shapes: tuple[str, ...]
    words: str


class Verdict(NamedTuple):
    """A measure's own label: its key and words, why it has it, and what is missing for the next.

    `as_of` says as of when it stands.
    """

    label: str
    words: str
    is_worse: bool
    reason: str
    missing: tuple[str, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A measure as its page shows it; without points there is nothing to draw.

    `marks` are the points, by kind: plain, or part of a mark that is better, worse or other; and
    `line` joins them. `open_line` and `open_end` are a spell between events that is not over.
    """

    key: str
    title: str
    kind: str
    way: str
    unit: str
    definition: str
    sentence: str
    says: str
    type: str
    rules: str
    verdict: Verdict
    centre: str = ""
    limits: str = ""
    counted: str = ""
    told: str = ""
    signs: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    line: str = ""
    open_line: str = ""
    open_end: str = ""
    gaps: str = ""
    levels: tuple[Level, ...] = ()
    ends: tuple[EndLabel, ...] = ()
    target: tuple[float, str] | None = None
    shades: tuple[tuple[float, float], ...] = ()
    moments: tuple[Moment, ...] = ()
    value_ticks: tuple[Tick, ...] = ()
    time_ticks: tuple[Tick, ...] = ()
    rows: tuple[Row, ...] = ()
    out_of: str = ""
    has_signals: bool = False
    has_notes: bool = False
    is_dense: bool = False
    notes: tuple[str, ...] = ()
    data: str = ""

    @property
    def legend(self) -> tuple[LegendEntry, ...]:
        """What is drawn, each with its sign; actions have theirs on the axis."""
        kinds = {level.kind.partition("-")[0] for level in self.levels}
        has_now = any(level.kind.endswith("-now") for level in self.levels)
        bar = ("_bar",)
        baseline = "baseline (before the change)" if len(self.shades) == 1 else "baselines"
        centre = f"{self.centre}, faint after it" if has_now else self.centre
        target = f"target (what was hoped for), {self.target[1]}" if self.target else ""
        told = [
            (bool(self.shades), LegendEntry("chart__shade", ("_box",), baseline)),
            ("centre" in kinds, LegendEntry("chart__centre", bar, centre)),
            (has_now, LegendEntry("chart__centre-now", bar, "the same, after the change")),
            ("limit" in kinds, LegendEntry("chart__limit", bar, self.limits)),
            (bool(target), LegendEntry("chart__target", bar, target)),
            *(
                (True, LegendEntry(f"mark mark--{kind}", ("_dot", "_dot"), _MARKED[kind]))
                for kind, _ in self.marks
                if kind != "plain"
            ),
            (bool(self.open_end), LegendEntry("chart__open", ("_dot",), _OPEN)),
            (bool(self.gaps), LegendEntry("chart__gap", ("_dot",), "not counted")),
        ]
        return tuple(entry for is_drawn, entry in told if is_drawn)


def make_charts(
    record: Story | Action, context: SiteContext, actions: Sequence[Action] = ()
) -> tuple[Chart, ...]:
    """Make the charts of a record's page, in the order of its measures."""
    return tuple(
        make_chart(
            measured,
            actions,
            name_figure(record, number),
            link_data(record, measured, context.collection),
        )
        for number, measured in enumerate(context.findings.of(record).measured)
    )


def name_figure(record: Story | Action, number: int) -> str:
    """Name the figure of a measure, by its number from 0, for links: by its `id` if it has one.

    No heading of an author's has a name that begins so.
    """
    name = record.measures[number].id
    is_first = all(measure.id != name for measure in record.measures[:number])
    return f"_m-{name}" if name and is_first else f"_m{number + 1}"


def link_figure(record: Story | Action, number: int) -> str:
    """Write the address of a measure's figure, from the site's root."""
    return f"{url_of(record)}#{name_figure(record, number)}"


def make_chart(
    measured: Measured,
    actions: Sequence[Action],
    key: str,
    data: str = "",
    *,
    values: ValueScale | None = None,
) -> Chart:
    """Make the chart of a measure, with the actions of its story on the time axis.

    `data` is the address of its figures as a file, as the page that shows it links to them, and
    `values` a scale that several charts share.
    """
    measure, drawing = measured.measure, measured.drawing
    type_words = drawing.chart.words
    words = Chart(
        key=key,
        title=measure.title,
        kind=TYPES[measure.type],
        way=WAYS.get(measure.direction or "", ""),
        unit=_find_unit(measured),
        definition=measure.definition or "",
        sentence=measured.sentence,
        says=measure.says or "",
        type=type_words.title,
        rules=type_words.rules if drawing.phases else "",
        verdict=_find_verdict(measured),
        data=data,
        notes=tuple(list_notes(measure)),
    )
    points = drawing.points
    if not points:
        return words
    plot, kinds = Plot(measured, values), find_kinds(drawing)
    written, counted = _find_notes(measured), _find_counted(measured)
    open_line, open_end = plot.draw_open()
    target = measure.target
    return replace(
        words,
        centre=type_words.centre,
        limits=type_words.limits,
        counted=measured.counted,
        told=_tell(measured),
        signs=tuple(_list_signs(measured)),
        marks=plot.dot_marks(),
        line=plot.trace_points(),
        open_line=open_line,
        open_end=open_end,
        gaps=plot.place_gaps(),
        levels=plot.draw_levels(),
        ends=plot.label_ends(),
        target=(plot.height(target), say_figure(target, plot.unit)) if target is not None else None,
        shades=tuple(plot.draw_shades()),
        moments=tuple(_make_moments(measured, actions, plot)),
        value_ticks=tuple(
            Tick(percent(1 - plot.values.place(t)), say_figure(t, plot.unit))
            for t in plot.values.ticks
        ),
        time_ticks=tuple(
            Tick(percent(plot.times.place(tick)), say_short_month(tick))
            for tick in plot.times.ticks
        ),
        out_of=_head_sizes(measured),
        has_signals=bool(drawing.marks),
        has_notes=any(written.values()),
        is_dense=len(points) > _DENSE,
        rows=tuple(
            Row(
                say_short_month(p.date) if p.date.day == 1 else say_date(p.date),
                say_figure(p.value, plot.unit),
                _say_size(p, counted, is_share=plot.unit is not None),
                written.get(p.date, ""),
                _MARKS[kinds[i]],
            )
            for i, p in enumerate(points)
        ),
    )


def _find_unit(measured: Measured) -> str:
    if isinstance(measured.comparison, EventComparison):
        return "days between one and the next"
    return measured.measure.unit or ""


def _find_verdict(measured: Measured) -> Verdict:
    judged = measured.judgement
    label = judged.label.value
    missing = measured.missing
    reason = measured.reason
    return Verdict(
        label=label,
        words=EVIDENCE_WORSE["worse"] if judged.is_worse else EVIDENCE[label],
        is_worse=judged.is_worse,
        reason=reason,
        missing=tuple(each for each in missing if each != reason),
        as_of=measured.as_of,
    )


def list_notes(measure: Measure) -> Iterator[str]:
    """List in words what a rate is told by, and which days were watched and are compared with."""
    if measure.per:
        yield f"A rate per {say_figure(measure.per)}."
    if seen := measure.observed:
        yield f"Watched from {say_date(seen.from_)} to {say_date(seen.to)}."
    if baseline := measure.baseline:
        days = f"{say_date(baseline.from_)} to {say_date(baseline.to)}"
        yield f"Compared with {days}{f': {baseline.because}' if baseline.because else '.'}"
    yield from (f"New baseline from {say_date(r.date)}: {r.reason}" for r in measure.rebase)


def _find_notes(measured: Measured) -> dict[object, str]:
    """Find the notes of each day; several points of one day are one."""
    notes: dict[object, str] = {}
    for point in measured.measure.points:
        if point.note:
            before = notes.get(point.date)
            notes[point.date] = f"{before}; {point.note}" if before else point.note
    return notes


def _find_counted(measured: Measured) -> frozenset[dt.date]:
    """Find the days for which it was told how many of how many it was."""
    return frozenset(p.date for p in measured.measure.points if p.count is not None)


def _head_sizes(measured: Measured) -> str:
    """Head the column of what values were counted from; nothing where none says so."""
    if all(point.n is None for point in measured.drawing.points):
        return ""
    return "How many" if _find_counted(measured) else "Out of"


def _say_size(point: Counted, counted: frozenset[dt.date], *, is_share: bool) -> str:
    """Say `12 of 40` where 12 were counted, and `40` where the value alone was told."""
    if point.n is None:
        return ""
    size = say_figure(point.n)
    if point.count is None or point.date not in counted:
        return size
    return f"{say_figure(point.count)} {'of' if is_share else 'in'} {size}"


def _tell(measured: Measured) -> str:
    """Tell the chart to somebody who listens: its points, from when to when, and the target."""
    points = measured.drawing.points
    first, last = points[0].date, points[-1].date
    unit = "%" if measured.comparison.series.is_percentage else None
    span = "" if first == last else f" from {say_month(first)} to {say_month(last)}"
    count = "1 point" if len(points) == 1 else f"{len(points)} points"
    told = f"{measured.drawing.chart.words.title}, {count}{span}"
    if (target := measured.measure.target) is not None:
        told += f"; target {say_figure(target, unit)}"
    return told


def _list_signs(measured: Measured) -> Iterator[tuple[str, str]]:
    """List the signs of variation and assurance, each with its words."""
    drawing = measured.drawing
    # A mark against a handful of points is no pattern of anything.
    if drawing.variation and not measured.comparison.find_shortages():
        yield f"variation-{drawing.variation}", _VARIATION[drawing.variation]
    if drawing.assurance:
        yield f"assurance-{drawing.assurance}", _ASSURANCE[drawing.assurance]


def _make_moments(measured: Measured, actions: Sequence[Action], plot: Plot) -> Iterator[Moment]:
    times = plot.times
    if (changed := measured.changed_on) and times.first <= changed <= times.last:
        x = percent(times.place(changed))
        yield Moment(x, "change", "Change", f"The change, {say_date(changed)}")
    for rebase in measured.measure.rebase:
        if times.first <= rebase.date <= times.last:
            x = percent(times.place(rebase.date))
            yield Moment(x, "rebase", "New baseline", say_date(rebase.date))
    dated = [(a.stopped_on or a.made_on or a.started_on or a.planned_on, a) for a in actions]
    for number, (date, action) in enumerate(dated, 1):
        if date and times.first <= date <= times.last:
            words = f"{action.title}, {say_date(date)}"
            yield Moment(percent(times.place(date)), "action", str(number), words)
