"""Lines whose words stand in columns, parted by tabs, to the table that a reader sees in them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.intake.from_word.blocks import Blocks, Paragraph, Table
from generator.intake.from_word.runs import Span

_FEWEST = 2  # lines, and cells in each


def gather_tables(pieces: Iterable[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """Make a table of two or more lines, one after the other, of equally many cells."""
    for width, group in groupby(pieces, key=_count_cells):
        lines = list(group)
        if width < _FEWEST or len(lines) < _FEWEST:
            yield from lines
        else:
            yield Table(tuple(_split(each) for each in lines if isinstance(each, Paragraph)))


def _count_cells(piece: Paragraph | Table) -> int:
    """Count the cells of a line; none if it is no such line, as an item of a list is not."""
    if not isinstance(piece, Paragraph) or piece.heading or piece.list_level >= 0:
        return 0
    if any(span.picture for span in piece.spans) or "\n" in piece.text:
        return 0
    cells = piece.text.strip(" ").split("\t")
    return len(cells) if cells[0].strip() and cells[-1].strip() else 0


def _split(paragraph: Paragraph) -> tuple[Blocks, ...]:
    cells: list[list[Span]] = [[]]
    for span in paragraph.spans:
        first, *rest = span.text.split("\t")
        cells[-1].append(replace(span, text=first))
        cells += [[replace(span, text=text)] for text in rest]
    return tuple((replace(paragraph, spans=tuple(spans)),) for spans in cells)
