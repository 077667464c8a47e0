"""A percentage that is more than 100, or less than 0.

Why: “114 % of patients were asked” stood on a chart in a corridor for a week. Eight people had been
asked twice. Everyone who walked past it learnt that the figures on that board were not to be
trusted, and most of the others had been right.

Instead: Check the count and the number it was taken from. A change in percent, which may well go
below 0, has the unit “% change”.

Example:
    unit: "%"
    points:
      - {date: 2026-05-01, value: 114}
"""

import re
from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.effort import tell_number
from generator.rules.rule import Context, rule

SHARE = re.compile(
    r"(?:%|per ?cent|percentage)"
    r"(?: of (?:all |the |our )?(?:patients|people|staff|carers|calls).{0,100})?",
    re.IGNORECASE,
)
_WHOLE = 100


@rule(
    "L110",
    "percentage-over-100",
    Severity.ERROR,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
    says={"": "The value for {date} is {value} %, which is {side}."},
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find the first value of each measure that no share of a whole can have."""
    for index, measure in enumerate(record.measures):
        if not SHARE.fullmatch(measure.unit or ""):
            continue
        for number, point in enumerate(measure.points):
            if point.value is not None and not 0 <= point.value <= _WHOLE:
                side = "more than 100" if point.value > _WHOLE else "less than 0"
                value = tell_number(point.value)
                message, _ = fault.say("", date=point.date, value=value, side=side)
                yield fault.at(record.place("measures", index, "points", number, "value"), message)
                break
