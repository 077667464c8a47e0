"""Every text of a record with its place: fields, quotations, notes of data, link addresses, body.

Takes a record; gives texts as they were written. Judges none of them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.load.referenced_files import PARTS
from generator.model import Attachment, Measure, NewPoints, Part, Record
from generator.model.attachment import NO_TEXT
from generator.model.places import Keys
from generator.model.problem import Place
from generator.rules.personal_data.disguise import PlainText, is_plain, to_plain_text
from generator.rules.personal_data.table_cells import Passage, Piece, list_rows

_AROUND = 300
_TELLING = 12
_BREAK = re.compile(r"[\s<>()\[\]\"'`]")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://|www\.", re.IGNORECASE)
# Figures with no more than three signs between one and the next, and how many signs before and
# after them most patterns look at.
_FIGURES = re.compile(r"[0-9](?:.{0,3}[0-9])*", re.DOTALL)
_BEFORE, _AFTER = 2, 5
_MARKS = bytes(ord("0") if bytes([code]).isdigit() else ord(" ") for code in range(256))
_LETTERS = bytes(
    ord(bytes([code]).lower()) if bytes([code]).isalpha() else ord(" ") for code in range(256)
)
# Between two texts of one record, where no pattern may run on from one into the next.
_APART = "\n\x00\n"
_GROUPS = (tuple, Part)
_Found = tuple[Keys, str, str]


@dataclass(frozen=True)
class Text:
    """One text of a record: its words, and the path of its field, empty for the body.

    `where` says in words which note of a data file it is; otherwise its place is enough.
    """

    record: Record
    words: str
    keys: Keys = ()
    where: str = "here"

    @cached_property
    def plain(self) -> PlainText:
        """The words in plain signs."""
        return to_plain_text(self.words)

    @property
    def is_contact(self) -> bool:
        """Whether it stands in the field for those who may be asked."""
        return self.keys[:1] == ("contact",)

    @property
    def is_said(self) -> bool:
        """Whether it is the body or a quotation."""
        return not self.keys or self.keys[-1] == "quote"

    def place(self, offset: int) -> Place:
        """Find the line and column of an offset.

        How a field was quoted and folded is not kept; where its words cannot be found again, the
        place is that at which its value begins.
        """
        if self.keys:
            return self._place_in_field(offset)
        row = bisect_right(self._line_starts, offset) - 1
        column = offset - self._line_starts[row] + 1
        return Place(self.record.path, self.record.body.line + row, column)

    def _place_in_field(self, offset: int) -> Place:
        place, source = self.record.place(*self.keys), self.record.origin.source
        found = self.words[offset : offset + _TELLING].partition("\n")[0]
        if not found or self.where != "here":
            return place
        lines = source.split("\n")
        start = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
        at = source.find(found, start, start + 2 * len(self.words) + _AROUND)
        if at < 0:
            return place
        line = source.count("\n", 0, at) + 1
        return Place(place.path, line, at - source.rfind("\n", 0, at))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in re.finditer("\n", self.words)))


@dataclass(frozen=True)
class Row(Text):
    """A passage of a file that is no record."""

    pieces: tuple[Piece, ...] = ()

    def place(self, offset: int) -> Place:
        """Find the line and column of an offset; those of a cell for the name that leads it."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.at) - 1
        piece = self.pieces[index]
        at = piece.origin + min(offset - piece.at, piece.length)
        starts = _find_lines(_Same(self.record))
        line = bisect_right(starts, at)
        return Place(self.record.path, line, at - starts[line - 1] + 1)


def list_texts(
    record: Record, holding: re.Pattern[str], may_hold: Callable[["Look"], bool] | None = None
) -> Iterator[Text]:
    """Find the texts of a record that hold a pattern, in plain signs: its fields, then its body.

    The comments of the body are among its words: readers do not see them, but the file is public.
    Most records hold nothing that a rule looks for, and are passed over at one look: `may_hold`
    says whether they may.
    """
    same = _Same(record.own)
    if may_hold is None or may_hold(_put_together(same)):
        yield from _choose(same, holding)


def look_at(record: Record) -> "Look":
    """Take the look at a record that says whether it may hold something."""
    return _put_together(_Same(record.own))


def list_figures(record: Record, holding: re.Pattern[str]) -> Iterator[Text]:
    """Find the texts of a record that hold a pattern of figures, as `list_texts` does.

    What matches begins with a figure, has at most three signs between one figure and the next,
    five after the last, and looks at the two before the first.
    """
    same = _Same(record.own)
    if holding.search(_put_together(same).figures):
        yield from _choose(same, holding)


def _choose(same: "_Same", holding: re.Pattern[str]) -> Iterator[Text]:
    """Choose the texts that hold a pattern: all of them are looked through as one."""
    together, at = _put_together(same), 0
    while found := holding.search(together.plain, at):
        index = bisect_right(together.starts, found.start())
        yield _make_text(same, index - 1)
        if index == len(together.starts):
            return
        at = together.starts[index]


class _Same:
    """A record as a key: by which one it is, not by what it says."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.record is self.record

    def __hash__(self) -> int:
        return id(self.record)


class Look(NamedTuple):
    """All texts of a record in one, in plain signs, and what of it most rules look at.

    `words` are those of English letters, in small letters; `starts` are the offsets in `plain` at
    which each text begins.
    """

    plain: str
    small: str
    figures: str
    words: frozenset[bytes]
    starts: tuple[int, ...]


def as_words(words: str) -> frozenset[bytes]:
    """Make a set of a text's words, in small letters: bytes take no time to divide."""
    return frozenset(words.encode(errors="replace").translate(_LETTERS).split())


def with_any(*parts: str) -> Callable[[Look], bool]:
    """Make a look that is content with any of some signs, which are in small letters."""
    return lambda look: any(map(look.small.__contains__, parts))


def with_word(words: str) -> Callable[[Look], bool]:
    """Make a look that is content with any of some words, which are in small letters."""
    known = as_words(words)
    return lambda look: not known.isdisjoint(look.words)


def with_written(words: str) -> Callable[[Look], bool]:
    """Make a look that is content with any of some words, capitals and all."""
    written: dict[bytes, list[str]] = defaultdict(list)
    for word in words.split():
        written[word.lower().encode()].append(word)
    known = frozenset(written)

    def is_written(look: Look) -> bool:
        forms = (form for word in known & look.words for form in written[word])
        return any(map(look.plain.__contains__, forms))

    return is_written


def with_all(*looks: Callable[[Look], bool]) -> Callable[[Look], bool]:
    """Make a look that is content where each of some others is."""
    return lambda look: all(each(look) for each in looks)


@lru_cache(maxsize=2)  # the rules ask for the texts of one record, one after the other
def _put_together(same: _Same) -> Look:
    texts = [words for _, words, _ in _find_each(same)]
    plain = _APART.join(texts)
    if not is_plain(plain):
        texts = [to_plain_text(words).words for words in texts]
        plain = _APART.join(texts)
    ends = accumulate(len(text) + len(_APART) for text in texts)
    starts = (0, *ends)[: len(texts)]
    runs = _list_runs(plain)
    figures = _APART.join(plain[max(0, start - _BEFORE) : end + _AFTER] for start, end in runs)
    return Look(plain, plain.lower(), figures, as_words(plain), starts)


def _list_runs(plain: str) -> Iterator[tuple[int, int]]:
    """List where figures stand; among bytes the first of them takes next to no time to find."""
    marks = plain.encode("ascii", "replace").translate(_MARKS)
    start = marks.find(b"0")
    while found := _FIGURES.match(plain, start) if start >= 0 else None:
        yield found.span()
        start = marks.find(b"0", found.end())


@lru_cache(maxsize=2)
def _find_each(same: _Same) -> list[_Found]:
    return _find(same.record)


@lru_cache(maxsize=2)
def _find_lines(same: _Same) -> tuple[int, ...]:
    """Find where each line of an attachment begins."""
    return (0, *(found.end() for found in re.finditer("\n", same.record.origin.source)))


@lru_cache(maxsize=2)
def _list_rows(same: _Same) -> tuple[Passage, ...]:
    """Find the rows of an attachment; the parts of a site, such as styles, are nobody's words."""
    source, path = same.record.origin.source, same.record.path
    is_read = source not in {"", NO_TEXT} and not path.endswith(PARTS)
    return tuple(list_rows(source, path)) if is_read else ()


@lru_cache(maxsize=16)  # of the texts of a record, few are asked for, by one rule after another
def _make_text(same: _Same, index: int) -> Text:
    record = same.record
    if isinstance(record, Attachment):
        row = _list_rows(same)[index]
        return Row(record, row.words, ("row",), pieces=row.pieces)
    keys, words, where = _find_each(same)[index]
    return Text(record, words, keys, where)


def _find(record: Record) -> list[_Found]:
    found: list[_Found] = []
    if isinstance(record, Attachment):
        return [(("row",), row.words, "here") for row in _list_rows(_Same(record))]
    _find_in(record, (), found)
    if body := _read_body(record):
        found.append(((), body, "here"))
    return found


def _read_body(record: Record) -> str:
    source = record.origin.source
    if "<!--" not in source:
        return record.body.markdown
    return "\n".join(source.split("\n")[record.body.line - 1 :])


def is_in_address(words: str, offset: int) -> bool:
    """Whether an offset lies inside a web address."""
    return _ADDRESS.search(_chunk_before(words, offset)) is not None


def _chunk_before(words: str, offset: int) -> str:
    return _BREAK.split(words[max(0, offset - _AROUND) : offset])[-1]


@cache
def _names(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """Name a part's fields, each with the key that stands for it in a file.

    Of points, which are many, only the notes are texts: `_find_notes` finds them.
    """
    fields = part.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if name != "points")


def _find_in(value: object, keys: Keys, found: list[_Found]) -> None:
    if isinstance(value, str):
        found.append((keys, value, "here"))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _find_in(item, (*keys, index), found)
    elif isinstance(value, Part):
        for name, key in _names(type(value)):
            inner = getattr(value, name)
            if isinstance(inner, str):  # most are, or hold none
                found.append(((*keys, key), inner, "here"))
            elif isinstance(inner, _GROUPS):
                _find_in(inner, (*keys, key), found)
        if isinstance(value, Measure | NewPoints):
            found += _find_notes(value, keys)


def _find_notes(measure: Measure | NewPoints, keys: Keys) -> Iterator[_Found]:
    """Find the notes of points; those of a data file are read where they stand, with all else."""
    for index, point in enumerate(measure.points):
        if point.note is not None and not (measure.file and _is_walked(measure.file)):
            place = (*keys, "file") if measure.file else (*keys, "points", index, "note")
            where = f"in the note of {point.date.isoformat()} in “{measure.file}”"
            yield place, point.note, where if measure.file else "here"


def _is_walked(name: str) -> bool:
    """Whether a file is met among the others: one whose name begins so is passed over."""
    return not name.startswith(("_", "."))
