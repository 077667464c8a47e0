"""Every text of a record with its place: fields, quotations, notes of data, link addresses, body.

Takes a record; gives texts as they were written. Judges none of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from generator.check.disguise import Plain, undisguise
from generator.problem import Place
from generator.records import Measure, Part, Record
from generator.records.base import Keys

_AROUND = 300
_TELLING = 12
_BREAK = re.compile(r"[\s<>()\[\]\"'`]")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://|www\.", re.IGNORECASE)


# Between two texts of one record, where no pattern may run on from one into the next.
_APART = "\n\x00\n"


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
    def plain(self) -> Plain:
        """The words in plain signs."""
        return undisguise(self.words)

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


def find_texts(record: Record, holding: re.Pattern[str]) -> Iterator[Text]:
    """Find the texts of a record that hold a pattern, in plain signs: its fields, then its body.

    The comments of the body are among its words: readers do not see them, but the file is public.
    Most records hold nothing that a rule looks for, and are passed over at one look.
    """
    texts, together = _list_texts(_Same(record))
    if holding.search(together):
        yield from (text for text in texts if holding.search(text.plain.words))


class _Same:
    """A record as a key: by which one it is, not by what it says."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.record is self.record

    def __hash__(self) -> int:
        return id(self.record)


@lru_cache(maxsize=2)  # the rules ask for the texts of one record, one after the other
def _list_texts(same: _Same) -> tuple[tuple[Text, ...], str]:
    record = same.record
    texts = [Text(record, words, keys, where) for keys, words, where in _find(record, ())]
    if body := _read_body(record):
        texts.append(Text(record, body))
    return tuple(texts), _APART.join(text.plain.words for text in texts)


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
    """Name a part's fields, each with the key that stands for it in a file."""
    return tuple((name, field.alias or name) for name, field in part.model_fields.items())


def _find(value: object, keys: Keys) -> Iterator[tuple[Keys, str, str]]:
    if isinstance(value, str):
        yield keys, value, "here"
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _find(item, (*keys, index))
    elif isinstance(value, Measure):
        for name, key in _names(type(value)):
            if name != "points":
                yield from _find(getattr(value, name), (*keys, key))
        yield from _find_notes(value, keys)
    elif isinstance(value, Part):
        for name, key in _names(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                yield from _find(inner, (*keys, key))


def _find_notes(measure: Measure, keys: Keys) -> Iterator[tuple[Keys, str, str]]:
    for index, point in enumerate(measure.points):
        if point.note is None:
            continue
        if measure.file:
            where = f"in the note of {point.date.isoformat()} in “{measure.file}”"
            yield (*keys, "file"), point.note, where
        else:
            yield (*keys, "points", index, "note"), point.note, "here"
