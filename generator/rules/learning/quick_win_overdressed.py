"""A quick win that took days of work, freed time or a set of charts.

Why: A team hung a clock where patients could see it, and called it a quick win. So it was. Then
somebody added four measures, and somebody else a plan to free a nurse on Fridays. The porter who
had brought the ladder said that next time he would keep his ideas to himself. What is small may
stay small.

Instead: Take out what the quick win does not need; or take out `quick_win`, and tell it as the
larger story that it has become.

Example:
    quick_win: true
    headroom: {hours: 6, weeks: 10, enabled_by: "The matron"}
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.effort import SMALL_HOURS, add_hours, tell_number
from generator.rules.rule import Context, rule

_FEW_MEASURES = 2


@rule(
    "L401",
    "quick-win-overdressed",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("quick_win", "headroom", "measures", "effort"),
    learning="quick-win",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find quick wins that were not quick, and say by what it can be seen."""
    if not record.quick_win:
        return
    signs = []
    hours = add_hours(record, context)
    if hours > SMALL_HOURS:
        signs.append(f"{tell_number(hours)} hours of work")
    if isinstance(record, Story) and record.headroom:
        signs.append("time freed for it")
    if len(record.measures) > _FEW_MEASURES:
        signs.append(f"{len(record.measures)} measures")
    if signs:
        message = f"This is called a quick win, and it has {' and '.join(signs)}."
        yield fault.at(record.place("quick_win"), message)
