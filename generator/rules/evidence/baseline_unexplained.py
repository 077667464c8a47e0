"""A chosen baseline that leaves out points before the change, without a reason.

Why: A clinic counted for two years before it changed its letters and compared the year after with
the three worst months. Nobody meant to cheat: those were the months on the slide that had begun it
all. But anybody who saw the whole line asked where the rest had gone, and then asked about
everything else.

Instead: Leave `baseline` out, so that all points before the change count; or give the reason in
`because`, which the page prints beside the chart.

Example:
    baseline: {from: 2025-06-01, to: 2025-08-01}
    points: from January 2024 on
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.measures import list_compared
from generator.rules.rule import Context, rule


@rule(
    "L112",
    "baseline-unexplained",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find baselines without a reason where other points before the change were counted."""
    for index, measured, comparison in list_compared(record, context):
        baseline = measured.measure.baseline
        left = len(comparison.before) - len(comparison.baseline)
        if baseline and not baseline.because and left:
            points = "1 point" if left == 1 else f"{left} points"
            message = (
                f"The baseline of “{measured.measure.title}” leaves out {points} before the "
                "change, and does not say why."
            )
            yield fault.at(record.place("measures", index, "baseline"), message)
