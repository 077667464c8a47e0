"""Axes as a person would draw them: round numbers upwards, whole months along."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.field_types import add_months

_STEPS = (1, 2, 2.5, 5, 10)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
MOST_VALUE_TICKS = 6
MOST_TIME_TICKS = 8
_NEAR_ZERO = 0.45
_LEAST_SPAN = 1e-9


@dataclass(frozen=True, slots=True)
class ValueScale:
    """From a value to its height: 0 at the bottom of the plot, 1 at its top."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def place(self, value: float) -> float:
        """Place a value between the bottom and the top."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From a date to its place along: 0 at the left of the plot, 1 at its right."""

    first: dt.date
    last: dt.date
    ticks: tuple[dt.date, ...]

    def place(self, date: dt.date) -> float:
        """Place a date between the left and the right."""
        return (date - self.first).days / max((self.last - self.first).days, 1)


def make_value_scale(values: Iterable[float], unit: str | None) -> ValueScale:
    """Find a scale with round ticks for these values; a percentage stays between 0 and 100."""
    values = list(values)
    low, high = min(values), max(values)
    if low >= 0 and low <= high * _NEAR_ZERO:
        low = 0.0
    span = (high - low) or abs(high)
    span = span if span > _LEAST_SPAN else 1.0
    if low not in {0.0, high} or high - low <= _LEAST_SPAN:
        low -= span * 0.08
    high += span * 0.08
    if unit == "%" and min(values) >= 0 and max(values) <= 100:  # noqa: PLR2004 (per cent)
        low, high = max(low, 0.0), min(high, 100.0)
    step = _find_step((high - low) / MOST_VALUE_TICKS)
    low, high = math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step
    count = round((high - low) / step)
    return ValueScale(low, high, tuple(low + step * index for index in range(count + 1)))


def _find_step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    return next(step * size for step in _STEPS if step * size >= rough * (1 - 1e-9))


def make_time_scale(dates: Sequence[dt.date]) -> TimeScale:
    """Find a scale with ticks on the first of a month, at most eight of them."""
    first, last = min(dates), max(dates)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((m for m in _MONTHS if months / m <= MOST_TIME_TICKS), _MONTHS[-1])
    tick = dt.date(first.year, 1, 1)
    ticks = []
    while tick <= last:
        if tick >= first:
            ticks.append(tick)
        tick = add_months(tick, step)
    pad = dt.timedelta(days=max(round((last - first).days * 0.02), 3))
    return TimeScale(first - pad, last + pad, tuple(ticks))
