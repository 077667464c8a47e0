"""Rows of cells to points: the one reader of figures, by whatever way they came in.

It finds the heading, passes over titles and totals, decides once for the file how dates and decimal
signs are meant, and tells every row that it cannot read.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import ValidationError

from generator.load import faults
from generator.load.points.dates import (
    Written,
    find_order,
    is_to_come,
    make_day,
    read_date,
)
from generator.load.points.headings import Heading, find_heading
from generator.load.points.numbers import Figure, find_marks, make_number, read_figure
from generator.load.points.rows import Cell, Row
from generator.load.points.ways import GAPS, TOTAL, WAYS, Region, plain_text
from generator.load.validation_errors import REFUSALS, show
from generator.model import Point
from generator.model.problem import Fault, Place, Problem

MOST_ROWS = 5_000
_PER_CENT = re.compile(r".*(?:%|per ?cent|percentage|pct)", re.IGNORECASE | re.DOTALL)
_EMPTY = Cell("")
_ANY_DAY = dt.date(2000, 1, 1)  # for a date that cannot be read, which is told
_FIGURES = tuple(name for name in Point.model_fields if name not in {"date", "note"})


class Gap(NamedTuple):
    """A day on which nothing was counted, and what is said of it."""

    date: dt.date
    note: str | None


@dataclass(slots=True)
class Points:
    """What a file holds, by line in its order, and what is to be said of it.

    `days` has the dates that could be read, also of lines in which something else could not.
    """

    by_line: dict[int, Point | Gap] = field(default_factory=dict)
    days: dict[int, dt.date] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def points(self) -> list[Point]:
        """The points."""
        return [each for each in self.by_line.values() if isinstance(each, Point)]

    @property
    def counted_or_not(self) -> list[Point]:
        """The points, with a point that has no value for each gap."""
        return [
            each if isinstance(each, Point) else Point(date=each.date, value=None, note=each.note)
            for each in self.by_line.values()
        ]

    @property
    def gaps(self) -> list[Gap]:
        """The gaps."""
        return [each for each in self.by_line.values() if isinstance(each, Gap)]


class _Line(NamedTuple):
    """A row that may be a point, by the names of its cells."""

    row: Row
    cells: Mapping[str, Cell]
    date: Written | dt.date | None
    figures: Mapping[str, Figure | None]


def read_rows(
    rows: Iterable[Row], path: str, unit: str = "", region: Region | None = None
) -> Points:
    """Read the rows of the file at `path` as the points of a measure that counts in `unit`."""
    return _Reader(path, unit, region or Region()).read(rows)


@dataclass(slots=True)
class _Reader:
    path: str
    unit: str
    region: Region
    made: Points = field(default_factory=Points)
    marks_differ: bool = False

    def read(self, rows: Iterable[Row]) -> Points:
        told = [row for row in rows if not row.is_empty]
        if not told:
            self._tell(faults.DATA_MALFORMED, (1, 1), "The file is empty.")
            return self.made
        heading = find_heading(told)
        if heading.trouble:
            self._tell(faults.DATA_MALFORMED, heading.at, heading.trouble, heading.hint)
            return self.made
        lines: list[_Line] = []
        for row in told[heading.first :]:
            if len(lines) >= MOST_ROWS:
                message = f"The file has more than {MOST_ROWS} rows."
                self._tell(faults.TOO_LARGE, (row.line, 1), message)
                break
            if line := self._sort(row, heading):
                lines.append(line)
        self._make(lines)
        return self.made

    def _tell(self, fault: Fault, at: tuple[int, int], message: str, hint: str = "") -> None:
        self.made.problems.append(fault.at(Place(self.path, *at), message, hint))

    def _sort(self, row: Row, heading: Heading) -> _Line | None:
        """Sort the cells of a row by their names; None if it is no point, or cannot be one."""
        width = len(heading.names)
        if surplus := [cell for cell in row.cells[width:] if cell.text]:
            told = len(row.cells) - row.cells[::-1].index(surplus[-1])
            values = {"name": "The row", "cells": told, "columns": width}
            message, hint = faults.DATA_ROW.say("width", **values)
            self._tell(faults.DATA_ROW, (row.line, 1), message, hint)
            return None
        cells = {name: cell for name, cell in zip(heading.names, row.cells, strict=False) if name}
        date = cells.get("date", _EMPTY)
        if TOTAL.fullmatch(plain_text(date.text)):
            return None
        filled = [cell for cell in row.cells if cell.text]
        is_words = not any(map(str.isdigit, date.text))
        if filled == [date] and is_words and plain_text(date.text) not in GAPS:
            return None  # a line of words below the figures, such as where they are from
        figures = {name: self._read_figure(cells.get(name, _EMPTY)) for name in _FIGURES}
        return _Line(row, cells, date.day or read_date(date.text), figures)

    def _read_figure(self, cell: Cell) -> Figure | None:
        return None if plain_text(cell.text) in GAPS else read_figure(cell.text, self.unit)

    def _make(self, lines: Sequence[_Line]) -> None:
        written = [line.date for line in lines if isinstance(line.date, Written)]
        order = find_order(written, self.region)
        loose = [each for each in written if each.is_open and each.month != each.day]
        month_first = bool(order.month_first)
        if loose:
            line = next(line for line in lines if line.date == loose[0])
            at = (line.row.line, line.cells["date"].column)
            if order.month_first is None:
                message = f"“{loose[0].text}” may be read two ways: {order.why}."
                self._tell(faults.DATE_ORDER_OPEN, at, message)
                return
            self._say_order(loose, at, order.why, month_first=month_first)
        marks = {name: self._decide_mark(name, lines) for name in _FIGURES}
        for line in lines:
            self._make_point(line, marks, month_first=month_first)
        if self.marks_differ:
            self.made.by_line.clear()  # some of them would be wrong by a factor of a thousand

    def _say_order(
        self, loose: Sequence[Written], at: tuple[int, int], why: str, *, month_first: bool
    ) -> None:
        """Say which number was taken for the month, where the other reading is a day as well."""
        for each in loose:
            taken = each.swapped if month_first else each
            day = make_day(taken, self.region)
            if day and make_day(taken.swapped, self.region):
                first = "month" if month_first else "day"
                said = f"{day.day} {day:%B %Y}"
                message = f"“{each.text}” is read as {said}, the {first} first: {why}."
                self._tell(faults.DATE_ORDER, at, message)
                return

    def _decide_mark(self, name: str, lines: Sequence[_Line]) -> str:
        """Decide which sign is the decimal one in a column; where it has both, ask."""
        figures = [(line, figure) for line in lines if (figure := line.figures[name])]
        marks = find_marks(figure for _, figure in figures)
        if len(marks) < 2:  # noqa: PLR2004 (both signs)
            return next(iter(marks), ".")
        first = figures[0][1].mark or next(f.mark for _, f in figures if f.mark)
        line, other = next((line, f) for line, f in figures if f.mark and f.mark != first)
        earlier = next(line.cells[name].text for line, f in figures if f.mark == first)
        cell = line.cells[name]
        message = (
            f"“{cell.text}” and “{earlier}” stand in one column, and only one of the point and the "
            "comma can be the decimal sign."
        )
        hint = "Write the whole column one way."
        self._tell(faults.DATA_ROW, (line.row.line, cell.column), message, hint)
        self.marks_differ = True
        return other.mark

    def _make_point(self, line: _Line, marks: Mapping[str, str], *, month_first: bool) -> None:
        problems = len(self.made.problems)
        day = self._find_day(line, month_first=month_first)
        figures = {name: self._find_number(line, name, marks[name]) for name in _FIGURES}
        if day:
            self.made.days[line.row.line] = day
        is_wrong = problems != len(self.made.problems)
        note = line.cells.get("note", _EMPTY).text or None
        if not is_wrong and all(told is None for name, told in figures.items() if name != "n"):
            self.made.by_line[line.row.line] = Gap(day or _ANY_DAY, note)
            return
        if figures["n"] == 0 and figures["value"]:
            at = (line.row.line, line.cells["n"].column)
            message = f"The value {show(line.cells['value'].text)} is said to be counted from none."
            hint = "Say in “n” how many it was counted from, or leave the value empty: a gap."
            self._tell(faults.DATA_ROW, at, message, hint)
            return
        told = {"date": day or _ANY_DAY, **figures, "note": note}
        try:
            point = Point.model_validate(told)
        except ValidationError as error:
            self._explain(error, line)
            return
        if not is_wrong:
            self.made.by_line[line.row.line] = point

    def _explain(self, error: ValidationError, line: _Line) -> None:
        """Say what is wrong with cells that can be read; what cannot be is told already."""
        for refusal in error.errors(include_url=False):
            name = str(refusal["loc"][0])
            if refusal["input"] is None:
                continue
            refusal["input"] = line.cells[name].text
            explain = REFUSALS.get(refusal["type"], REFUSALS["value_error"])[1]
            message, hint = explain(f"The column “{name}”", refusal)
            at = (line.row.line, line.cells[name].column)
            self._tell(faults.DATA_ROW, at, message, hint)

    def _find_day(self, line: _Line, *, month_first: bool) -> dt.date | None:
        cell = line.cells.get("date", _EMPTY)
        at = (line.row.line, cell.column)
        if isinstance(line.date, dt.date):
            return line.date
        if not cell.text:
            message = "The column “date” has nothing in this row."
            self._tell(faults.DATA_ROW, at, message)
        elif line.date is None:
            message = f"The column “date” is {show(cell.text)}, which is no date that can be read."
            self._tell(faults.DATA_ROW, at, message, WAYS)
        else:
            written = line.date.swapped if month_first and line.date.is_open else line.date
            day = make_day(written, self.region)
            if day is None:
                message = f"The column “date” is {show(cell.text)}, and there is no such day."
                self._tell(faults.DATA_ROW, at, message, "Check the day and the month.")
            elif is_to_come(written, day, self.region):
                message = f"The column “date” is {show(cell.text)}, which is still to come."
                self._tell(faults.DATA_ROW, at, message, "Write the year with four digits.")
            return day
        return None

    def _find_number(self, line: _Line, name: str, mark: str) -> float | None:
        cell = line.cells.get(name, _EMPTY)
        if plain_text(cell.text) in GAPS:
            return None
        at = (line.row.line, cell.column)
        figure = line.figures[name]
        if figure is None:
            message = f"The column “{name}” is {show(cell.text)}, where a number belongs."
            self._tell(faults.DATA_ROW, at, message, WAYS)
            return None
        if figure.is_percent and (name == "n" or (self.unit and not _PER_CENT.match(self.unit))):
            told = f"the unit is {show(self.unit)}" if name == "value" else "“n” is a plain number"
            message = f"The column “{name}” is {show(cell.text)}, and {told}."
            self._tell(faults.DATA_ROW, at, message, "Take the % away, or mend the unit.")
            return None
        return make_number(figure, mark)
