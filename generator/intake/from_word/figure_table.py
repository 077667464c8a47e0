"""The figures of a measure as a CSV file beside a story: the oldest first, each column once."""

import csv
import io

from generator.intake.typed_points import COLUMNS, Figures
from generator.load.points import parse_day

_ASKED = ("date", "value", "n", "note")


def write_figures(figures: Figures) -> bytes:
    """Write figures as a table; a row that is not clear stays where and as it was written."""
    names = [n for n in COLUMNS if n in _ASKED or any(n in each for each in figures.rows)]
    told = [[str(each.get(name, "")) for name in names] for each in figures.rows]
    if all(parse_day(cells[0]) for cells in told):
        told.sort(key=lambda cells: cells[0])
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerows([names, *told])
    return sheet.getvalue().encode()
