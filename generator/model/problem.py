"""What is wrong, and where: the values in which every room reports a contributor's mistake.

A `Fault` is a kind of mistake, with a code that never changes meaning. A `Problem` is one mistake
at one place. Both are plain values: nothing here prints, decides or reads a file.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.lesson import Lesson

Words = tuple[str, str]


class Severity(StrEnum):
    """How much a fault matters: errors stop publication, advice never fails a check."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Sign:
    """How a fault shows in a plain text, for a page that looks while somebody is still typing.

    `pattern` finds it, in its group `group` if that has a name; with `after`, only within so many
    characters (`reach`) of what that finds, and not where `not_after` ends right before that. All
    of `near`, and nothing of `not_near`, stands in its sentence; `not_before` not in the sixty
    characters of it that come before. What `unless` finds in it makes it innocent,
    and so does standing in a web address, but for those with `in_address`. With `clues`, the words
    around it have to weigh more than nothing by the table of that name. Whatever `pattern` and
    `after` find is beside one of `words`, in small letters, if there are any.
    """

    pattern: re.Pattern[str]
    group: str = ""
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    reach: int = 0
    near: tuple[re.Pattern[str], ...] = ()
    not_near: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    unless: tuple[re.Pattern[str], ...] = ()
    in_address: bool = False
    clues: str = ""
    words: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of mistake: its permanent code, its name, and what is to be known about it.

    `finds`, `why` and `instead` are sentences addressed to the author, `example` is a piece of a
    file that has the fault, and `learning` what a story shows that has learnt it.
    `blocks` is false for an error that a build answers by leaving something out, and so need not
    stop at. `says` has the sentences in which it is told, message and hint by the kind of case,
    with braces around what differs, and `signs` how it shows in a text; both are for those who
    cannot ask the checker itself.
    """

    code: str
    name: str
    severity: Severity
    finds: str
    why: str
    instead: str
    example: str = ""
    learning: Lesson | None = None
    blocks: bool = True
    says: Mapping[str, Words] = field(default_factory=dict, compare=False)
    signs: tuple[Sign, ...] = ()

    def say(self, kind: str, **values: object) -> Words:
        """Say a case of this fault: its message and its hint."""
        message, hint = self.says[kind]
        return message.format(**values), hint.format(**values) if hint else self.instead

    @property
    def is_private(self) -> bool:
        """Whether what was found is personal data, which no log may repeat: codes of P."""
        return self.code.startswith("P")

    def at(self, place: "Place", message: str, hint: str = "") -> "Problem":
        """Report this fault at a place, in the author's words."""
        return Problem(self, place, message, hint or self.instead)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a contributor's file: path from the project's root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write the place as compilers do, `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake at one place: what is wrong (`message`), then what to do (`hint`)."""

    fault: Fault
    place: Place
    message: str
    hint: str

    @property
    def severity(self) -> Severity:
        """The severity of the fault."""
        return self.fault.severity


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by path, line, column and code, so that two runs say the same in the same order."""
    return tuple(sorted(problems, key=lambda p: (p.place, p.fault.code, p.message)))
