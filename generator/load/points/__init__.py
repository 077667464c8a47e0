"""The one reader of points: figures as people keep them, in CSV, Excel or pasted, to points.

`ways` is the table of what is read, `rows` and `workbook` divide a file into cells, `headings`
finds the columns, `dates` and `numbers` read a cell, `reader` decides for the file as a whole.
"""

from generator.load.points.dates import find_order, parse_day, read_date
from generator.load.points.headings import complete_heading
from generator.load.points.reader import MOST_ROWS, Gap, Points, read_rows
from generator.load.points.rows import BrokenRowError, Cell, Row, split_rows
from generator.load.points.ways import WAYS, Region

__all__ = [
    "MOST_ROWS",
    "WAYS",
    "BrokenRowError",
    "Cell",
    "Gap",
    "Points",
    "Region",
    "Row",
    "complete_heading",
    "find_order",
    "parse_day",
    "read_date",
    "read_rows",
    "split_rows",
]
