"""Signs in the fields that look like others and are none: what comes of pasting from elsewhere.

A no-break space, a full-width colon or a dash for a hyphen cannot be told by looking at the line.
Each is named at its place, and the fields are read as they were meant, so that nothing else is
said of the same spot. In the words of a text every sign is the author's own.
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.load import faults
from generator.model.problem import Place, Problem

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b\u2060\u180e"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_BULLETS = f"{_DASHES}\u2022\u2023\u25cf\u25aa\u00b7"
_NAME = r"[A-Za-z_]{1,40}"
_COLON = re.compile(rf"(?P<before>\s*(?:- +)?{_NAME}[ {_BLANKS}]?)(?P<sign>[\uff1a\ufe55\u2236])")
_BULLET = re.compile(rf"(?P<before>\s*)(?P<sign>[{_BULLETS}])(?=\s)")
_FIELD = re.compile(rf"\s*(?:- +)?{_NAME}\s*:(?=\s|$)")
_DATE = re.compile(rf"\d{{4}}[-{_DASHES}]\d{{1,2}}[-{_DASHES}]\d{{1,2}}(?!\d)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_BLOCK = re.compile(r"(?::|(?:^|\s)-)\s*[|>][-+\d]*\s*$")
_ENDS = re.compile(rf"(?<=:)[{_BLANKS}]+|^[ ]*[{_BLANKS}]+|[{_BLANKS}]+(?=\s*(?:$|[\],]))")
_PLAIN_NAMES = {
    "\u00a0": "no-break space",
    "\u200b": "zero-width space",
    "\u00ad": "soft hyphen",
    "\u2011": "non-breaking hyphen",
    "\uff1a": "full-width colon",
    "\u2022": "bullet",
}


def mend_lookalikes(text: str, path: str, first_line: int) -> tuple[str, tuple[Problem, ...]]:
    """Name the signs that stand for others in the fields, and give the fields as they were meant.

    No line changes its number, and no sign its column.
    """
    if text.isascii():
        return text, ()
    lines, problems = [], []
    block, above = -1, ""
    for number, line in enumerate(text.split("\n"), first_line):
        indent = len(line) - len(line.lstrip())
        if block >= 0 and (not line.strip() or indent > block):
            lines.append(line)
            continue
        block = indent if _BLOCK.search(line) else -1
        signs = list(line)
        told: set[str] = set()
        for at, meant in sorted(_find(line, above)):
            if line[at] not in told:  # the same sign is named once a line
                problems.append(_tell(line[at], meant, Place(path, number, at + 1)))
            told.add(line[at])
            signs[at] = meant
        lines.append("".join(signs))
        above = lines[-1] if line.strip() else above
    return "\n".join(lines), tuple(problems)


def _find(line: str, above: str) -> Iterator[tuple[int, str]]:
    """Find the signs in a line that stand for others, and what each is meant as."""
    if line.isascii():
        return
    if found := _COLON.match(line):
        yield found.start("sign"), ":"
        line = line[: found.start("sign")] + ":" + line[found.end() :]
    is_list = above.rstrip().endswith(":") or re.match(r"\s*- ", above)
    found = _BULLET.match(line)
    if found and (is_list or _FIELD.match(line[found.end() :])):
        yield found.start("sign"), "-"
        line = line[: found.start("sign")] + "-" + line[found.end() :]
    if not (_FIELD.match(line) or is_list):
        return  # a line of a text that runs over several
    yield from _find_in_value(line)


def _find_in_value(line: str) -> Iterator[tuple[int, str]]:
    """Find the signs outside quotation marks that stand at an end of a value, or in a date."""
    bare = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
    if bare.count('"') % 2:
        bare = bare.partition('"')[0]
    for found in _ENDS.finditer(bare):
        yield from ((at, " ") for at in range(found.start(), found.end()) if line[at] != " ")
    for found in re.finditer(f"[{_UNSEEN}]", bare):
        yield found.start(), " "
    for found in _DATE.finditer(bare):
        for at in range(found.start(), found.end()):
            if not line[at].isascii():
                yield at, "-"


def _tell(sign: str, meant: str, place: Place) -> Problem:
    name = _PLAIN_NAMES.get(sign) or unicodedata.name(sign, "sign").lower()
    article = "An" if name[0] in "aeiou" else "A"
    is_unseen = re.fullmatch(f"[{_UNSEEN}]", sign)
    belongs = {":": "a colon", "-": "a hyphen", " ": "an ordinary space or nothing"}[meant]
    belongs = "nothing" if is_unseen else belongs
    message = f"{article} {name} (U+{ord(sign):04X}) stands here, where {belongs} belongs."
    return faults.LOOKALIKE.at(place, message)
