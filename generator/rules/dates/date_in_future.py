"""A date of something that has happened, and which has not come yet.

Why: a change that is still to come has not been made; it is usually a slip in the year.

Instead: Check the year. What is only planned is an action record with the status planned.

Example:
    changed_on: 2062-03-01
"""

import datetime as dt
from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.base import Keys
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_STORY = ("date", "updated", "changed_on")
_ACTION = ("planned_on", "started_on", "made_on", "stopped_on")


@rule(
    "V310",
    "date-in-future",
    Severity.ERROR,
    doc=__doc__,
    on=(Story, Action),
    says={"": "{name} is {value}, which has not come yet."},
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find dates after today where only the past makes sense, those of points included."""
    for name, date, keys in _dates(record):
        if date and date > context.today:
            message, hint = fault.say("", name=name, value=date.isoformat())
            yield fault.at(record.place(*keys), message, hint)


def _dates(record: Story | Action) -> Iterator[tuple[str, dt.date | None, Keys]]:
    for name in _STORY if isinstance(record, Story) else _ACTION:
        if name not in record.faulty:
            yield f"“{name}”", getattr(record, name), (name,)
    for index, voice in enumerate(record.voices):
        if voice.consent:
            for name in ("given", "withdrawn"):
                keys = ("voices", index, "consent", name)
                yield f"“{name}”", getattr(voice.consent, name), keys
    for index, measure in enumerate(record.measures):
        latest = max((point.date for point in measure.points), default=None)
        key = "file" if measure.file else "points"
        yield "The last point", latest, ("measures", index, key)
