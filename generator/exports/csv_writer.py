"""Tables as CSV that is safe to open in a spreadsheet.

A spreadsheet runs a cell that begins with a sign such as `=`, whoever wrote it. Here such a text is
led by an apostrophe, and stays a text; numbers stay numbers. Rows are those of RFC 4180. A mark at
the beginning of a file tells Excel that it is UTF-8.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
Cell = str | float | bool | None
# Where the list separator is a semicolon, as on much of the continent, a program that takes a file
# for its own begins a new cell after each one, quoted or not; so does one that was told of tabs.
_FORMULA = re.compile(r"(^|[;\t|])([\s\"']*)(?=[=+\-@＝＋－＠])")
# A line end within a cell would be the end of the row to the same programs.
_LINE_ENDS = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def defuse(text: str) -> str:
    """Make a text that no spreadsheet takes for a formula, on one line."""
    if text.isprintable() and text[:1].isalnum() and ";" not in text and "|" not in text:
        return text.rstrip()  # as nearly all texts are: nothing to look for
    return _FORMULA.sub(r"\1\2'", _LINE_ENDS.sub(" ", text).strip())


def _write_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return write_number(cell)
    return defuse(cell)


def write_number(value: float | None) -> str:
    """Write a number as plainly as it is exact: `26`, `0.5`; nothing for no number."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def write_rows(rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as lines of CSV, to be joined to others."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_write_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def write_table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a whole file: the names of the columns, then the rows."""
    return MARK + write_rows([header, *rows])


def write_cleaned(rows: Sequence[Sequence[str]]) -> str:
    """Write a contributor's own table anew; a cell that is a plain number stays one."""
    return MARK + write_rows([[_take_number(cell) for cell in row] for row in rows])


_NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})", re.ASCII)


def _take_number(cell: str) -> Cell:
    plain = cell.strip()
    # Only a leading sign would be defused; any other number is left just as it was written.
    return float(plain) if plain[:1] in {"+", "-"} and _NUMBER.fullmatch(plain) else cell
