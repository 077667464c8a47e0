"""What is wrong, and where: the values in which every room reports a contributor's mistake.

A `Fault` is a kind of mistake, with a code that never changes meaning. A `Problem` is one mistake
at one place. Both are plain values: nothing here prints, decides or reads a file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault matters: errors stop publication, advice never fails a check."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of mistake: its permanent code, its name, and what is to be known about it.

    `finds`, `why` and `instead` are sentences addressed to the author, `example` is a piece of a
    file that has the fault, and `learning` the number of the learning point that it stands for.
    `blocks` is false for an error that a build answers by leaving something out, and so need not
    stop at.
    """

    code: str
    name: str
    severity: Severity
    finds: str
    why: str
    instead: str
    example: str = ""
    learning: int | None = None
    blocks: bool = True

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
