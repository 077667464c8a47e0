"""YAML text to plain values and the place of each: mappings, lists and text, nothing cleverer.

Built on PyYAML's events in one pass, without recursion, so that a deep or tangled file costs no
more than its length. Every plain scalar stays text as it was written (`no` is the word no, and
2026-02-30 can be quoted back to its author); the kind of a field decides what it means.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, NoReturn

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
    Mark,
    Scalar,
    find_behind_sign,
    find_cut_off,
    find_dropped,
    may_be_refused,
    may_cut_off,
    may_drop,
    may_lose_behind_sign,
    refuse,
)
from generator.model.places import NEAR, Keys, Places, Spot
from generator.model.problem import Fault, Place, Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover (a PyYAML without libyaml)
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Value = dict[str, "Value"] | list["Value"] | str | None
GetEvent = Callable[[], Any]
_Spots = dict[Keys, Spot]
MOST_VALUES = 20_000
MOST_ITEMS = 1_000
DEEPEST = 8
_VALUES = frozenset({ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent})
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass
class Parsed:
    """What came of the text: the values, the place of each value and key, and the problems.

    `may_be_blank` is false where it is known that every value has something in it.
    """

    value: Value = None
    places: Places = field(default_factory=Places)
    problems: list[Problem] = field(default_factory=list)
    may_be_blank: bool = True
    find_names: Callable[[], _Spots] = dict

    @cached_property
    def key_places(self) -> _Spots:
        """Where each name stands, which is asked where something is wrong with it."""
        return self.find_names()


def parse_yaml(text: str, path: str, first_line: int = 1) -> Parsed:
    """Parse one YAML document whose first line is line `first_line` of the file at `path`."""
    find_all = partial(_find_all, text, path, first_line)
    places = Places({}, lambda: find_all().places.near)
    parsed = Parsed(None, places, may_be_blank=False, find_names=lambda: find_all().key_places)
    _Builder(parsed, path, first_line, text).build()
    return parsed


def _find_all(text: str, path: str, first_line: int) -> Parsed:
    """Parse a text once more, and note where every value and every name stands."""
    parsed = Parsed()
    _Builder(parsed, path, first_line, text, notes_all=True).build()
    return parsed


class _RefusedError(Exception):
    """What stands here is refused, and nothing behind it is read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Builds the values from events, one at a time; `_open` has the groups that have not ended.

    A record has hundreds of them, so what few texts hold is looked for in the whole text first, and
    where names stand, and values far inside, is noted only if `notes_all`.
    """

    def __init__(
        self, parsed: Parsed, path: str, first_line: int, text: str, *, notes_all: bool = False
    ) -> None:
        self.parsed, self._notes_all, self._count = parsed, notes_all, 0
        self._path, self._first_line, self._text = path, first_line, text
        self._lines = text.split("\n") if "#" in text else []
        self._may_be_refused = may_be_refused(text)
        self._may_drop = may_drop(text)
        self._may_lose = may_cut_off(text) or may_lose_behind_sign(text)
        self._open: list[tuple[Keys, Value, Spot]] = []

    def build(self) -> None:
        """Build the values, as far as the text is YAML that is not refused."""
        try:
            self._build_all(Loader(self._text).get_event)
        except yaml.YAMLError as error:
            problem = explain_syntax(error, self._text, self._path, self._first_line)
        except _RefusedError as refused:
            problem = refused.problem
        else:
            return
        self.parsed.value = None
        self.parsed.problems.append(problem)

    def _build_all(self, get_event: GetEvent) -> None:
        """Build from all events that there are.

        Raises:
            _RefusedError: there is something that is refused.

        """
        get_event = self._watch(get_event) if self._may_drop else get_event
        documents = 0
        while event := get_event():
            if type(event) is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = "A second set of fields begins here."
                    self._refuse(self._find_spot(event), faults.BROKEN_YAML, message)
            elif type(event) in _VALUES:
                self.parsed.value = value = self._read(event)
                self.parsed.places.near[()] = spot = self._find_spot(event)
                self._count += 1
                if type(event) is not ScalarEvent:
                    self._open.append(((), value, spot))
                    self._fill_open(get_event)

    def _fill_open(self, get_event: GetEvent) -> None:
        """Fill the groups that have begun, and those that begin in them, until all have ended."""
        while self._open:
            keys, group, spot = self._open[-1]
            is_noted = self._notes_all or len(keys) < NEAR
            if len(self._open) > DEEPEST:
                self._refuse_tangled(spot)
            elif isinstance(group, list):
                self._fill_list(keys, group, get_event, is_noted=is_noted)
            elif isinstance(group, dict):
                self._fill_mapping(keys, group, get_event, is_noted=is_noted)

    def _fill_list(
        self, keys: Keys, items: list[Value], get_event: GetEvent, *, is_noted: bool
    ) -> None:
        """Read the items of a list until it ends, or a group begins among them."""
        while type(event := get_event()) is not SequenceEndEvent:
            value, spot = self._read(event), self._find_spot(event)
            at = (*keys, len(items))
            items.append(value)
            self._count += 1
            if is_noted:
                self.parsed.places.near[at] = spot
            self._limit(items, spot)
            if type(event) is not ScalarEvent:
                self._open.append((at, value, spot))
                return
        self._open.pop()

    def _fill_mapping(
        self, keys: Keys, fields: dict[str, Value], get_event: GetEvent, *, is_noted: bool
    ) -> None:
        """Read names and their values until the mapping ends, or a group begins among them."""
        is_plain = not (self._may_be_refused or self._may_lose or self._may_drop)
        while type(event := get_event()) is not MappingEndEvent:
            if self._may_be_refused or type(event) is not ScalarEvent:
                self._check_name(event)
            named, name = event, event.value
            at: Keys = (*keys, name)
            if is_second := name in fields:
                self._report_second(at, self._find_spot(named))
            elif self._notes_all:
                self.parsed.key_places[at] = self._find_spot(named)
            event = get_event()
            is_text = type(event) is ScalarEvent
            # Most are text of which nothing can be lost.
            value = event.value if is_plain and is_text else None
            value = value if value and value not in _NOTHING else self._read(event)
            if is_second:  # hangs beside the first of the same name, so that nothing clashes
                at = (*at, self._first_line + event.start_mark.line)
            else:
                fields[name] = value
            self._count += 1
            is_refusable = is_second or not is_plain or len(fields) > MOST_ITEMS
            if not (is_noted or is_refusable or self._count > MOST_VALUES) and is_text:
                continue
            spot = self._find_spot(event if is_text else named)
            if is_noted:
                self.parsed.places.near[at] = spot
            self._limit(fields, spot)
            if not is_text:
                self._open.append((at, value, spot))
                return
        self._open.pop()

    def _read(self, event: Any) -> Value:  # noqa: ANN401 (PyYAML's, by its kind)
        """Read a text, nothing, or a group that is to be filled."""
        if self._may_be_refused and (refused := refuse(event)):
            self._refuse(self._find_spot(event), refused[0], *refused[1])
        if (kind := type(event)) is not ScalarEvent:
            return {} if kind is MappingStartEvent else []
        value: Value = event.value
        if event.implicit[0] and value in _NOTHING:
            value = None
        if self._may_lose:
            value = self._find_lost(event, value)
        if value is None:
            self.parsed.may_be_blank = True
        return value

    def _limit(self, around: Collection[Value], spot: Spot) -> None:
        """Refuse a value if there are more than a record can hold."""
        if len(around) > MOST_ITEMS or len(self.parsed.problems) > MOST_ITEMS:
            message = f"More than {MOST_ITEMS:,} values stand in one list or group here."
            self._refuse(spot, faults.TOO_TANGLED, message)
        if self._count > MOST_VALUES:
            self._refuse_tangled(spot)

    def _refuse_tangled(self, spot: Spot) -> NoReturn:
        message = "The fields hold more than a record can: too deep, or too many values."
        self._refuse(spot, faults.TOO_TANGLED, message)

    def _refuse(self, spot: Spot, fault: Fault, message: str, hint: str = "") -> NoReturn:
        raise _RefusedError(fault.at(Place(self._path, *spot), message, hint))

    def _find_spot(self, event: Any) -> Spot:  # noqa: ANN401 (PyYAML's)
        mark = event.start_mark
        return self._first_line + mark.line, mark.column + 1

    def _check_name(self, event: Any) -> None:  # noqa: ANN401 (PyYAML's, by its kind)
        """Let a name pass, and refuse what can be none."""
        if refused := refuse(event):
            self._refuse(self._find_spot(event), refused[0], *refused[1])
        if type(event) is not ScalarEvent:
            message = "A list or a group stands here where the name of a field belongs."
            hint = "If it is text, put the whole text in quotation marks."
            self._refuse(self._find_spot(event), faults.NOT_FIELDS, message, hint)

    def _report_second(self, keys: Keys, spot: Spot) -> None:
        line = self.parsed.key_places[keys][0]
        message = f"{show(keys[-1])} stands here a second time; the first is on line {line}."
        self.parsed.problems.append(faults.DUPLICATE_KEY.at(Place(self._path, *spot), message))

    def _watch(self, get_event: GetEvent) -> GetEvent:
        """Let comments be reported that begin right behind something, before what comes next."""
        last: Any = None

        def watch() -> Any:  # noqa: ANN401 (PyYAML's)
            nonlocal last
            event = get_event()
            if event and last:
                line, row = self._find_line(last.end_mark)
                found = find_dropped(last.end_mark, event.start_mark, line, self._path, row)
                self.parsed.problems.extend([found] if found else [])
            last = event
            return event

        return watch

    def _find_lost(self, event: Scalar, value: Value) -> Value:
        """Report what a text loses behind its sign, or to a # that cuts it off.

        What is cut off stands for a value without text.
        """
        line, row = self._find_line(event.start_mark)
        if problem := find_behind_sign(event, line, self._path, row):
            self.parsed.problems.append(problem)
        line, row = self._find_line(event.end_mark)
        if event.implicit[0] and (found := find_cut_off(event, line, self._path, row)):
            lost, problem = found
            self.parsed.problems.append(problem)
            return value or lost
        return value

    def _find_line(self, mark: Mark) -> tuple[str, int]:
        """Find the line of a mark, which may lie beyond the last, and its number in the file."""
        line = self._lines[mark.line] if mark.line < len(self._lines) else ""
        return line, self._first_line + mark.line
