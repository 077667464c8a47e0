"""A file's bytes to text, with what can be wrong on the way said at its line and column."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from generator.problem import Place, Problem
from generator.read import faults

MOST_BYTES = 256 * 1024
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with plain line ends, or None if it could not be read, and the problems."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def is_ordinary(file: Path) -> bool:
    """Whether this is a regular file itself: no link, device, pipe or folder."""
    return stat.S_ISREG(file.lstat().st_mode)


def read_text(root: Path, path: str) -> Source:
    """Read the file at `path` below `root`, at most 256 KB of UTF-8."""
    whole = Place(path)
    try:
        if not is_ordinary(root / path):
            message = "This is not an ordinary file but a link or a device."
            return Source(None, (faults.SYMBOLIC_LINK.at(whole, message),))
        with os.fdopen(os.open(root / path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"The file cannot be opened: {error.strerror}."
        return Source(None, (faults.UNREADABLE.at(whole, message),))
    if len(content) > MOST_BYTES:
        message = "The file is larger than 256 KB."
        return Source(None, (faults.TOO_LARGE.at(whole, message),))
    return _decode(content, path)


def _decode(content: bytes, path: str) -> Source:
    problems = []
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "The file is written in UTF-16, not in UTF-8."
        return Source(None, (faults.ENCODING.at(Place(path), message),))
    if content.startswith(b"\xef\xbb\xbf"):
        message = "The file begins with an invisible byte-order mark."
        problems.append(faults.BYTE_ORDER_MARK.at(Place(path), message))
        content = content[3:]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        meant = content[error.start : error.start + 1].decode("cp1252", "replace")
        message = (
            f"The file is not UTF-8: a “{meant}”, perhaps, was saved in an older encoding here."
        )
        return Source(None, (faults.ENCODING.at(Place(path, line, column), message),))
    if "\r" in text:
        problems.append(faults.WINDOWS_LINES.at(Place(path), "The lines end as on Windows."))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(text):
        place = place_at(text, found.start(), path)
        message = f"An invisible character (U+{ord(found[0]):04X}) stands here."
        return Source(None, (*problems, faults.CONTROL_CHARACTER.at(place, message)))
    return Source(text, tuple(problems))


def place_at(text: str, offset: int, path: str) -> Place:
    """Find the line and column of an offset in a text."""
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def read_line(root: Path, place: Place) -> str | None:
    """Read the line that a problem points at, to show it beneath; None if it cannot be shown."""
    text = read_text(root, place.path).text
    lines = text.split("\n") if text is not None else []
    return lines[place.line - 1] if 0 < place.line <= len(lines) else None
