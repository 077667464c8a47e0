"""A change that is called sustained, and no point was counted a year or more after it.

Why: In its first summer the calling scheme reached everyone on the list, and the team wrote
“sustained” with a full heart. Then came the winter, with its extra beds and its sickness. Whether
it lived through that was the very thing that other teams wanted to know.

Instead: Go on counting until a year has passed, and until then set the status to made.

Example:
    status: sustained
    changed_on: 2026-02-02
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.field_types import add_months
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_YEAR = 12


@rule(
    "L704",
    "sustained-unshown",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("status", "measures", "changed_on", "made_on", "source"),
    learning="followed-up",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a sustained change with measures, none of which reaches a year on."""
    if record.status != "sustained" or not record.measures:
        return
    if isinstance(record, Story):
        if record.source:
            return
        changed_on = context.collection.changed_on(record)
    else:
        changed_on = record.made_on
    dates = [point.date for measure in record.measures for point in measure.points]
    if changed_on and max(dates, default=changed_on) < add_months(changed_on, _YEAR):
        known = f"the last point is of {max(dates)}" if dates else "there is no point"
        message = f"The change of {changed_on} is called sustained, and {known}."
        yield fault.at(record.place("status"), message)
