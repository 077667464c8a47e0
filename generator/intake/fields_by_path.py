"""Answers, each with the path of its field, to the fields of a record and what fits no field.

A path is dotted, `contact.email`; a number says which of several is meant, `voices.2.quote`, and
the first is meant without one.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.intake import Question, find_question, parse_answer
from generator.load.points import Region

Number = tuple[str, int]
MOST_IN_A_LIST = 200


def find_path(questions: Iterable[Question], written: str) -> tuple[Question, Number] | None:
    """Find the question that a column means, and which of several answers it is for.

    Gives the question, and the path and the number (from 0) of the group that the number is of.
    """
    parts = written.strip().split(".")
    numbers = [i for i, part in enumerate(parts) if part.strip().isdigit()]
    plain = ".".join(part for i, part in enumerate(parts) if i not in numbers)
    found = find_question(questions, plain)
    if found is None or len(numbers) > 1:
        return None
    if not numbers:
        return found, ("", 0)
    index = int(parts[numbers[0]])
    if not 1 <= index <= MOST_IN_A_LIST:
        return None
    return found, (".".join(parts[: numbers[0]]).lower(), index - 1)


def put(  # noqa: PLR0913, PLR0917 (an answer and all that says where it belongs)
    fields: dict[str, Any],
    questions: Iterable[Question],
    question: Question,
    text: str,
    number: Number = ("", 0),
    region: Region | None = None,
) -> None:
    """Put an answer into `fields`, making the groups that it lies in."""
    forms = _forms(questions)
    spot: Any = fields
    steps = question.path.split(".")
    for depth, step in enumerate(steps[:-1]):
        path = ".".join(steps[: depth + 1])
        if forms[path] == "groups":
            items = spot.setdefault(step, [])
            index = number[1] if number[0] == path else 0
            items.extend({} for _ in range(index + 1 - len(items)))
            spot = items[index]
        else:
            spot = spot.setdefault(step, {})
    spot[steps[-1]] = parse_answer(question, text, region)


def drop_empty(value: Any) -> Any:  # noqa: ANN401 (any value of a field)
    """Leave out groups in which nothing was answered."""
    if isinstance(value, dict):
        kept = {key: drop_empty(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in ({}, [], "", None)}
    if isinstance(value, list):
        return [item for item in map(drop_empty, value) if item not in ({}, [], "", None)]
    return value


def _forms(questions: Iterable[Question]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for question in questions:
        found[question.path] = question.form
        found.update(_forms(question.parts))
    return found
