"""Points that are not in the order of their dates.

Why: The chart puts them in order by itself. But a March that stands after April in the list is
often a slip: a row pasted twice, or the 3rd of May written as the 5th of March. On one ward it was
the whole of last year's summer, under this year's dates.

Instead: Put the points in order, oldest first, and check the date that stood out.

Example:
    points:
      - {date: 2026-04-01, value: 12}
      - {date: 2026-03-01, value: 14}
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L108",
    "points-out-of-order",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
    says={"": "The point of {date} comes after that of {before}."},
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find the first point of each measure that is older than the one before it."""
    for index, measure in enumerate(record.measures):
        for number, (before, point) in enumerate(pairwise(measure.points), 1):
            if point.date < before.date:
                message, _ = fault.say("", date=point.date, before=before.date)
                yield fault.at(record.place("measures", index, "points", number, "date"), message)
                break
