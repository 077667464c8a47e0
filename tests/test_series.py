"""Values against a line; and, for the other tests of measures, series with a point a month."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from generator.evidence import Measured, measure_change
from generator.evidence.series import list_runs, side_of, tolerance_of
from generator.model import Measure, Point
from generator.model.field_types import add_months

START = dt.date(2024, 1, 1)


def month(index: int) -> dt.date:
    """Find the date of the point at an index."""
    return add_months(START, index)


def make_measure(values: Sequence[float], **fields: Any) -> Measure:
    """Make a measure with a value a month; more is better unless said otherwise."""
    points = tuple(Point(date=month(i), value=value) for i, value in enumerate(values))
    given = {"title": "Calls answered", "type": "outcome", "direction": "increase", **fields}
    return Measure(points=points, **given)


def measure(before: Sequence[float], after: Sequence[float], **fields: Any) -> Measured:
    """Measure a change made on the day of the first point after it."""
    return measure_change(make_measure([*before, *after], **fields), month(len(before)))


def find_rules(measured: Measured) -> set[tuple[str, tuple[int, ...]]]:
    """Find the rules that fired and the points after the change, counted from 0, that did it."""
    first = measured.change_index or 0
    return {(s.rule, tuple(i - first for i in s.points)) for s in measured.signals}


def test_values_that_differ_by_the_rounding_of_a_computer_are_on_the_line():
    values = [0.1 + 0.2, 0.3, 0.7]
    tolerance = tolerance_of(values)
    assert [side_of(value, 0.3, tolerance) for value in values] == [0, 0, 1]
    assert side_of(0.299, 0.3, tolerance) == -1
    assert tolerance_of([]) == 0


def test_a_point_on_the_line_ends_a_run_and_belongs_to_none():
    sides = [1, 1, 0, 1, -1, -1]
    assert list_runs(enumerate(sides)) == [(1, (0, 1)), (1, (3,)), (-1, (4, 5))]
