"""An Excel workbook to the rows of one of its sheets: dates and percentages by the cells' formats.

A workbook is a zip of XML that anybody may have made: what it unfolds to is limited before
anything is unfolded, and a part that declares entities is not opened. Formulas give the values that
Excel saw last; hidden sheets are read only when they are named.
"""

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from generator.load.points.rows import MOST_CELLS, Cell, Row

MOST_BYTES = 5 * 1024 * 1024
MOST_UNFOLDED = 40 * 1024 * 1024
MOST_PARTS = 1_000
MOST_SCANNED = 20_000
_ENCRYPTED = 0x1
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class WorkbookError(Exception):
    """A workbook, or a sheet of it, that cannot be read; the message says why."""


def read_sheet(content: bytes, sheet: str = "") -> list[Row]:
    """Read the rows of the sheet of that name, or of the only one that has anything in it.

    Raises:
        WorkbookError: it is damaged, locked or far too large, or has no such sheet.

    """
    from openpyxl import load_workbook  # noqa: PLC0415 (a seventh of the loading, seldom needed)

    _refuse_unsafe(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a sheet has beside its cells
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return list(_read_rows(_find_sheet(book, sheet)))
    except WorkbookError:
        raise
    except Exception as error:  # its reader raises whatever the XML in it leads to
        raise WorkbookError("The workbook is damaged, or is none.") from error


def _refuse_unsafe(content: bytes) -> None:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        message = "This is a workbook of an old kind, or is locked with a password."
        raise WorkbookError(message)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folded:
            parts = folded.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNFOLDED:
                raise WorkbookError("The workbook unfolds to more than figures need.")
            if any(part.flag_bits & _ENCRYPTED for part in parts):
                raise WorkbookError("The workbook is locked with a password.")
            for part in parts:
                is_xml = part.filename.endswith((".xml", ".rels"))
                if is_xml and _DECLARES.search(folded.read(part).replace(b"\0", b"")):
                    raise WorkbookError("The workbook declares what no workbook does.")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise WorkbookError("The workbook is damaged, or is none.") from error


def _find_sheet(book: Any, name: str) -> Any:  # noqa: ANN401 (openpyxl's own kinds)
    sheets = book.worksheets
    if name:
        for each in sheets:
            if each.title.strip().casefold() == name.strip().casefold():
                return each
        there = ", ".join(f"“{each.title}”" for each in sheets)
        raise WorkbookError(f"The workbook has no sheet “{name}”. Its sheets are: {there}.")
    shown = [each for each in sheets if each.sheet_state == "visible"]
    if not shown:
        raise WorkbookError("The workbook has no sheet to be seen.")
    filled = [each for each in shown if _has_cells(each)] or shown
    if len(filled) == 1:
        return filled[0]
    there = ", ".join(f"“{each.title}”" for each in filled)
    raise WorkbookError(f"The workbook has several sheets, and none is named: {there}.")


def _has_cells(sheet: Any) -> bool:  # noqa: ANN401 (openpyxl's own kinds)
    return any(cell is not None for row in sheet.iter_rows(max_row=50, values_only=True)
               for cell in row)  # fmt: skip


def _read_rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 (openpyxl's own kinds)
    sheet.reset_dimensions()  # what the file says of its size may be anything
    for line, cells in enumerate(sheet.iter_rows(max_col=MOST_CELLS, max_row=MOST_SCANNED), 1):
        yield Row(line, tuple(_read_cell(cell, at) for at, cell in enumerate(cells, 1)))


def _read_cell(cell: Any, column: int) -> Cell:  # noqa: ANN401 (openpyxl's own kinds)
    value = cell.value
    if value is None:
        return Cell("", column)
    if isinstance(value, dt.datetime):
        return Cell(value.date().isoformat(), column, value.date())
    if isinstance(value, dt.date):
        return Cell(value.isoformat(), column, value)
    if isinstance(value, bool):
        return Cell(str(value), column)
    if isinstance(value, int | float):
        if "%" in _LITERAL.sub("", cell.number_format or ""):
            return Cell(f"{_write(value * 100)} %", column)
        return Cell(_write(value), column)
    return Cell(str(value).strip(), column)


def _write(number: float) -> str:
    """Write a number without the digits that only the computer's way of counting added."""
    return f"{number:.15g}" if abs(number) < 1e15 else str(number)  # noqa: PLR2004
