"""YAML text to plain values and the place of each: mappings, lists and text, nothing cleverer.

Built on PyYAML's events in one pass, without recursion, so that a deep or tangled file costs no
more than its length. Every plain scalar stays text as it was written (`no` is the word no, and
2026-02-30 can be quoted back to its author); the kind of a field decides what it means.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.load import faults
from generator.load.validation_errors import show
from generator.load.yaml_errors import explain_syntax
from generator.load.yaml_limits import (
    Scalar,
    ValueEvent,
    find_behind_sign,
    find_cut_off,
    find_dropped,
    may_cut_off,
    may_drop,
    may_hide,
    may_lose_behind_sign,
    refuse_reference,
    refuse_signs,
    refuse_text,
)
from generator.model.base import Keys
from generator.model.problem import Place, Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover (a PyYAML without libyaml)
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Value = dict[str, "Value"] | list["Value"] | str | None
Spot = tuple[int, int]
MOST_VALUES = 20_000
MOST_ITEMS = 1_000
DEEPEST = 8
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Parsed:
    """What came of the text: the values, the place of each value and key, and the problems.

    `may_be_blank` is false where it is known that every value has something in it.
    """

    value: Value = None
    places: dict[Keys, Spot] = field(default_factory=dict)
    key_places: dict[Keys, Spot] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    may_be_blank: bool = True


def parse_yaml(text: str, path: str, first_line: int = 1) -> Parsed:
    """Parse one YAML document whose first line is line `first_line` of the file at `path`."""
    builder = _Builder(path, first_line, text)
    try:
        is_whole = builder.build(Loader(text).get_event)
    except yaml.YAMLError as error:
        builder.parsed.problems.append(explain_syntax(error, text, path, first_line))
        is_whole = False
    if not is_whole:
        builder.parsed.value = None
    return builder.parsed


@dataclass(slots=True)
class _Open:
    """A mapping or a list that has begun and not ended; `keys` is where it hangs.

    In a mapping, `key` is the name that waits for its value, `key_spot` where that name stands, and
    `value_keys` where the value will hang.
    """

    keys: Keys
    value: dict[str, Value] | list[Value]
    is_list: bool
    key: str | None = None
    key_is_new: bool = True
    key_spot: Spot = (1, 1)
    value_keys: Keys = ()


class _Builder:
    """Builds the values from events, one at a time.

    A record has hundreds of them, so what few texts hold is looked for in the whole text first.
    """

    def __init__(self, path: str, first_line: int, text: str) -> None:
        self.parsed = Parsed(may_be_blank=False)
        self._path = path
        self._first_line = first_line
        self._lines = text.split("\n")
        self._may_hide = may_hide(text)
        self._may_cut_off = may_cut_off(text)
        self._may_drop = may_drop(text)
        self._may_lose_behind_sign = may_lose_behind_sign(text)
        self._open: list[_Open] = []
        self._top: _Open | None = None
        self._documents = 0
        self._last: Any = None

    def build(self, get_event: Callable[[], Any]) -> bool:
        """Build from all events that there are; False when it had to stop before the last."""
        while event := get_event():
            kind = type(event)
            if self._may_drop:
                self._find_dropped(event)
            if kind is ScalarEvent:
                if not self._take_scalar(event):
                    return False
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._open.pop()
                self._top = self._open[-1] if self._open else None
            elif not self._take_other(event, kind):
                return False
        return True

    def _take_other(self, event: Any, kind: type) -> bool:  # noqa: ANN401 (PyYAML's, by its kind)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._take_group(event, is_list=kind is SequenceStartEvent)
        if kind is AliasEvent:
            return self._stop(refuse_reference(event.anchor, "*", self._find_place(event)))
        if kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                message = "A second set of fields begins here."
                return self._stop(faults.BROKEN_YAML.at(self._find_place(event), message))
        return True

    def _find_place(self, event: ValueEvent) -> Place:
        mark = event.start_mark
        return Place(self._path, self._first_line + mark.line, mark.column + 1)

    def _take_scalar(self, event: Scalar) -> bool:
        if event.anchor is not None or event.tag is not None:
            return self._stop(refuse_signs(event, self._find_place(event)))
        if self._may_hide and (problem := refuse_text(event, self._find_place(event))):
            return self._stop(problem)
        mark, text, parent = event.start_mark, event.value, self._top
        spot = (self._first_line + mark.line, mark.column + 1)
        if parent is not None and parent.key is None and not parent.is_list:
            self._take_key(text, parent, spot)
            return True
        value: Value = text
        if self._may_lose_behind_sign:
            row = mark.line
            if problem := find_behind_sign(event, self._lines[row], self._path, spot[0]):
                self.parsed.problems.append(problem)
        if event.implicit[0] and (self._may_cut_off or text in _NOTHING):
            value = self._read_plain(event, text)
        self.parsed.places[self._hang(value, parent, spot)] = spot
        return self._is_bearable(parent, spot)

    def _read_plain(self, event: Scalar, text: str) -> Value:
        """Read a text without quotation marks, which may stand for nothing, or be cut off."""
        value: Value = None if text in _NOTHING else text
        if self._may_cut_off:
            value = self._find_cut_off(event, value)
        if value is None:
            self.parsed.may_be_blank = True
        return value

    def _take_group(self, event: ValueEvent, *, is_list: bool) -> bool:
        mark, parent = event.start_mark, self._top
        if event.anchor is not None or event.tag is not None:
            return self._stop(refuse_signs(event, self._find_place(event)))
        if parent is not None and parent.key is None and not parent.is_list:
            message = "A list or a group stands here where the name of a field belongs."
            hint = "If it is text, put the whole text in quotation marks."
            return self._stop(faults.NOT_FIELDS.at(self._find_place(event), message, hint))
        value: dict[str, Value] | list[Value] = [] if is_list else {}
        spot = (self._first_line + mark.line, mark.column + 1)
        keys = self._hang(value, parent, spot)
        if parent is not None and not parent.is_list:
            spot = parent.key_spot
        self.parsed.places[keys] = spot
        self._top = _Open(keys, value, is_list)
        self._open.append(self._top)
        return self._is_bearable(parent, spot)

    def _take_key(self, name: str, parent: _Open, spot: Spot) -> None:
        keys, known = (*parent.keys, name), self.parsed.key_places
        parent.key, parent.key_spot, parent.value_keys = name, spot, keys
        parent.key_is_new = known.setdefault(keys, spot) is spot
        if parent.key_is_new:
            return
        message = f"{show(name)} stands here a second time; the first is on line {known[keys][0]}."
        self.parsed.problems.append(faults.DUPLICATE_KEY.at(Place(self._path, *spot), message))

    def _hang(self, value: Value, parent: _Open | None, spot: Spot) -> Keys:
        """Hang a value where it belongs, and say where that is."""
        if parent is None:
            self.parsed.value = value
            return ()
        inside = parent.value
        if isinstance(inside, list):
            inside.append(value)
            return (*parent.keys, len(inside) - 1)
        name, parent.key = parent.key or "", None
        if parent.key_is_new:
            inside[name] = value
            return parent.value_keys
        # A second value of the same key hangs beside the first, so that nothing clashes.
        return (*parent.value_keys, spot[0])

    def _is_bearable(self, parent: _Open | None, spot: Spot) -> bool:
        """Whether these are no more values than a record can hold, and none deeper."""
        told = self.parsed
        if parent and (len(parent.value) > MOST_ITEMS or len(told.problems) > MOST_ITEMS):
            message = f"More than {MOST_ITEMS:,} values stand in one list or group here."
            return self._stop(faults.TOO_TANGLED.at(Place(self._path, *spot), message))
        if len(self._open) > DEEPEST or len(told.places) > MOST_VALUES:
            message = "The fields hold more than a record can: too deep, or too many values."
            return self._stop(faults.TOO_TANGLED.at(Place(self._path, *spot), message))
        return True

    def _find_cut_off(self, event: Scalar, value: Value) -> Value:
        """Report a value that a # cuts off, and let what it loses stand for one without text."""
        row = event.end_mark.line
        if row >= len(self._lines):
            return value
        found = find_cut_off(event, self._lines[row], self._path, self._first_line + row)
        if found is None:
            return value
        lost, problem = found
        self.parsed.problems.append(problem)
        return value or lost

    def _find_dropped(self, event: Any) -> None:  # noqa: ANN401 (PyYAML's)
        """Report a comment that begins right behind something, between this event and the last."""
        last, self._last = self._last, event
        if last is None or last.end_mark.line >= len(self._lines):
            return
        row = self._first_line + last.end_mark.line
        line = self._lines[last.end_mark.line]
        if problem := find_dropped(last.end_mark, event.start_mark, line, self._path, row):
            self.parsed.problems.append(problem)

    def _stop(self, problem: Problem) -> bool:
        self.parsed.problems.append(problem)
        return False
