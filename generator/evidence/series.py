"""What was counted, as it is handed in, and what of it counts: entries to one point a day.

A `Series` enters, as an author wrote it; a `Tally` leaves: one counted point for each day, and the
gaps by their days. Every count that had to be rounded further than the value's own rounding is told
where it is asked for. Nothing here knows which way is better, or when anything was changed.
"""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import fmean, median
from typing import NamedTuple, Protocol

from generator.evidence.months import day_of

EQUAL = 1e-12
PER_CENT = 100.0
# Fewer than this many of anything are none, and to divide by them tells nothing.
LEAST_N = 1e-9


class Noted(Protocol):
    """One line of a series, as it is told: a value or a count, out of n; a gap without either."""

    @property
    def date(self) -> dt.date:
        """Its day."""

    @property
    def value(self) -> float | None:
        """What was found."""

    @property
    def n(self) -> float | None:
        """Out of how many."""

    @property
    def count(self) -> float | None:
        """How many of them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a series as written: a value or a count, out of n; a gap where there is none."""

    date: dt.date
    value: float | None = None
    n: float | None = None
    count: float | None = None


class Baseline(NamedTuple):
    """The days that the change is compared with, and why these where others were counted too."""

    first: dt.date
    last: dt.date
    because: str | None = None


class Observed(NamedTuple):
    """The days between which every event would have been seen, both of them included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Series:
    """A measure as the arithmetic sees it.

    `kind` is outcome, process or balancing; `direction` is increase, decrease or neutral; `per` is
    what a rate is told by (1000 for 1,000 bed days). Events have no entries, and need `observed`.
    """

    entries: Sequence[Noted] = ()
    kind: str = "outcome"
    direction: str | None = None
    unit: str | None = None
    per: float | None = None
    chart: str = "auto"
    baseline: Baseline | None = None
    rebases: tuple[dt.date, ...] = ()
    target: float | None = None
    events: tuple[dt.date, ...] = ()
    observed: Observed | None = None

    @cached_property
    def better(self) -> int:
        """1 where more is better, -1 where less is, 0 where neither is."""
        return {"increase": 1, "decrease": -1}.get(self.direction or "", 0)

    @cached_property
    def is_percentage(self) -> bool:
        """Whether the values are per cent."""
        unit = (self.unit or "").strip().lower()
        return unit.startswith("%") or unit in {"per cent", "percent", "percentage"}

    @cached_property
    def counts_people(self) -> bool:
        """Whether a value times its n is a number of people, or of other things counted whole."""
        return self.is_percentage or bool(self.per)

    @cached_property
    def scale(self) -> float:
        """What a count over its n is multiplied by to give the value."""
        return PER_CENT if self.is_percentage else self.per or 1.0

    @property
    def has_events(self) -> bool:
        """Whether it is days of events that were noted, and not values."""
        return bool(self.events) or self.observed is not None


# Nobody changes one; but a frozen one takes three times as long to make, and there are thousands.
@dataclass(slots=True)
class Counted:
    """The one value of a day; `count` is how many of `n`, where people were counted."""

    date: dt.date
    value: float
    n: float | None = None
    count: float | None = None


@dataclass(frozen=True, slots=True)
class Rounded:
    """A value that is no whole number out of its n, and the count that it was taken for.

    `at` is its place among the entries of its series.
    """

    at: int
    date: dt.date
    value: float
    n: float
    count: float


@dataclass(frozen=True)
class Tally:
    """What counts of a series: its points by day, and its gaps."""

    points: tuple[Counted, ...]
    gaps: tuple[dt.date, ...] = ()

    @property
    def values(self) -> list[float]:
        """The values alone."""
        return [point.value for point in self.points]

    @cached_property
    def has_n(self) -> bool:
        """Whether there are points and every one of them has its n."""
        return bool(self.points) and None not in [point.n for point in self.points]

    @cached_property
    def shares(self) -> int:
        """How many points have a count that can be so many of their n."""
        return sum(
            point.n is not None and point.count is not None and 0 <= point.count <= point.n
            for point in self.points
        )


def count_points(series: Series) -> Tally:
    """Count the points of a series: one a day, pooled where there is n, else their mean."""
    days: dict[dt.date, list[Counted]] = {}
    for entry in sorted(series.entries, key=day_of):
        day = days.setdefault(entry.date, [])
        if point := _count_entry(entry, series):
            day.append(point)
    return Tally(
        points=tuple(
            day[0] if len(day) == 1 else _pool(day, series) for day in days.values() if day
        ),
        gaps=tuple(date for date, day in days.items() if not day),
    )


def find_rounded(series: Series) -> Iterator[Rounded]:
    """Find every count that has to be rounded further than the value's own rounding, as told."""
    if not series.counts_people:
        return
    for at, entry in enumerate(series.entries):
        value, n = entry.value, entry.n
        if value is None or entry.count is not None or n is None or n < LEAST_N:
            continue
        count = _round_count(value, n, series)
        if abs(value * n / series.scale - count) > _find_reach(value, n, count, series):
            yield Rounded(at, entry.date, value, n, count)


def _round_count(value: float, n: float, series: Series) -> int:
    return math.floor(value * n / series.scale + 0.5)


def _count_entry(entry: Noted, series: Series) -> Counted | None:
    """Count one line; None for a gap."""
    date, value, n, count = entry.date, entry.value, entry.n, entry.count
    if (value is None and count is None) or (n is not None and n < LEAST_N):
        return None
    if n is None or not series.counts_people:
        return Counted(date, value if value is not None else float(count or 0), n)
    if count is not None:
        return Counted(date, series.scale * count / n, n, count)
    return Counted(date, value or 0.0, n, _round_count(value or 0.0, n, series))


def _find_reach(value: float, n: float, count: float, series: Series) -> float:
    """Find how far from value times n a count may be by the value's own rounding."""
    places = 0
    if value % 1:  # most values are whole, and a decimal takes ten times as long
        exponent = Decimal(repr(value)).normalize().as_tuple().exponent
        places = max(-exponent, 0) if isinstance(exponent, int) else 0
    reach = 0.5 * 10.0**-places * n / series.scale * (1 + 1e-9)
    return max(reach, EQUAL * max(1.0, count))


def _pool(points: Sequence[Counted], series: Series) -> Counted:
    date = points[0].date
    sizes = [point.n for point in points if point.n is not None]
    if len(sizes) < len(points):
        return Counted(date, fmean(point.value for point in points))
    n = math.fsum(sizes)
    if series.counts_people:
        count = math.fsum(point.count or 0 for point in points)
        return Counted(date, series.scale * count / n, n, count)
    return Counted(date, fmean([point.value for point in points], sizes), n)


def find_grain(values: Sequence[float]) -> float:
    """Find the distance from nothing at which a computer's rounding may stand for nothing."""
    sizes = [abs(value) for value in values if value]
    return EQUAL * median(sizes) if sizes else 0.0


def rank_values(values: Sequence[float]) -> list[int]:
    """Rank values from 0 up, those alike that differ by a computer's rounding only."""
    grain = find_grain(values)
    ranks: dict[float, int] = {}
    rank, last = 0, None
    for value in sorted(set(values)):
        if last is not None and not math.isclose(value, last, rel_tol=EQUAL, abs_tol=grain):
            rank += 1
        ranks[value], last = rank, value
    return [ranks[value] for value in values]
