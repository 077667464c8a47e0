"""Which row of a table names its columns, in whatever words, and which column holds what."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.load.points.dates import read_date
from generator.load.points.numbers import read_figure
from generator.load.points.rows import Cell, Row
from generator.load.points.ways import GAPS, HEADINGS, plain_text
from generator.load.validation_errors import show
from generator.model import Point

_MOST_TITLES = 12
_SAMPLE = 60
_NAMES = {word: name for name, words in HEADINGS.items() for word in words} | {
    name: name for name in Point.model_fields
}
_VALUES = frozenset(Point.model_fields) - {"date", "n", "note"}
_SPLIT = re.compile(r"[^\t;|]*\d,\d{3}(?!\d)[^\t;|]*")
_COLUMNS = ("date", "value", "n", "note")
_HINT = "Let the first row be: date,value,n,note"


class Heading(NamedTuple):
    """What each column holds (nothing, if nothing) and the first row below; or what is wrong."""

    names: tuple[str, ...] = ()
    first: int = 0
    trouble: str = ""
    hint: str = ""
    at: tuple[int, int] = (1, 1)


def find_heading(rows: Sequence[Row]) -> Heading:
    """Find the row of names: the first that names a date and a value, else the one above the data.

    A table without names has its columns in the usual order.
    """
    for index, row in enumerate(rows[:_MOST_TITLES]):
        if _is_heading(row):
            return _check(rows, index, [_name(cell) for cell in row.cells])
    data = next((i for i, row in enumerate(rows[:_MOST_TITLES]) if _is_data(row)), None)
    if data == 0 or (data and sum(bool(c.text) for c in rows[data - 1].cells) < 2):  # noqa: PLR2004
        return Heading(_COLUMNS, data)
    index = data - 1 if data else 0
    return _check(rows, index, [_name(cell) for cell in rows[index].cells])


def complete_heading(rows: Sequence[Row]) -> list[Row]:
    """Name the columns that typed rows have beyond their heading, in the usual order.

    Where commas divide the cells, a number such as 1,234 may have made one too many: then nothing
    is named, and the row is told.
    """
    for index, row in enumerate(rows[:_MOST_TITLES]):
        if not _is_heading(row):
            continue
        width = max(at for at, cell in enumerate(row.cells, 1) if cell.text)
        names = tuple(_name(cell) for cell in row.cells[:width])
        wide = [row for row in rows[index + 1 :] if any(cell.text for cell in row.cells[width:])]
        if not wide or names != _COLUMNS[:width] or any(_SPLIT.fullmatch(r.text) for r in wide):
            break
        cells = (*row.cells[:width], *map(Cell, _COLUMNS[width:]))
        return [*rows[:index], replace(row, cells=cells), *rows[index + 1 :]]
    return list(rows)


def _is_heading(row: Row) -> bool:
    named = {_name(cell) for cell in row.cells}
    return "date" in named and bool(named & _VALUES)


def _name(cell: Cell) -> str:
    """Name what a heading means, without the unit in brackets behind it; nothing if unknown."""
    plain = plain_text(cell.text)
    if plain.strip("()") == "%":
        return "value"
    for words in (plain, re.sub(r"\([^()]*\)|\[[^\[\]]*\]|%", " ", plain)):
        told = " ".join(re.findall(r"[^\W_]+", words))
        if told in _NAMES:
            return _NAMES[told]
    return ""


def _is_data(row: Row) -> bool:
    """Whether a row has a date, and a number or a gap beside it."""
    cells = [cell for cell in row.cells if cell.text]
    if len(row.cells) < 2 or not cells or not _has_date(cells[0]):  # noqa: PLR2004
        return False
    return len(cells) == 1 or any(_has_figure(cell) for cell in cells[1:])


def _has_date(cell: Cell) -> bool:
    return cell.day is not None or read_date(cell.text) is not None


def _has_figure(cell: Cell) -> bool:
    return plain_text(cell.text) in GAPS or read_figure(cell.text) is not None


def _check(rows: Sequence[Row], index: int, names: list[str]) -> Heading:
    """Name by what they hold the columns that no word names, and refuse what stays unclear."""
    row = rows[index]
    below = rows[index + 1 : index + 1 + _SAMPLE]
    columns = {
        at: [r.cells[at] for r in below if at < len(r.cells) and r.cells[at].text]
        for at in range(max(len(r.cells) for r in (row, *below)))
    }
    names += [""] * (len(columns) - len(names)) if not _is_wide(below, len(names)) else []
    for wanted, holds in (("date", _has_date), ("value", _has_figure)):
        if wanted in names or (wanted == "value" and _VALUES & set(names)):
            continue
        found = [
            at
            for at, cells in columns.items()
            if at < len(names) and not names[at] and cells and _mostly(cells, holds)
        ]
        found = [at for at in found if wanted == "date" or not _mostly(columns[at], _has_date)]
        if len(found) > 1:
            told = " and ".join(show(_text(row, at)) for at in found)
            message = f"Either of the columns {told} could be the {wanted}."
            hint = f"Call the one that is meant “{wanted}”, and take the other out."
            return Heading(trouble=message, hint=hint, at=(row.line, 1))
        if not found:
            message = f"The first row names no column “{wanted}”."
            return Heading(trouble=message, hint=_HINT, at=(row.line, 1))
        names[found[0]] = wanted
    for at, name in enumerate(names):
        place = (row.line, row.cells[at].column if at < len(row.cells) else 1)
        if name and names.index(name) != at:
            message = f"The first row names the column “{name}” twice."
            if plain_text(_text(row, at)) != name:
                message = f"{show(_text(row, at))} and another column both mean “{name}”."
            return Heading(trouble=message, hint=_HINT, at=place)
        if not name and _text(row, at):
            message = f"The first row names a column {show(_text(row, at))}, "
            message += "which has no meaning here."
            return Heading(trouble=message, hint=_HINT, at=place)
        if not name and columns.get(at):
            message = "A column has figures in it and no name above them."
            return Heading(trouble=message, hint="Name it, or take it out.", at=place)
    return Heading(tuple(names), index + 1)


def _is_wide(below: Sequence[Row], width: int) -> bool:
    """Whether single rows run past the heading, where a comma in a number divided it."""
    return any(cell.text for row in below for cell in row.cells[width:])


def _mostly(cells: Sequence[Cell], holds: object) -> bool:
    assert callable(holds)  # noqa: S101
    return 2 * sum(bool(holds(cell)) for cell in cells) > len(cells)


def _text(row: Row, at: int) -> str:
    return row.cells[at].text if at < len(row.cells) else ""
