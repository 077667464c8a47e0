"""A baseline that goes on after the change that it is to be compared with.

Why: A day unit set its baseline from January to June, because those were the months on the
spreadsheet, and had turned the chairs round in April. Half of what they compared the change with
was the change itself, and the line in the middle of the chart sat halfway between then and now.

Instead: End the baseline on the day before the change, or leave `baseline` out: then all points
before the change are taken.

Example:
    changed_on: 2026-04-06
    measures:
      - baseline: {from: 2026-01-01, to: 2026-06-01}
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L105",
    "baseline-past-change",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find baselines that end on the day of the change or later."""
    changed_on = context.findings.of(record).changed_on
    for index, measure in enumerate(record.measures):
        baseline = measure.baseline
        if baseline and changed_on and baseline.to >= changed_on:
            when = "on that day" if baseline.to == changed_on else f"on {baseline.to}"
            message = f"The change was made on {changed_on}, and the baseline ends {when}."
            yield fault.at(record.place("measures", index, "baseline", "to"), message)
