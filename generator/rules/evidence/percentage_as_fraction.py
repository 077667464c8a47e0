"""A percentage whose values are all between 0 and 1: fractions, by the look of them.

Why: A spreadsheet showed 62 % and 91 %, and kept them as 0.62 and 0.91, as spreadsheets do. On the
page the ward had improved from under one per cent to under one per cent, and the line lay flat on
the floor of the chart.

Instead: Multiply by 100, or give `count` and `n` and leave the sum to the site. If it truly is less
than one per cent each month, the rule does not fit: say so under `allow`.

Example:
    unit: "%"
    points:
      - {date: 2026-05-01, value: 0.62}
"""

from collections.abc import Iterator

from generator.evidence import make_series
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L115",
    "percentage-as-fraction",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find measures in per cent of which no value is above 1, and some is above 0."""
    for index, measure in enumerate(record.measures):
        values = [p.value for p in measure.points if p.value is not None and p.count is None]
        if len(values) > 1 and 0 < max(values) <= 1 and make_series(measure).is_percentage:
            message = (
                f"The unit of “{measure.title}” is {measure.unit}, and no value is above 1: they "
                "look like fractions."
            )
            yield fault.at(record.place("measures", index, "points"), message)
