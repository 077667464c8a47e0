"""Days by the calendar: which points lie before a change, which after, and how many months on."""

import calendar
import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol

MONTHS = 12
SHORTEST = 28  # no month has fewer days


class Dated(Protocol):
    """Anything that has a day."""

    @property
    def date(self) -> dt.date:
        """The day."""


def day_of(dated: Dated) -> dt.date:
    """Give the day of a point."""
    return dated.date


def add_months(day: dt.date, months: int) -> dt.date:
    """Add calendar months; the 31st becomes the last day of a shorter month."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if year > dt.MAXYEAR:
        return dt.date.max
    last = SHORTEST if day.day <= SHORTEST else calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


class Halves(NamedTuple):
    """The points on both sides of a change, as indices; `baseline` is what of `before` is taken."""

    before: range
    baseline: range
    after: range


def find_halves(
    points: Sequence[Dated],
    changed_on: dt.date | None,
    baseline: tuple[dt.date, dt.date] | None = None,
) -> Halves:
    """Find the points before a change and those on or after it.

    Without a change all are before it. A baseline that reaches past the change is cut off at it.
    """
    count = len(points)
    change = count if changed_on is None else bisect_left(points, changed_on, key=day_of)
    before = range(change)
    if baseline is None:
        return Halves(before, before, range(change, count))
    start = min(bisect_left(points, baseline[0], key=day_of), change)
    stop = min(bisect_right(points, baseline[1], key=day_of), change)
    return Halves(before, range(start, max(start, stop)), range(change, count))
