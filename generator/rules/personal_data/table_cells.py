"""The text of a file to passages: each row of a table, or all of it where it is no table.

Every column counts, whatever it is called, and a cell is led by the name of its column, without
which ten digits are only digits. Reads tables more loosely than a measure's, for anybody may have
left them: divided by any of the usual signs, with a quotation mark left open.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TABLES = (".csv", ".tsv", ".tab")
_SIGNS = ",;\t|"
# What is quoted ends at the next mark, or with the file: nothing here is ever read twice.
_CELLS = {
    sign: re.compile(rf'((?:"[^"]*+(?:"|\Z)|[^"\n{re.escape(sign)}])*+)({re.escape(sign)}|\n|\Z)')
    for sign in _SIGNS
}
# A row of figures or addresses is no row of names.
_NAME = re.compile(r"[^\W\d_][^\d@:]{0,39}")
_PLAIN = frozenset({"date", "value", "n", "note"})
_NAMED = ": "
_APART = "; "


class Piece(NamedTuple):
    """Where a cell begins among the words of a passage and in the file, and how long it is there.

    The name of a column stands for the cell below it, and has no length.
    """

    at: int
    origin: int
    length: int


class Passage(NamedTuple):
    """Words that stand together in a file, and where they come from."""

    words: str
    pieces: tuple[Piece, ...]


def list_rows(source: str, path: str) -> Iterator[Passage]:
    """Find the passages of the file at `path`."""
    if not path.lower().endswith(_TABLES):
        yield Passage(source, (Piece(0, 0, len(source)),))
        return
    first = source.lstrip().partition("\n")[0]
    cells = _CELLS[max(_SIGNS, key=first.count)]
    names: dict[int, str] = {}
    row: list[tuple[int, int, str]] = []
    has_names, column = False, 0
    for found in cells.finditer(source):
        if words := found[1].strip().strip('"').strip():
            row.append((column, found.start() + found[1].index(words), words))
        column += 1
        if found[2] not in {"\n", ""}:
            continue
        if row:
            yield _join(row, names)
            if not has_names:
                names = {column: name for column, _, name in row if _may_name(name)}
                has_names = True
        row, column = [], 0


def _may_name(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and words.lower() not in _PLAIN


def _join(row: list[tuple[int, int, str]], names: dict[int, str]) -> Passage:
    told: list[str] = []
    pieces = []
    at = 0
    for column, origin, words in row:
        if name := names.get(column):
            pieces.append(Piece(at, origin, 0))
            told += (name, _NAMED)
            at += len(name) + len(_NAMED)
        pieces.append(Piece(at, origin, len(words)))
        told += (words, _APART)
        at += len(words) + len(_APART)
    return Passage("".join(told), tuple(pieces))
