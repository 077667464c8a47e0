"""The figures of a measure from whatever form they came in, by the one reader of points."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.load.points import (
    Cell,
    Gap,
    Points,
    Region,
    Row,
    complete_heading,
    read_rows,
    split_rows,
)
from generator.model import Point
from generator.model.problem import Severity

COLUMNS = tuple(Point.model_fields)


class Figures(NamedTuple):
    """Points as the fields of a file, which of them are gaps, and how they were read.

    A row that is not clear has its cells as they were written, where the checker points at them.
    """

    rows: list[dict[str, object]]
    is_gap: list[bool]
    remarks: list[str]


def read_cells(
    cells: Iterable[Sequence[str]],
    names: Sequence[str] = COLUMNS,
    unit: str = "",
    region: Region | None = None,
) -> Figures:
    """Read rows of cells whose columns have these names."""
    told = [tuple(names), *cells]
    rows = [Row(line, tuple(map(Cell, each))) for line, each in enumerate(told)]
    return _list(rows[1:], names, read_rows(rows, "", unit, region))


def read_typed(text: str, unit: str = "", region: Region | None = None) -> Figures:
    """Read lines that were typed or pasted."""
    rows = _split(text)
    return _list(rows, COLUMNS, read_rows(rows, "", unit, region))


def read_lines_of_points(
    text: str, unit: str = "", region: Region | None = None
) -> tuple[list[Point], list[str]]:
    """Read lines that were typed as points, and say what is wrong with the others."""
    points = read_rows(_split(text), "", unit, region)
    wrong = [f"{p.message} {p.hint}" for p in points.problems if p.severity is Severity.ERROR]
    return points.points, wrong


def _split(text: str) -> list[Row]:
    return complete_heading(list(split_rows(text, is_typed=True)))


def _list(rows: Sequence[Row], names: Sequence[str], points: Points) -> Figures:
    wrong = {p.place.line for p in points.problems if p.severity is Severity.ERROR}
    is_lost = wrong and not points.by_line
    made: list[dict[str, object]] = []
    is_gap: list[bool] = []
    for row in rows:
        if row.line in points.by_line:
            made.append(write_point(points.by_line[row.line]))
            is_gap.append(isinstance(points.by_line[row.line], Gap))
        elif (is_lost or row.line in wrong) and not row.is_empty:
            texts = [cell.text for cell in row.cells]
            raw = dict(zip(names, texts, strict=False))
            if row.line in points.days:
                raw["date"] = points.days[row.line].isoformat()
            raw["note"] = " ".join(filter(None, [raw.get("note"), *texts[len(names) :]]))
            made.append({name: text for name, text in raw.items() if text})
            is_gap.append(False)
    told = [p.message for p in points.problems]
    told += (f"Nothing was counted for {gap.date.isoformat()}: a gap." for gap in points.gaps)
    return Figures(made, is_gap, told)


def write_point(each: Point | Gap) -> dict[str, object]:
    """Write a point, or a gap, as the fields of a file."""
    told = each._asdict() if isinstance(each, Gap) else each.model_dump(exclude_none=True)
    return {name: _plain(value) for name, value in told.items() if value is not None}


def _plain(value: object) -> object:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, str) else str(value)


def leave_gaps(figures: Figures) -> list[Mapping[str, object]]:
    """List the rows without the gaps, for which the fields of a file have no word."""
    return [row for row, gap in zip(figures.rows, figures.is_gap, strict=True) if not gap]
