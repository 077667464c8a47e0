"""What a rule is: a fault, the records that it judges, the fields that it needs, and how it looks.

A rule is a file of its own. Its docstring is its page: the first paragraph says what it finds, and
the paragraphs that begin `Why:`, `Instead:` and `Example:` say the rest.
"""

import datetime as dt
import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.collection import Collection
from generator.problem import Fault, Problem, Severity
from generator.records import Record


class Context(NamedTuple):
    """What a rule may know besides the record: the whole collection, and what day it is."""

    collection: Collection
    today: dt.date


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault and the way to find it in records of the given kinds."""

    fault: Fault
    on: tuple[type[Record], ...]
    needs: frozenset[str]
    find: Callable[[Any, Fault, Context], Iterable[Problem]]
    example: str


def rule(  # noqa: PLR0913 (the columns of a rule)
    code: str,
    name: str,
    severity: Severity,
    *,
    doc: str | None,
    on: tuple[type[Record], ...],
    needs: tuple[str, ...] = (),
) -> Callable[[Callable[[Any, Fault, Context], Iterable[Problem]]], Rule]:
    """Make a rule of the function below, documented by its module's docstring."""
    parts = _parse_doc(doc or "", code)
    fault = Fault(code, name, severity, parts["Finds"], parts["Why"], parts["Instead"])

    def make(find: Callable[[Any, Fault, Context], Iterable[Problem]]) -> Rule:
        return Rule(fault, on, frozenset(needs), find, parts["Example"])

    return make


def _parse_doc(doc: str, code: str) -> dict[str, str]:
    """Read a rule's docstring; a rule without one of the four parts cannot be imported."""
    parts = {"Finds": ""}
    part = "Finds"
    for paragraph in inspect.cleandoc(doc).split("\n\n"):
        if found := re.match(r"(Why|Instead|Example):\s*", paragraph):
            part = found[1]
            paragraph = paragraph[found.end() :]  # noqa: PLW2901 (the rest of it)
        parts[part] = f"{parts[part]}\n\n{paragraph}" if parts.get(part) else paragraph
    for needed in ("Finds", "Why", "Instead", "Example"):
        if not parts.get(needed):
            message = f"rule {code} has no “{needed}” in its docstring"
            raise ValueError(message)
        if needed != "Example":
            parts[needed] = " ".join(parts[needed].split())
    return parts
