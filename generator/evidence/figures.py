"""Numbers and spells of time as people say them: values to words, never more exact than speech."""

import datetime as dt
import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

LONGEST_UNIT = 4
WHOLE_FROM = 9.95
MORE_PLACES = 3
MOST_PLACES = 12
MINUS = "\N{MINUS SIGN}"
_JOINED = ("%", "‰", "°")
_MONEY = {"£", "€", "$"}
_SPELLS = (
    (1, 1, "day"),
    (7, 7, "week"),
    (28, 31, "month"),
    (89, 92, "quarter"),
    (365, 366, "year"),
)
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def find_places(values: Sequence[float], extra: int = MORE_PLACES) -> int:
    """Find how many decimal places tell values apart, as people would say them.

    From about 10 up none, from 1 up one, below that two figures that are not 0; and up to `extra`
    more where values that differ would look alike.
    """
    size = max((abs(value) for value in values), default=0.0)
    if size >= WHOLE_FROM or not size:
        places = 0
    elif size >= 1:
        places = 1
    else:
        places = min(-math.floor(math.log10(size)) + 1, MOST_PLACES)
    if places and all(round(value, places) == round(value) for value in values):
        places = 0
    for more in range(extra + 1):
        if len({round(value, places + more) for value in values}) == len(set(values)):
            return places + more
    return places


def write_number(value: float, places: int) -> str:
    """Write a number with at most so many decimal places, and a true minus sign."""
    text = f"{value:,.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text.replace("-", MINUS)


def write_figures(values: Sequence[float], unit: str | None) -> list[str]:
    """Write values with their unit, each to as many places as it takes to tell them apart."""
    places = find_places(values)
    return [add_unit(write_number(value, places), unit) for value in values]


def add_unit(text: str, unit: str | None) -> str:
    """Add a unit to a number; one as long as a sentence is left to the axis of the chart."""
    if not unit or len(unit.split()) > LONGEST_UNIT:
        return text
    if unit.startswith(_JOINED):
        return text + unit
    if unit in _MONEY:
        return MINUS + unit + text[1:] if text.startswith(MINUS) else unit + text
    if text == "1" and unit.isalpha() and unit.endswith("s") and not unit.endswith("ss"):
        unit = unit[:-1]
    return f"{text} {unit}"


def name_spell(days: Sequence[dt.date]) -> str:
    """Name what one point stands for, from the usual gap between days: month, week, or point."""
    gaps = [after - before for before, after in pairwise(map(dt.date.toordinal, days))]
    if not gaps:
        return "point"
    usual = median(gaps)
    return next((name for least, most, name in _SPELLS if least <= usual <= most), "point")


def count_spells(days: Sequence[dt.date]) -> int | None:
    """Count the months, or other spells, from the first day to the last, counted or not.

    None where the days keep no rhythm that has a name.
    """
    spell = name_spell(days)
    if spell == "point":
        return None
    first, last = days[0], days[-1]
    months = (last.year - first.year) * 12 + last.month - first.month
    lengths = {"month": months, "quarter": round(months / 3), "year": last.year - first.year}
    span = (last - first).days
    return 1 + lengths.get(spell, round(span / 7) if spell == "week" else span)


def write_word(count: float) -> str:
    """Write a small whole number as a word, another in figures."""
    whole = int(count)
    return _WORDS[whole] if 0 <= whole < len(_WORDS) else f"{whole:,}"


def write_count(count: float, noun: str) -> str:
    """Write how many of something, small numbers as words, with the noun in its number."""
    many = "no" if not int(count) else write_word(count)
    return f"{many} {noun}" if int(count) == 1 else f"{many} {noun}s"


def write_day(day: dt.date, *, is_month: bool = False) -> str:
    """Write a day as people in Britain say it, or its month alone."""
    return f"{day:%B %Y}" if is_month else f"{day.day} {day:%B %Y}"
