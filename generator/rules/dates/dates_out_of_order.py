"""Dates of an action that cannot be in this order: made before it was begun, stopped before made.

Why: the action records are the story's timeline; in the wrong order they tell another story.

Instead: Check the two dates.

Example:
    made_on: 2026-03-01
    stopped_on: 2026-01-10
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.model import Action
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_ORDER = ("planned_on", "started_on", "made_on", "stopped_on")


@rule(
    "V311",
    "dates-out-of-order",
    Severity.ERROR,
    doc=__doc__,
    on=(Action,),
    needs=_ORDER,
    says={"": "“{after}” is {late}, before “{before}”, which is {early}."},
)
def RULE(action: Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find a date that is earlier than the one it must follow."""
    told = [(name, date) for name in _ORDER if (date := getattr(action, name))]
    for (before, early), (after, late) in pairwise(told):
        if late < early:
            message, _ = fault.say("", after=after, late=late, before=before, early=early)
            yield fault.at(action.place(after), message)
