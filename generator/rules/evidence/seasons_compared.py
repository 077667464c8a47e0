"""Figures of one season compared with those of another, in less than two years.

Why: A chest ward counted its nights from October to March, put a new rota in place on the first of
April, and found that far fewer people were woken. So had every ward in the county found, without
the rota: it was spring. A year has a shape of its own, and two halves of it are not alike.

Instead: Count on until the same months have come round again, and compare those; until then say in
`limitations` that winter is compared with summer.

Example:
    changed_on: 2026-04-01
    points: from October 2025 to September 2026, one a month
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.field_types import add_months
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.measures import FEWEST, list_compared
from generator.rules.rule import Context, rule

_TWO_YEARS = 24


@rule(
    "L114",
    "seasons-compared",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find measures of less than two years with other months after the change than before it."""
    for index, measured, comparison in list_compared(record, context):
        days = [point.date for point in comparison.points]
        before = {days[i].month for i in comparison.baseline}
        after = {days[i].month for i in comparison.after}
        enough = min(len(comparison.baseline), len(comparison.after)) >= FEWEST
        is_long = add_months(days[0], _TWO_YEARS) <= add_months(days[-1], 1)
        if enough and not is_long and 2 * len(after & before) < len(after):
            message = (
                f"“{measured.measure.title}” compares months of the year that were not counted "
                "before the change with others that were."
            )
            yield fault.at(record.place("measures", index, "points"), message)
