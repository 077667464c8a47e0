"""A file's bytes to text, with what can be wrong on the way said at its line and column."""

import contextlib
import csv
import io
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from generator.load import faults
from generator.model.attachment import NO_TEXT
from generator.model.field_types import FORBIDDEN
from generator.model.problem import Place, Problem

MOST_BYTES = 256 * 1024
_SAVE_AS_TEXT = "Copy its words into a plain text editor, and save them there as UTF-8."
PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx, .docx, .odt; .xls, .doc
_LONGEST_LETTER = 4  # bytes of UTF-8
_SHOWN = (".md", ".csv", ".yml")
# The signs of ASCII that anybody can see, a tab and a new line.
_SEEN = bytes([9, 10, *range(32, 127)])


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
    return decode_text(read_bytes(root, path), path)


def read_beginning(root: Path, path: str) -> bytes:
    """Read the first 256 KB of an ordinary file; nothing of what is none, or cannot be read."""
    with contextlib.suppress(OSError):
        opened = os.open(f"{root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(opened, "rb") as file:
            if stat.S_ISREG(os.fstat(opened).st_mode):
                return file.read(MOST_BYTES)
    return b""


def read_bytes(root: Path, path: str, most: int = MOST_BYTES) -> bytes | Problem:
    """Read the bytes of an ordinary file of at most `most`, or say why they cannot be read."""
    whole = Place(path)
    try:
        file = f"{root}/{path}"  # as text, which costs nothing
        found = os.lstat(file)
        if not stat.S_ISREG(found.st_mode):
            message = "This is a link or a device, not an ordinary file."
            return faults.SYMBOLIC_LINK.at(whole, message)
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW), "rb") as opened:
            content = opened.read(min(found.st_size, most) + 1)
            if len(content) > found.st_size:  # it has grown since
                content += opened.read(most)
    except OSError as error:
        message = f"The file cannot be opened: {error.strerror}."
        return faults.UNREADABLE.at(whole, message)
    if len(content) > most:
        message = f"The file is larger than {_say_size(most)}."
        return faults.TOO_LARGE.at(whole, message)
    return content


def _say_size(most: int) -> str:
    return f"{most // 1024} KB" if most < 1024**2 else f"{most // 1024**2} MB"


def decode_loosely(content: bytes) -> str:
    """Decode whatever text bytes may be, to look through it; `NO_TEXT` if they are none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            # A letter that was cut in two at the end is no sign of an older encoding.
            is_cut = len(content) - error.start < _LONGEST_LETTER
            text = content.decode("utf-8-sig" if is_cut else "cp1252", "replace")
    if content.startswith(PACKED) or NO_TEXT in text:
        return NO_TEXT
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def decode_text(content: bytes | Problem, path: str) -> Source:
    """Decode what was read of the file at `path`, or hand on why it could not be."""
    if isinstance(content, Problem):
        return Source(None, (content,))
    problems = []
    if content.startswith(PACKED):
        message = "This is a workbook or a document of an office program, not a file of text."
        return Source(None, (faults.ENCODING.at(Place(path), message, _SAVE_AS_TEXT),))
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
        sign = f"“{meant}”, perhaps," if meant.isprintable() and meant != "\ufffd" else "a letter"
        message = f"The file is not UTF-8: {sign} was saved here in an older encoding."
        return Source(None, (faults.ENCODING.at(Place(path, line, column), message),))
    if "\r" in text:
        text = text.replace("\r\n", "\n")  # as a checkout on Windows has them
    if "\r" in text:
        message = "Lines end here as on very old computers."
        problems.append(faults.WINDOWS_LINES.at(Place(path), message))
        text = text.replace("\r", "\n")
    if found := find_forbidden(text):
        place = place_at(text, found.start(), path)
        message = f"An invisible character (U+{ord(found[0]):04X}) stands here."
        return Source(None, (*problems, faults.CONTROL_CHARACTER.at(place, message)))
    return Source(text, tuple(problems))


def find_forbidden(text: str) -> re.Match[str] | None:
    """Find the first sign in a text that nobody can see; most texts are passed at one look."""
    if text.isascii() and not text.encode().translate(None, _SEEN):
        return None
    return FORBIDDEN.search(text)


def place_at(text: str, offset: int, path: str) -> Place:
    """Find the line and column of an offset in a text."""
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def read_line(root: Path, place: Place) -> str | None:
    """Read the line that a problem points at, to show it beneath; None if it cannot be shown.

    What cannot be read is shown by a sign that stands for it, so that the spot can be found.
    """
    if not place.path.endswith(_SHOWN):
        return None
    content = read_bytes(root, place.path)
    if isinstance(content, Problem) or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[place.line - 1] if 0 < place.line <= len(lines) else None


def read_table(root: Path, path: str) -> list[list[str]]:
    """Read the rows of the CSV file at `path` below `root`; none if it cannot be read."""
    text = read_text(root, path).text or ""
    try:
        return [row for row in csv.reader(io.StringIO(text), strict=False) if row]
    except csv.Error:
        return []
