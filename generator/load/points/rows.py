"""A file or a pasted text to rows of cells, whatever divides them; each knows its place."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_CELLS = 100
_SAMPLE = 40
_TYPED = re.compile(
    r"\s*\|\s*|:\s+|\s{2,}|(?<=[\d%])\s+(?=[-+]?[\d#])|\s+(?=(?:-|n/?a|#\S+)$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and at which column of its line; a workbook knows more of it."""

    text: str
    column: int = 1
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, its line, and that line's text where it was typed."""

    line: int
    cells: tuple[Cell, ...]
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.text for cell in self.cells)


class BrokenRowError(Exception):
    """A row that cannot be divided into cells, at its line."""

    def __init__(self, line: int) -> None:
        """Keep the line."""
        super().__init__(line)
        self.line = line


def split_rows(text: str, *, is_typed: bool = False) -> Iterator[Row]:
    """Split a text into rows: at commas, semicolons or tabs, as `sep=` or most lines say.

    One that was typed may be divided by spaces.

    Raises:
        BrokenRowError: a quotation mark was left open.

    """
    lines = text.split("\n")
    start = 0
    sign = ""
    if found := re.fullmatch(r'\ufeff?"?sep=(.)"?\s*', lines[0], re.IGNORECASE):
        sign, start = found[1], 1
        text = text.partition("\n")[2]
    sign = sign or _find_sign(lines)
    if is_typed:
        yield from _split_typed(lines[start:], sign)
        return
    reader = csv.reader(io.StringIO(text), delimiter=sign or ",", strict=False)
    try:
        for cells in reader:
            line = reader.line_num + start
            yield Row(line, tuple(_place(cells, lines[line - 1])))
    except csv.Error as error:
        raise BrokenRowError(max(reader.line_num, 1) + start) from error


def _find_sign(lines: Iterable[str]) -> str:
    """Find what divides the cells: the sign that most of the first lines have; tabs come first."""
    told = [line for line in lines if line.strip()][:_SAMPLE]
    bare = ["".join(line.split('"')[::2]) for line in told]
    for sign in ("\t", ";"):
        if 2 * sum(sign in line for line in bare) > len(bare):
            return sign
    counts = {sign: sum(sign in line for line in bare) for sign in ",;\t|"}
    return max(counts, key=lambda sign: counts[sign]) if any(counts.values()) else ""


def _split_typed(lines: Iterable[str], sign: str) -> Iterator[Row]:
    """Split lines one by one: a person may change from commas to spaces on the way."""
    for number, line in enumerate(lines, 1):
        bare = line.strip().removeprefix("- ").removeprefix("* ").strip("| ")
        if sign and sign in bare:
            cells = next(csv.reader([bare], delimiter=sign), [])
            cells = [*cells[:3], ", ".join(map(str.strip, cells[3:]))]  # a note may hold commas
        else:
            cells = _TYPED.split(bare, maxsplit=3)
        yield Row(number, tuple(_place(cells, line)), line)


def _place(cells: Iterable[str], line: str) -> Iterator[Cell]:
    """Find where in its line each cell begins; 1 if it is empty or runs over lines."""
    at = 0
    for cell in cells:
        text = cell.strip()
        found = line.find(text, at) if text else -1
        yield Cell(text, found + 1 if found >= 0 else 1)
        if found >= 0:
            at = found + len(text)
