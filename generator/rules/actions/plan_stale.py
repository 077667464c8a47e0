"""An action that was planned more than 90 days ago and has not been begun.

Why: “Order a second telephone” was agreed in June. In September everyone thought that somebody else
had ordered it. The telephone cost £19, and the person who could have signed for it was on the ward
every Thursday.

Instead: Do it, or try a smaller part of it and set the status to testing; or set it to stopped and
say what stood in the way.

Example:
    status: planned
    planned_on: 2026-06-04
"""

from collections.abc import Iterator

from generator.model import Action
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_PATIENCE_DAYS = 90


@rule(
    "L702",
    "plan-stale",
    Severity.WARNING,
    doc=__doc__,
    on=(Action,),
    needs=("status", "planned_on"),
    learning="followed-up",
    can_be_allowed=True,
)
def RULE(action: Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a plan that is more than 90 days old."""
    if action.status != "planned" or action.planned_on is None:
        return
    days = (context.today - action.planned_on).days
    updates = context.collection.updates_of(action)
    last = max((update.date for update in updates if update.date), default=action.planned_on)
    if (context.today - last).days > _PATIENCE_DAYS:
        message = f"This was planned on {action.planned_on}, {days} days ago, and is still planned."
        yield fault.at(action.place("planned_on"), message)
