"""A date as people write it, to a day; the whole file decides which number is the month."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.load.points.ways import BEFORE_DATE, DATES, MONTHS, Region, plain_text

_MONTHS_OF_A_YEAR = 12
_PIVOT = 40  # without a clock, 2041 and later is meant as 1941 and later
_GENERATION = 20
_NOTHING = "nothing in the file says whether the day or the month comes first"
_FEWEST = 3  # dates, before their spacing says anything


class Written(NamedTuple):
    """A date as written: the year, and a month and a day, or two numbers that may be either."""

    text: str
    year: str
    month: int
    day: int
    is_open: bool = False
    has_day: bool = True

    @property
    def swapped(self) -> "Written":
        """The other reading of the two numbers."""
        return self._replace(month=self.day, day=self.month)


def read_date(text: str) -> Written | None:
    """Read a date in one of the ways of the table; None if it is none."""
    plain = BEFORE_DATE.sub("", plain_text(text), count=1)
    if len(plain) > 60:  # noqa: PLR2004 (no date is as long)
        return None
    for way in DATES:
        if not (found := way.pattern.fullmatch(plain)):
            continue
        told = found.groupdict()
        year = told["year"].lstrip("'")
        if told.get("first"):
            first, second = int(told["first"]), int(told["second"])
            return Written(text.strip(), year, second, first, is_open=True)
        if told.get("quarter"):
            return Written(text.strip(), year, 3 * int(told["quarter"]) - 2, 1, has_day=False)
        name = told.get("name")
        month = MONTHS.index(name[:3]) + 1 if name else int(told["month"])
        day = told.get("day")
        return Written(text.strip(), year, month, int(day or 1), has_day=bool(day))
    return None


def make_day(written: Written, region: Region) -> dt.date | None:
    """Make the day of a date, day first; None if the calendar has no such day.

    A year of two digits that lies more than a generation ahead is of the last century: 98 is 1998.
    """
    year = int(written.year)
    if len(written.year) < len("2026"):
        latest = region.today.year - 2000 + _GENERATION if region.today else _PIVOT
        year += 2000 if year <= latest else 1900
    try:
        return dt.date(year, written.month, written.day)
    except ValueError:
        return None


def parse_day(text: str, region: Region | None = None) -> str | None:
    """Parse a whole day to ISO; None if it is none, or may be meant otherwise."""
    region = region or Region()
    written = read_date(text)
    if written is None or not written.has_day:
        return None
    if written.is_open:
        order = find_order([written], region)
        if order.month_first is None and written.month != written.day:
            return None
        written = written.swapped if order.month_first else written
    day = make_day(written, region)
    return day.isoformat() if day and not is_to_come(written, day, region) else None


def is_to_come(written: Written, day: dt.date, region: Region) -> bool:
    """Whether a date with a year of two digits would lie in the future."""
    return len(written.year) < len("2026") and region.today is not None and day > region.today


class Order(NamedTuple):
    """Which number is the month, and why in words; `month_first` is None if nothing says."""

    month_first: bool | None
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing says which, and nothing contradicts itself."""
        return self.month_first is None and self.why == _NOTHING


def find_order(dates: Iterable[Written], region: Region, *, is_series: bool = True) -> Order:
    """Decide for all dates of a file whether the month or the day comes first.

    A number over 12 decides, else in a series the spacing that is even one way alone, else the
    region. Dates that contradict one another decide nothing.
    """
    listed = tuple(dates)
    loose = [each for each in listed if each.is_open]
    by_day = next((each for each in loose if each.day > _MONTHS_OF_A_YEAR), None)
    by_month = next((each for each in loose if each.month > _MONTHS_OF_A_YEAR), None)
    if by_day and by_month:
        return Order(None, f"“{by_day.text}” has the day first, and “{by_month.text}” the month")
    if found := by_day or by_month:
        return Order(found is by_month, f"“{found.text}” shows it")
    plain = [make_day(each, region) for each in listed]
    turned = [make_day(each.swapped if each.is_open else each, region) for each in listed]
    is_even, is_even_turned = _is_even(plain), _is_even(turned)
    if is_series and is_even != is_even_turned:
        return Order(is_even_turned, "only so are they evenly spaced")
    if region.month_first is not None:
        return Order(region.month_first, "it is usual in this site's language and zone")
    return Order(None, _NOTHING)


def _is_even(days: Sequence[dt.date | None]) -> bool:
    """Whether days follow one another by weeks or by equal days, or lie on one day of the month."""
    known = [day for day in days if day]
    if len(known) < len(days) or len(known) < _FEWEST:
        return False
    gaps = {(after - before).days for before, after in pairwise(known)}
    if min(gaps) <= 0:
        return max(gaps) < 0 and _is_even(known[::-1])
    ends = all((day + dt.timedelta(days=1)).day == 1 for day in known)
    return len(gaps) == 1 or len({day.day for day in known}) == 1 or ends or _are_weeks(gaps)


def _are_weeks(gaps: Iterable[int]) -> bool:
    return all(gap % 7 == 0 for gap in gaps)
