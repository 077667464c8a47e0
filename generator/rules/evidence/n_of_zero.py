"""A point that was counted from nobody: its n is 0.

Why: In August nobody came to the clinic, and the sheet said 0 out of 0. Was that a bad month or a
good one? It was neither. A share of nobody is not nought, and a chart that draws it as nought makes
a fall out of a holiday.

Instead: Write the month without a value (`n/a`): it stands as a gap, and the page says that nothing
was counted then.

Example:
    points:
      - {date: 2026-08-01, value: 0, n: 0}
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L116",
    "n-of-zero",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find the first point of each measure with an n of 0; it is not counted."""
    for index, measure in enumerate(record.measures):
        for number, point in enumerate(measure.points):
            if point.n == 0 and (point.value is not None or point.count is not None):
                message = f"The point of {point.date} was counted from nobody, and is left out."
                yield fault.at(record.place("measures", index, "points", number, "n"), message)
                break
