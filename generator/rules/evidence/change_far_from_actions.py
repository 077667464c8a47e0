"""A day of the change that is more than a month away from every action.

Why: The story said that the change was made in June. The actions said March, for the poster, and
October, for the new rota. Figures are held against the day of the change: with another day they
would have said something else, and a reader could not tell which day had been meant.

Instead: Give as `changed_on` the day from which things were done the new way, and write down what
was done on it as an action; or mend the date of the action.

Example:
    changed_on: 2026-06-01
    an action: made_on 2026-03-02
"""

import datetime as dt
from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.field_types import add_months
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L118",
    "change-far-from-actions",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("measures", "changed_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a `changed_on` that no dated action of the story is within a month of."""
    changed = story.changed_on
    days = [day for action in context.collection.actions_of(story) for day in _list_days(action)]
    if changed is None or not days or not story.measures:
        return
    first, last = add_months(changed, -1), add_months(changed, 1)
    if not any(first <= day <= last for day in days):
        nearest = min(days, key=lambda day: abs(day - changed))
        message = (
            f"The change is dated {changed}, and no action is within a month of it; the nearest is "
            f"of {nearest}."
        )
        yield fault.at(story.place("changed_on"), message)


def _list_days(action: Action) -> list[dt.date]:
    # What was only planned changed nothing.
    told = (action.started_on, action.made_on, action.stopped_on)
    return [day for day in told if day]
