"""A share that nobody could have counted out of its n, as 50 % of three people.

Why: “50 %” stood beside “3 patients”. Had one and a half of them been asked? Somebody had typed the
n of another month. The chart counts people, and took it for two.

Instead: Look at the sheet again, and write how many there were as `count`, beside `n`. The value
is worked out from the two.

Example:
    unit: "%"
    points:
      - {date: 2026-05-01, value: 50, n: 3}
"""

from collections.abc import Iterator

from generator.evidence import find_rounded
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.effort import tell_number
from generator.rules.rule import Context, rule


@rule(
    "L124",
    "count-rounded",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
    says={"": "The value for {date}, {value} of {n}, is no whole number; {count} are counted."},
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find the first value of each measure that is further from a count than its own rounding."""
    for index, measured in enumerate(context.findings.of(record).measured):
        rounded = next(find_rounded(measured.comparison.series), None)
        if rounded is None:
            continue
        message, _ = fault.say(
            "",
            date=rounded.date,
            value=f"{tell_number(rounded.value)} {measured.measure.unit}",
            n=tell_number(rounded.n),
            count=tell_number(rounded.count),
        )
        yield fault.at(record.place("measures", index, "points", rounded.at, "value"), message)
