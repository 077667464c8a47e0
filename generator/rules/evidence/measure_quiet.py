"""A measure that has had no new point for more than six months.

Why: For a year the card beside each bed was counted every month, and the line stayed up. Then the
volunteer who counted moved to Wales. A visitor who read the story in the autumn asked to see the
cards, and there were four left. A chart that stops does not say whether the change has stopped too.

Instead: Add the latest points, or ask who could count now. If the change did not last, the status
is stopped, and the story is no worse for it.

Example:
    measures:
      - points: the last of them for March, in a year that has come to November
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.field_types import add_months
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_QUIET_MONTHS = 6


@rule(
    "L107",
    "measure-quiet",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("measures", "status", "source"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find measures of a story that goes on, with no point for six months."""
    if story.status == "stopped" or story.source:
        return
    for index, measure in enumerate(story.measures):
        latest = max((point.date for point in measure.points), default=None)
        if latest and add_months(latest, _QUIET_MONTHS) < context.today:
            message = f"The last point of “{measure.title}” is of {latest}, over six months ago."
            yield fault.at(story.place("measures", index, "points"), message)
