"""YAML text to plain values and the place of each: mappings, lists and text, nothing cleverer.

Built on PyYAML's events in one pass, without recursion, so that a deep or tangled file costs no
more than its length. Every plain scalar stays text as it was written (`no` is the word no, and
2026-02-30 can be quoted back to its author); the kind of a field decides what it means.
"""

import re
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from generator.problem import Place, Problem
from generator.read import faults
from generator.read.refusals import show
from generator.read.syntax import explain_syntax
from generator.records.base import Keys
from generator.records.types import FORBIDDEN

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover (a PyYAML without libyaml)
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Value = dict[str, "Value"] | list["Value"] | str | None
Spot = tuple[int, int]
MOST_VALUES = 20_000
MOST_ITEMS = 1_000
DEEPEST = 8
_LONGEST_HINT = 160
# A comment begins with "# "; "Bed #4" is a text that was not meant to end.
_CUT_OFF = re.compile(r"[ \t]+(#[^\s#!].*)")
_COMMENT = re.compile(r"[ \t]#[ \t].*")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Parsed:
    """What came of the text: the values, the place of each value and key, and the problems."""

    value: Value = None
    places: dict[Keys, Spot] = field(default_factory=dict)
    key_places: dict[Keys, Spot] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse_yaml(text: str, path: str, first_line: int = 1) -> Parsed:
    """Parse one YAML document whose first line is line `first_line` of the file at `path`."""
    builder = _Builder(path, first_line, text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=Loader):
            if not builder.take(event):
                builder.parsed.value = None
                break
    except yaml.YAMLError as error:
        builder.parsed.problems.append(explain_syntax(error, text, path, first_line))
        builder.parsed.value = None
    return builder.parsed


@dataclass(slots=True)
class _Open:
    """A mapping or a list that has begun and not ended; `keys` is where it hangs."""

    keys: Keys
    value: dict[str, Value] | list[Value]
    key: str | None = None
    key_is_new: bool = True
    spot: Spot = (1, 1)


class _Builder:
    """Builds the values from events, one at a time."""

    def __init__(self, path: str, first_line: int, lines: list[str]) -> None:
        self.parsed = Parsed()
        self._lines = lines
        self._path = path
        self._first_line = first_line
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; False when the document has no more to give."""
        if isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            spot = self._find_spot(event)
            message = "A second set of fields begins here."
            return self._documents == 1 or self._stop(faults.BROKEN_YAML, spot, message)
        elif isinstance(event, NodeEvent):
            parent = self._open[-1] if self._open else None
            spot = self._find_spot(event)
            if self._refuses(event, spot):
                return False
            if parent and isinstance(parent.value, dict) and parent.key is None:
                return self._take_key(event, parent, spot)
            return self._take_value(event, parent, spot)
        return True

    def _find_spot(self, event: yaml.Event) -> Spot:
        mark = event.start_mark
        return (self._first_line + mark.line, mark.column + 1) if mark else (self._first_line, 1)

    def _take_key(self, event: NodeEvent, parent: _Open, spot: Spot) -> bool:
        if not isinstance(event, ScalarEvent):
            message = "A list or a group stands here where the name of a field belongs."
            hint = "If it is text, put the whole text in quotation marks."
            return self._stop(faults.NOT_FIELDS, spot, message, hint)
        keys = (*parent.keys, event.value)
        parent.key, parent.spot = event.value, spot
        parent.key_is_new = keys not in self.parsed.key_places
        if parent.key_is_new:
            self.parsed.key_places[keys] = spot
        else:
            first = self.parsed.key_places[keys][0]
            message = (
                f"{show(event.value)} stands here a second time; the first is on line {first}."
            )
            self._report(faults.DUPLICATE_KEY, spot, message)
        return True

    def _take_value(self, event: NodeEvent, parent: _Open | None, spot: Spot) -> bool:
        keys: Keys = ()
        is_new = True
        value: Value
        if isinstance(event, ScalarEvent):
            value = None if event.implicit[0] and event.value in _NOTHING else event.value
            if rest := self._find_cut_off(event):
                value = value or rest
        else:
            value = {} if isinstance(event, MappingStartEvent) else []
        if parent is None:
            self.parsed.value = value
        elif isinstance(parent.value, list):
            keys = (*parent.keys, len(parent.value))
            parent.value.append(value)
        else:
            name, is_new = parent.key or "", parent.key_is_new
            # A second value of the same key hangs beside the first, so that nothing clashes.
            keys = (*parent.keys, name) if is_new else (*parent.keys, name, spot[0])
            if is_new:
                parent.value[name] = value
            parent.key = None
            if not isinstance(event, ScalarEvent):
                spot = parent.spot
        self.parsed.places[keys] = spot
        if not isinstance(value, str | None):
            self._open.append(_Open(keys, value))
        if parent and max(len(parent.value), len(self.parsed.problems)) > MOST_ITEMS:
            message = f"More than {MOST_ITEMS:,} values stand in one list or group here."
            return self._stop(faults.TOO_TANGLED, spot, message)
        if len(self._open) > DEEPEST or len(self.parsed.places) > MOST_VALUES:
            message = "The fields hold more than a record can: too deep, or too many values."
            return self._stop(faults.TOO_TANGLED, spot, message)
        return True

    def _refuses(self, event: NodeEvent, spot: Spot) -> bool:
        """Refuse what YAML allows and a record has no use for: references, tags, unseen signs."""
        if isinstance(event, AliasEvent) or event.anchor is not None:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"{show(f'{sign}{event.anchor}')} is read as a reference to another value."
            return not self._stop(faults.ANCHOR_OR_ALIAS, spot, message)
        tag = getattr(event, "tag", None)
        if tag is not None:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            return not self._stop(faults.TAG, spot, f"{show(written)} is read as a YAML tag.")
        if isinstance(event, ScalarEvent) and event.value == "<<" and event.implicit[0]:
            message = "“<<” is read as a request to merge in another value."
            hint = "Take it out, and write the fields out in full."
            return not self._stop(faults.ANCHOR_OR_ALIAS, spot, message, hint)
        if isinstance(event, ScalarEvent) and (found := FORBIDDEN.search(event.value)):
            message = f"An invisible character (U+{ord(found[0]):04X}) stands in this text."
            hint = "Take out the backslash and the code after it."
            return not self._stop(faults.CONTROL_CHARACTER, spot, message, hint)
        return False

    def _find_cut_off(self, event: ScalarEvent) -> str:
        """Find the text that a plain value loses because a # in it begins a comment."""
        mark = event.end_mark
        if not event.implicit[0] or event.style or not mark or mark.line >= len(self._lines):
            return ""
        line = self._lines[mark.line]
        found = _CUT_OFF.match(line, mark.column)
        if not found:
            return ""
        lost = _COMMENT.split(found[1], maxsplit=1)[0].rstrip(" \t")
        name = line.partition(":")[0].strip(" -")
        whole = f"{event.value} {lost}".strip()
        message = f"From {show(lost)} on, the text is lost: a # after a space begins a comment."
        hint = "Put the whole text in quotation marks; in a comment, leave a space after the #."
        if re.fullmatch(r"[\w-]+", name) and '"' not in whole and "\\" not in whole:
            shown = f'Put the text in quotation marks: {name}: "{whole}"'
            hint = shown if len(shown) <= _LONGEST_HINT else hint
        spot = (self._first_line + mark.line, found.start(1) + 1)
        self._report(faults.CUT_OFF, spot, message, hint)
        return lost

    def _report(self, fault: faults.Fault, spot: Spot, message: str, hint: str = "") -> None:
        self.parsed.problems.append(fault.at(Place(self._path, *spot), message, hint))

    def _stop(self, fault: faults.Fault, spot: Spot, message: str, hint: str = "") -> bool:
        self._report(fault, spot, message, hint)
        return False
