"""Numbers and spells of time as people say them: values to words, never more exact than speech."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from generator.model import Point

LONGEST_UNIT = 4
WHOLE_FROM = 9.95
MINUS = "\N{MINUS SIGN}"
_JOINED = ("%", "‰", "°")
_SPELLS = (
    (1, 1, "day"),
    (7, 7, "week"),
    (28, 31, "month"),
    (89, 92, "quarter"),
    (365, 366, "year"),
)


def write_figures(values: Sequence[float], unit: str | None) -> list[str]:
    """Write values with their unit, to two figures or so, and more only to tell them apart."""
    for extra in range(4):
        texts = [_write_number(value, extra) for value in values]
        if len(set(texts)) == len(set(values)):
            break
    else:
        texts = [_write_number(value, 0) for value in values]
    return [_add_unit(text, unit) for text in texts]


def _write_number(value: float, extra: int) -> str:
    size = abs(value)
    # From about 10 up whole numbers, from 1 up one decimal, below that two figures that are not 0.
    is_whole = size >= WHOLE_FROM or not size
    places = 0 if is_whole else 1 if size >= 1 else min(_count_zeros(size) + 2, 12)
    text = f"{value:,.{places + extra}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", MINUS)


def _count_zeros(size: float) -> int:
    """Count the zeros right after the decimal point."""
    return -int(f"{size:e}".rpartition("e")[2]) - 1


def _add_unit(text: str, unit: str | None) -> str:
    # A unit as long as a sentence would drown the sentence: the chart's axis carries it.
    if not unit or len(unit.split()) > LONGEST_UNIT:
        return text
    if unit.startswith(_JOINED):
        return text + unit
    if unit in {"£", "€", "$"}:
        return MINUS + unit + text[1:] if text.startswith(MINUS) else unit + text
    if text == "1" and unit.isalpha() and unit.endswith("s") and not unit.endswith("ss"):
        unit = unit[:-1]
    return f"{text} {unit}"


def name_spell(points: Sequence[Point]) -> str:
    """Name what one point stands for, from the usual gap between dates: month, week, or point."""
    gaps = [(after.date - before.date).days for before, after in pairwise(points)]
    if not gaps or 0 in gaps:
        return "point"
    usual = median(gaps)
    return next((name for least, most, name in _SPELLS if least <= usual <= most), "point")


def write_count(count: int, noun: str) -> str:
    """Write how many of something, with the noun in its number."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
