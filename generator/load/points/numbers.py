"""A number as people write it; whether a comma is decimal, the whole column decides."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.load.points.ways import (
    BY_COMMA,
    BY_SPACE,
    CURRENCY,
    NUMBER,
    PERCENT,
    plain_text,
)

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?")
_THOUSANDS_BY_POINT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,}")


class Figure(NamedTuple):
    """A number as written: its sign, digits with what parts them, power of ten, and a % behind.

    `mark` is the decimal sign that it must have: a point, a comma, or none that can be told.
    """

    sign: str
    digits: str
    power: str
    mark: str = ""
    is_percent: bool = False


def read_figure(text: str, unit: str = "") -> Figure | None:
    """Read a number, with its currency before it or its unit behind it; None if it is none."""
    plain = plain_text(text)
    if len(plain) > 80:  # noqa: PLR2004 (no number is as long)
        return None
    bare = PERCENT.sub("", plain)
    is_percent = bare != plain
    if not is_percent and unit:
        bare = plain.removesuffix(plain_text(unit)).rstrip()
    sign = "-" if bare.startswith("-") else ""
    bare = sign + bare.removeprefix("-").lstrip(f"{CURRENCY} ")
    found = NUMBER.fullmatch(bare)
    if not found:
        return None
    digits = found["digits"].strip()
    if grouped := BY_SPACE.match(digits):
        digits = re.sub(r"[ ']", "", grouped[0]) + digits[grouped.end() :]
    if " " in digits or "'" in digits:
        return None
    mark = _find_mark(digits)
    if mark is None:
        return None
    return Figure(found["sign"], digits, found["power"] or "", mark, is_percent)


def _find_mark(digits: str) -> str | None:
    """Find the decimal sign of digits; nothing if they tell of none, None if they are nonsense."""
    commas, points = digits.count(","), digits.count(".")
    if not commas and not points:
        return ""
    if _THOUSANDS.fullmatch(digits):
        return "." if points or commas > 1 else ""
    if _THOUSANDS_BY_POINT.fullmatch(digits):
        return ","
    if commas + points > 1 or digits[-1] in ",.":
        return None
    return "," if commas else "."


def find_marks(figures: Iterable[Figure]) -> frozenset[str]:
    """Find which decimal signs a column has."""
    return frozenset(figure.mark for figure in figures if figure.mark)


def make_number(figure: Figure, mark: str) -> float:
    """Make the number of a figure whose column has the decimal sign `mark`."""
    digits = figure.digits
    if mark == "," and not (BY_COMMA.fullmatch(digits) and digits.count(",") > 1):
        digits = digits.replace(".", "").replace(",", ".")
    else:
        digits = digits.replace(",", "")
    return float(figure.sign + digits + figure.power)
