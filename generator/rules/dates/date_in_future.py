"""A date of something that has happened, and which has not come yet.

Why: a change that is still to come has not been made; it is usually a slip in the year.

Instead: Check the year. What is only planned is an action record with the status planned.

Example:
    changed_on: 2062-03-01
"""

import datetime as dt
from collections.abc import Iterator

from generator.model import AUTHORED, Record, Update
from generator.model.places import Keys
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_NAMES = {
    "story": ("date", "updated", "changed_on"),
    "action": ("planned_on", "started_on", "made_on", "stopped_on"),
    "update": ("date",),
    "adoption": ("date",),
}


@rule(
    "V310",
    "date-in-future",
    Severity.ERROR,
    doc=__doc__,
    on=AUTHORED,
    says={"": "{name} is {value}, which has not come yet."},
)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find dates after today where only the past makes sense, those of points included."""
    for name, date, keys in _dates(record):
        if date and date > context.today:
            message, hint = fault.say("", name=name, value=date.isoformat())
            yield fault.at(record.place(*keys), message, hint)


def _dates(record: Record) -> Iterator[tuple[str, dt.date | None, Keys]]:
    for name in _NAMES[record.kind]:
        if name not in record.faulty:
            yield f"“{name}”", getattr(record.own, name), (name,)
    if not isinstance(record, Update):  # whose voices and points are among its record's
        yield from _inner_dates(record)


def _inner_dates(record: Record) -> Iterator[tuple[str, dt.date | None, Keys]]:
    for index, voice in enumerate(getattr(record, "voices", ())):
        if voice.consent:
            for name in ("given", "withdrawn"):
                keys = ("voices", index, "consent", name)
                yield f"“{name}”", getattr(voice.consent, name), keys
    for index, measure in enumerate(getattr(record, "measures", ())):
        days = [point.date for point in measure.points]
        latest = max(days, default=None)
        at = days.index(latest) if latest else 0
        yield "The last point", latest, ("measures", index, "points", at)
