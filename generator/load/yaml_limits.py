"""What YAML allows and no field has a use for: references, tags, unseen signs, texts cut short.

Events of PyYAML enter; faults and problems leave. Whoever asks decides whether to read on.
"""

import re
from typing import Any, Protocol

from yaml.events import AliasEvent, ScalarEvent

from generator.load import faults
from generator.load.validation_errors import Words, show
from generator.model.field_types import FORBIDDEN
from generator.model.problem import Fault, Place, Problem

_LONGEST_HINT = 160
# A comment begins with "# "; "Bed #4" is a text that was not meant to end.
_CUT_OFF = re.compile(r"[ \t]+(#[^\s#!].*)")
# What stands behind the sign of a text that begins on the next line, and is no comment.
_BEHIND_SIGN = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(#[^\s#!].*)")
_COMMENT = re.compile(r"[ \t]#[ \t].*")


class Mark(Protocol):
    """Where an event begins or ends: line and column from 0."""

    line: int
    column: int


class Scalar(Protocol):
    """An event that is a text; PyYAML's own type doubts that it knows its place."""

    start_mark: Mark
    end_mark: Mark
    value: str
    implicit: tuple[bool, bool]
    style: str | None


def may_be_refused(text: str) -> bool:
    """Whether there can be anything in a text that `refuse` refuses.

    Whoever decoded the text has refused invisible signs: one can only come from a backslash.
    """
    return any(sign in text for sign in ("&", "*", "!", "\\", "<<"))


def refuse(event: Any) -> tuple[Fault, Words] | None:  # noqa: ANN401 (PyYAML's, by its kind)
    """Refuse references, tags, a request to merge values, and signs that nobody can see.

    Gives the fault with its message and hint, or None where there is nothing to refuse.
    """
    if event.anchor is not None:
        sign = "*" if isinstance(event, AliasEvent) else "&"
        message = f"{show(f'{sign}{event.anchor}')} is read as a reference to another value."
        return faults.ANCHOR_OR_ALIAS, (message, "")
    if event.tag is not None:
        written = event.tag.replace("tag:yaml.org,2002:", "!!")
        return faults.TAG, (f"{show(written)} is read as a YAML tag.", "")
    if not isinstance(event, ScalarEvent):
        return None
    if event.value == "<<" and event.implicit[0]:
        message = "“<<” is read as a request to merge in another value."
        return faults.ANCHOR_OR_ALIAS, (message, "Take it out, and write the fields out in full.")
    if found := FORBIDDEN.search(event.value):
        message = f"An invisible character (U+{ord(found[0]):04X}) stands in this text."
        return faults.CONTROL_CHARACTER, (message, "Take out the backslash and the code after it.")
    return None


def may_cut_off(text: str) -> bool:
    """Whether there can be anything in a text that `find_cut_off` finds."""
    return " #" in text or "\t#" in text


def may_drop(text: str) -> bool:
    """Whether there can be anything in a text that `find_dropped` finds."""
    return any(f"{end}#" in text for end in "\"']},[{")


def may_lose_behind_sign(text: str) -> bool:
    """Whether there can be anything in a text that `find_behind_sign` finds."""
    return "#" in text and _BEHIND_SIGN.search(text) is not None


def find_behind_sign(event: Scalar, line: str, path: str, row: int) -> Problem | None:
    """Find what follows the | or > of a text that begins on the next line, and is dropped.

    The sign stands on `line`, which is line `row` of the file.
    """
    found = _BEHIND_SIGN.match(line, event.start_mark.column) if event.style in {"|", ">"} else None
    if not found:
        return None
    message = f"{show(found[1].strip())} is lost: the text begins on the line below."
    hint = "Write it on the next line, with the rest; in a comment, leave a space around the #."
    return faults.CUT_OFF.at(Place(path, row, found.start(1) + 1), message, hint)


def find_dropped(end: Mark, start: Mark, line: str, path: str, row: int) -> Problem | None:
    """Find what follows a quoted text, a bracket or a comma at once, and is dropped as a comment.

    A value ends at `end`, on `line`, which is line `row` of the file; the next begins at `start`.
    """
    to = start.column if start.line == end.line else len(line)
    at = line.find("#", end.column, to)
    if at < 1 or line[at - 1].isspace():
        return None
    message = (
        f"{show(line[at:].strip())} is lost: what stands right after the value is no part of it."
    )
    hint = "Put all of it inside the quotation marks; before a comment, leave a space."
    return faults.CUT_OFF.at(Place(path, row, at + 1), message, hint)


def find_cut_off(event: Scalar, line: str, path: str, row: int) -> tuple[str, Problem] | None:
    """Find the text that a plain value loses because a # in it begins a comment.

    The value ends on `line`, which is line `row` of the file.
    """
    found = None if event.style else _CUT_OFF.match(line, event.end_mark.column)
    if not found:
        return None
    lost = _COMMENT.split(found[1], maxsplit=1)[0].rstrip(" \t")
    name = line.partition(":")[0].strip(" -")
    whole = f"{event.value} {lost}".strip()
    message = f"From {show(lost)} on, the text is lost: a # after a space begins a comment."
    hint = "Put the whole text in quotation marks; in a comment, leave a space after the #."
    if re.fullmatch(r"[\w-]+", name) and '"' not in whole and "\\" not in whole:
        shown = f'Put the text in quotation marks: {name}: "{whole}"'
        hint = shown if len(shown) <= _LONGEST_HINT else hint
    return lost, faults.CUT_OFF.at(Place(path, row, found.start(1) + 1), message, hint)
