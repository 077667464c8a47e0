"""What a rule is: a fault, the records that it judges, the fields that it needs, and how it looks.

A rule is a file of its own. Its docstring is its page: the first paragraph says what it finds, and
the paragraphs that begin `Why:`, `Instead:` and `Example:` say the rest.
"""

import datetime as dt
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.collection.collection import Collection
from generator.collection.story_evidence import Findings
from generator.model import Record
from generator.model.lesson import Lesson
from generator.model.problem import Fault, Problem, Severity, Sign


class Context(NamedTuple):
    """What a rule may know besides the record: the whole collection, and what day it is.

    `known` maps the codes and the names of all rules, those that are off included, to the rules;
    `idle` holds the path of a record and the number of an allowance that allows it nothing.
    """

    collection: Collection
    findings: Findings
    today: dt.date
    known: Mapping[str, "Rule"] = MappingProxyType({})
    idle: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault and the way to find it in records of the given kinds."""

    fault: Fault
    on: tuple[type[Record], ...]
    needs: frozenset[str]
    find: Callable[[Any, Fault, Context], Iterable[Problem]]
    can_be_allowed: bool = False


def rule(  # noqa: PLR0913 (the columns of a rule)
    code: str,
    name: str,
    severity: Severity,
    *,
    doc: str | None,
    on: tuple[type[Record], ...],
    needs: tuple[str, ...] = (),
    learning: Lesson | None = None,
    can_be_allowed: bool = False,
    blocks: bool = True,
    says: Mapping[str, str] = MappingProxyType({}),
    signs: tuple[Sign, ...] = (),
) -> Callable[[Callable[[Any, Fault, Context], Iterable[Problem]]], Rule]:
    """Make a rule of the function below, documented by its module's docstring.

    `learning` is what a story shows that has learnt it; `can_be_allowed` says whether a story may
    answer it with a reason instead of mending it. `says` and `signs` are for the form, which says
    what it can in the rule's own words.
    """
    parts = _parse_doc(doc or "", code)
    fault = Fault(
        code,
        name,
        severity,
        finds=parts["Finds"],
        why=parts["Why"],
        instead=parts["Instead"],
        example=parts["Example"],
        learning=learning,
        blocks=blocks,
        says={kind: (message, "") for kind, message in says.items()},
        signs=signs,
    )

    def make(find: Callable[[Any, Fault, Context], Iterable[Problem]]) -> Rule:
        return Rule(fault, on, frozenset(needs), find, can_be_allowed)

    return make


def _parse_doc(doc: str, code: str) -> dict[str, str]:
    """Read a rule's docstring; a rule without one of the four parts cannot be imported."""
    parts = {"Finds": ""}
    part = "Finds"
    for paragraph in inspect.cleandoc(doc).split("\n\n"):
        if found := re.match(r"(Why|Instead|Example):[ \n]?", paragraph):
            part = found[1]
            paragraph = paragraph[found.end() :]  # noqa: PLW2901 (the rest of it)
        parts[part] = f"{parts[part]}\n\n{paragraph}" if parts.get(part) else paragraph
    parts["Example"] = textwrap.dedent(parts.get("Example", "")).strip("\n")
    for needed in ("Finds", "Why", "Instead", "Example"):
        if not parts.get(needed):
            message = f"rule {code} has no “{needed}” in its docstring"
            raise ValueError(message)
        if needed != "Example":
            sentences = " ".join(parts[needed].split())
            parts[needed] = sentences[0].upper() + sentences[1:]
    return parts
