"""A percentage or a rate of which some points say from how many it was counted, and others do not.

Why: Nine months had their n, and the three that somebody else had sent in had none. One of the
three was the best on the chart. It might have been two people or two hundred, and as long as nobody
knows, people cannot be counted, but only months.

Instead: Find out the n of the others, and add it; or, if it cannot be found, take n out everywhere
and say in `definition` about how many there are in a month.

Example:
    unit: "%"
    points:
      - {date: 2026-04-01, value: 70, n: 20}
      - {date: 2026-05-01, value: 90}
"""

from collections.abc import Iterator

from generator.evidence import PointComparison
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L117",
    "n-in-some-points",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find measures in per cent, or with `per`, with n in some counted points only."""
    for index, measured in enumerate(context.findings.of(record).measured):
        comparison = measured.comparison
        if not isinstance(comparison, PointComparison) or not comparison.series.counts_people:
            continue
        without = sum(point.n is None for point in comparison.points)
        if 0 < without < len(comparison.points):
            message = (
                f"{without} of the {len(comparison.points)} points of “{measured.measure.title}” "
                "do not say from how many they were counted. Until all do, no label is above "
                "measured."
            )
            yield fault.at(record.place("measures", index, "points"), message)
