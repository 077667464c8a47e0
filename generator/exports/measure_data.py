"""A measure as data: its points with their lines and marks, its label, and what it comes to."""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

from generator.evidence import Measured, round_size


def told_as(description: str) -> Any:  # noqa: ANN401 (pydantic's)
    """Describe a field, for its schema."""
    return Field(description=description)


Day = Annotated[dt.date, told_as("A day, as year-month-day.")]
Level = Annotated[
    Literal["told", "measured", "signal", "sustained"],
    told_as("How far the figures bear it out. Worked out from the points, never claimed."),
]


@dataclass(frozen=True, slots=True)
class SignalData:
    """A mark: points that are unlikely together, under a rule of their chart. It makes no label."""

    rule: Annotated[str, told_as("shift, runs, crossings, outside, trend or two-of-three.")]
    better: Annotated[bool | None, told_as("Whether it goes the better way; null if neither is.")]


@dataclass(frozen=True, slots=True)
class PointData:
    """A value on a day, with the lines that hold there and the signals that it is part of."""

    date: Day
    value: Annotated[float, told_as("The value, in the unit of the measure.")]
    n: Annotated[float | None, told_as("How many it was counted from.")]
    note: Annotated[str | None, told_as("What was unusual about it.")]
    centre: Annotated[float | None, told_as("The centre line here; null if no rule was run.")]
    lower: Annotated[float | None, told_as("The lower limit here; null if there is none.")]
    upper: Annotated[float | None, told_as("The upper limit here; null if there is none.")]
    signals: Annotated[list[SignalData], told_as("The signals that the point is part of.")]
    count: Annotated[float | None, told_as("How many of the n, where people were counted.")]


@dataclass(frozen=True, slots=True)
class MeasureData:
    """What the points of a measure come to, beside what its author says of it."""

    changed_on: Annotated[dt.date | None, told_as("The day of the change that it is judged by.")]
    evidence: Level
    says: Annotated[str, told_as("One plain sentence that says what the points show.")]
    rule_set: Annotated[
        str | None, told_as("median, xmr, p, u, c, g or t; null where no rule was run.")
    ]
    rules: Annotated[str | None, told_as("The rules, each by its published name.")]
    points: Annotated[list[PointData], told_as("The points, oldest first.")]
    chart: Annotated[str, told_as("The type of chart: run, xmr, p, u, c, g or t.")]
    worse: Annotated[bool, told_as("Whether it is shown to have got worse.")]
    reason: Annotated[str, told_as("Why it has its label, in words.")]
    missing: Annotated[list[str], told_as("What is missing for the next label, in words.")]
    as_of: Annotated[dt.date | None, told_as("The last day that was counted.")]
    m: Annotated[int | None, told_as("How many points, or events, were counted before the change.")]
    k: Annotated[int | None, told_as("How many points, or events, were counted after it.")]
    c: Annotated[int | None, told_as("How many of the k are beyond the middle of the m.")]
    p: Annotated[float | None, told_as("The chance of as much if nothing had changed.")]
    before: Annotated[float | None, told_as("Before the change, rounded as its sentence has it.")]
    after: Annotated[float | None, told_as("After the change, rounded likewise.")]
    at_least: Annotated[
        float | None, told_as("What is at least there: a difference, or how many times as much.")
    ]
    confidence: Annotated[float | None, told_as("How sure that is, such as 0.95.")]
    variation: Annotated[
        str | None, told_as("The latest points: better, worse, other or chance; null if unknown.")
    ]
    assurance: Annotated[
        str | None, told_as("The target: met, missed or either; null where none can be told.")
    ]
    gaps: Annotated[list[dt.date], told_as("The days for which nothing was counted.")]
    team_says: Annotated[str | None, told_as("What the team says of the data.")]


@dataclass(frozen=True, slots=True)
class FigureData:
    """A measure in one line."""

    measure: Annotated[str, told_as("What was counted.")]
    type: Annotated[str, told_as("outcome, process or balancing.")]
    says: Annotated[str, told_as("Before and after, in words.")]
    way: Annotated[int, told_as("1 if it is shown better, -1 if worse, 0 if neither.")]


def list_points(measured: Measured) -> Iterator[PointData]:
    """List the points of a measure, each with its lines and the marks that it is part of."""
    drawing = measured.drawing
    signals: dict[int, list[SignalData]] = {}
    for mark in drawing.marks:
        told = SignalData(mark.rule, mark.is_better)
        for index in mark.points:
            signals.setdefault(index, []).append(told)
    lines = {
        i: line
        for phase in drawing.phases
        for i, line in zip(range(phase.start, phase.end), phase.lines, strict=True)
    }
    notes: dict[dt.date, str] = {}
    for point in measured.measure.points:
        if point.note:
            notes[point.date] = "; ".join(filter(None, (notes.get(point.date), point.note)))
    for i, counted in enumerate(drawing.points):
        centre, lower, upper = lines.get(i, (None, None, None))
        yield PointData(
            counted.date,
            counted.value,
            counted.n,
            notes.get(counted.date),
            centre,
            lower,
            upper,
            signals.get(i, []),
            _settle(counted.count),
        )


def make_measure(measured: Measured) -> MeasureData:
    """Make the data of a measure."""
    measure = measured.measure
    judged, drawing, test = measured.judgement, measured.drawing, measured.judgement.test
    chart, size = drawing.chart, measured.size
    before, after, least = round_size(size) if size else (None, None, None)
    return MeasureData(
        changed_on=measured.changed_on,
        evidence=measured.label.value,
        says=measured.sentence,
        rule_set=name_rules(measured) or None,
        rules=chart.words.rules if drawing.phases else None,
        points=list(list_points(measured)),
        chart=chart.name,
        worse=judged.is_worse,
        reason=measured.reason,
        missing=measured.missing,
        as_of=judged.as_of,
        m=test.m if test else None,
        k=test.k if test else None,
        c=test.c if test else None,
        p=_settle(test.p) if test else None,
        before=_settle(before),
        after=_settle(after),
        at_least=_settle(least),
        confidence=_settle(size.confidence) if size and least is not None else None,
        variation=drawing.variation or None,
        assurance=drawing.assurance or None,
        gaps=list(drawing.gaps),
        team_says=measure.says,
    )


def name_rules(measured: Measured) -> str:
    """Name the rules that a chart was read by, as the data always have; nothing where none was."""
    if not measured.drawing.phases:
        return ""
    name = measured.drawing.chart.name
    return "median" if name == "run" else name


def _settle(value: float | None) -> float | None:
    """Leave out what no JSON can hold, and the digits that only a computer's counting added."""
    return None if value is None or not math.isfinite(value) else float(f"{value:.10g}")
