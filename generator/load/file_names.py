"""The names of all files of a project to what is wrong with them, on whatever computer they land.

A name that is fine where it was written may be impossible elsewhere: Windows keeps some names for
itself, and Windows and macOS take Names.jpg and names.jpg for one file. Takes paths from the
project's root; reads no file.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from generator.load import faults
from generator.load.images import FORMATS
from generator.load.validation_errors import show
from generator.model.field_types import SLUG
from generator.model.problem import Place, Problem
from generator.model.slug import LONGEST

MOST_BYTES = 200  # of the 255 that disks allow, as a picture's name is lengthened by its width
DEEPEST = 20
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_FORBIDDEN = frozenset('<>:"|?*\\')
# Nearly every path is one about which there is nothing to say, and one look finds that out.
_PLAIN = re.compile(
    rf"(?:(?!(?:{'|'.join(map(re.escape, sorted(_RESERVED)))})(?:[./]|\Z))[a-z0-9-]{{1,{LONGEST}}}"
    r"(?:/|\Z|(?=\.[a-z0-9]{1,8}\Z)))+(?:\.[a-z0-9]{1,8})?"
)


def list_bad_names(paths: Collection[str]) -> tuple[Problem, ...]:
    """Find the paths that not every computer can hold, and those that only some tell apart."""
    single = (problem for path in paths if (problem := refuse_name(path)))
    return (*single, *_find_twins(paths), *_find_double_pictures(paths))


def refuse_name(path: str) -> Problem | None:
    """Refuse a path with a name in it that is reserved, impossible or too long somewhere."""
    names = path.split("/")
    if len(names) <= DEEPEST and _PLAIN.fullmatch(path):
        return None
    if len(names) > DEEPEST:
        message = f"The file lies more than {DEEPEST} folders deep."
        return faults.NAME_RESERVED.at(Place(path), message, "Move it further up.")
    slug = _slug_of(path)
    is_record = path.lower().endswith(".md")
    for name in names:
        if is_record and name in {slug, f"{slug}.md"} and not SLUG.fullmatch(slug):
            continue  # it can be no part of an address either, and that is said of each record
        if why := _find_reason(name):
            return faults.NAME_RESERVED.at(Place(path), f"{show(name)} {why}.")
    if is_record and len(slug) > LONGEST:
        message = f"The name {show(slug)} is longer than {LONGEST} characters."
        return faults.NAME_RESERVED.at(Place(path), message, "Choose a shorter one.")
    return None


def _find_reason(name: str) -> str:
    stem = name.partition(".")[0].rstrip(" ").lower()
    if stem in _RESERVED:
        return "is a name that Windows keeps for itself, whatever follows it"
    if name[-1:] in {".", " "} or name[:1] == " ":
        return "begins or ends with a space or a full stop, which Windows takes off"
    if any(sign in _FORBIDDEN or not sign.isprintable() for sign in name):
        return "has a sign in it that not every computer allows in a name"
    if len(name.encode("utf-8", "surrogateescape")) > MOST_BYTES:
        return "is too long a name"
    return ""


def fold(path: str) -> str:
    """Write a path so that paths are equal that Windows or macOS would take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def _find_twins(paths: Iterable[str]) -> Iterator[Problem]:
    """Find files and folders whose names differ only in capitals or in how a letter is composed."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        part = path
        while part and part not in first:
            first[part] = path
            part = part.rpartition("/")[0]
    # Small letters of ASCII fold to themselves: they are a twin only of what is written otherwise.
    odd = [part for part in first if not (part.isascii() and part.islower())]
    found: dict[str, set[str]] = defaultdict(set)
    for part in odd:
        found[fold(part)].add(part)
    for folded, alike in found.items():
        if folded in first:
            alike.add(folded)
        earliest, *others = sorted(alike)
        for other in others:
            if PurePosixPath(other).parent != PurePosixPath(earliest).parent:
                continue  # the folders above are told already
            message = f"On many computers {show(_name(other))} and {show(_name(earliest))} are one."
            hint = "Rename one of them, with more than a capital or an accent to tell them apart."
            yield faults.NAME_TWICE.at(Place(first[other]), message, hint)


def _find_double_pictures(paths: Iterable[str]) -> Iterator[Problem]:
    """Find pictures that differ only in their kind: all are published as WebP, by their names."""
    first: dict[str, str] = {}
    for path in sorted(path for path in paths if path.lower().endswith(tuple(FORMATS))):
        parts = PurePosixPath(path)
        if parts.suffix.lower() not in FORMATS:
            continue
        earlier = first.setdefault(fold(str(parts.with_suffix(""))), path)
        if earlier != path and fold(earlier) != fold(path):
            message = f"{show(parts.name)} and {show(_name(earlier))} would be published as one."
            yield faults.NAME_TWICE.at(Place(path), message)


def _name(path: str) -> str:
    return PurePosixPath(path).name


def _slug_of(path: str) -> str:
    parts = PurePosixPath(path)
    return parts.parent.name if parts.stem == "index" else parts.stem
