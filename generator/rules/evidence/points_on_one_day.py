"""Two points of one measure on the same day.

Why: The ward clerk sent October's figure on a Monday, and the sister, who had not heard, sent it
too on the Tuesday. They differed by four. The chart had both, one above the other, and each counted
as a month of its own. Nobody could say which of them was October.

Instead: Keep one point for each day, month or week, and say in its `note` what was unusual.

Example:
    points:
      - {date: 2026-10-01, value: 78}
      - {date: 2026-10-01, value: 82}
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L109",
    "points-on-one-day",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
    says={"": "“{title}” has two points for {date}."},
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find the first day of each measure that has a second point."""
    for index, measure in enumerate(record.measures):
        seen = set()
        for number, point in enumerate(measure.points):
            if point.date in seen:
                message, _ = fault.say("", title=measure.title, date=point.date)
                yield fault.at(record.place("measures", index, "points", number, "date"), message)
                break
            seen.add(point.date)
