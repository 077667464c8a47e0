"""The whole way of one measure on one screen: baseline, lines, signals, evidence, words."""

import datetime as dt
from dataclasses import replace

from generator.evidence.measured import Evidence, Measured, Phase, RuleSet, Signal
from generator.evidence.median import list_median_signals
from generator.evidence.phases import (
    baseline_range,
    choose_rule_set,
    divide_phases,
    first_after_change,
)
from generator.evidence.reason import write_reason
from generator.evidence.sentence import write_sentence
from generator.evidence.series import Judged, side_of, tolerance_of
from generator.evidence.xmr import Lines, list_xmr_signals
from generator.model import Measure
from generator.model.field_types import add_months

LATEST_DATES = 6
SUSTAINED_MONTHS = 12
_BETTER = {"increase": 1, "decrease": -1}


def measure_change(measure: Measure, changed_on: dt.date | None) -> Measured:
    """Measure what the points say of a change made on a day, or of no change at all, in words."""
    measured = judge_measure(measure, changed_on)
    measured = replace(measured, reason=write_reason(measured))
    return replace(measured, sentence=measure.says or write_sentence(measured))


def judge_measure(measure: Measure, changed_on: dt.date | None) -> Measured:
    """Judge what the points say of a change, and leave the words out: evidence needs none.

    A rebase gives later points new lines, and its own baseline makes no signal. Evidence is judged
    against the first baseline as though nothing had been rebased, so that redrawing a chart can
    neither make a change look real nor hide one.
    """
    points = tuple(sorted(measure.points, key=lambda point: point.date))
    change_index = first_after_change(points, changed_on)
    baseline = baseline_range(measure, points, change_index)
    rule_set = choose_rule_set(len(points), baseline)
    values = [point.value for point in points]
    tolerance = tolerance_of(values)
    phases: tuple[Phase, ...] = ()
    signals: list[Signal] = []
    grounds: list[Signal] = []
    if rule_set is not None:
        phases = divide_phases(measure, points, change_index, rule_set, tolerance)
    if rule_set is not None and change_index is not None:
        better = _BETTER.get(measure.direction or "", 0)
        after = Judged(values, range(change_index, len(points)), better, tolerance)
        signals = grounds = _find_signals(after, phases[0], rule_set)
        if len(phases) > 1:
            signals = _find_signals_in_each(after, phases, rule_set)
    measured = Measured(
        measure=measure,
        points=points,
        changed_on=changed_on,
        change_index=change_index,
        rule_set=rule_set,
        phases=phases,
        signals=tuple(signals),
        grounds=tuple(grounds),
    )
    if baseline and change_index is not None:
        measured = replace(measured, evidence=_judge(measured, tolerance))
    return measured


def _find_signals_in_each(
    after: Judged, phases: tuple[Phase, ...], rule_set: RuleSet
) -> list[Signal]:
    """Find the signals of each phase against its own lines, but for the baseline of a rebase."""
    found = []
    for phase in phases:
        first = max(after.indices.start, phase.base_end if phase.start else 0, phase.start)
        part = after._replace(indices=range(first, phase.end))
        found += _find_signals(part, phase, rule_set)
    return found


def _find_signals(judged: Judged, phase: Phase, rule_set: RuleSet) -> list[Signal]:
    if rule_set is RuleSet.MEDIAN:
        return list_median_signals(judged, phase.centre)
    return list_xmr_signals(judged, Lines(phase.centre, phase.lower, phase.upper))


def _judge(measured: Measured, tolerance: float) -> Evidence:
    """Judge a measure that has points on both sides of the change."""
    if not measured.has_improved:
        return Evidence.MEASURED
    if _is_sustained(measured, tolerance):
        return Evidence.SUSTAINED
    return Evidence.SIGNAL


def _is_sustained(measured: Measured, tolerance: float) -> bool:
    """Whether the latest 6 dates, the last a year on, are all better than the first centre line."""
    if measured.changed_on is None:
        return False
    after = measured.points[measured.change_index :]
    latest = sorted({point.date for point in after})[-LATEST_DATES:]
    if len(latest) < LATEST_DATES or latest[-1] < add_months(measured.changed_on, SUSTAINED_MONTHS):
        return False
    better = _BETTER.get(measured.measure.direction or "", 0)
    centre = measured.phases[0].centre
    return all(
        side_of(point.value, centre, tolerance) == better
        for point in after
        if point.date >= latest[0]
    )
