"""A measure with fewer than 10 points before the change.

Why: A surgery counted its missed calls for three weeks and then changed the telephone message. The
three weeks had a bank holiday in them. When the calls came down, nobody could tell the new message
from the end of May. Ten points or more show how far a number wanders when nothing has changed.

Instead: Look for older counts that somebody kept for another reason; or say in `limitations` how
short the time before was. Next time, begin to count before anything is changed.

Example:
    changed_on: 2026-03-02
    measures: with points for January and February 2026, and for every month from March on
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.measures import ENOUGH, FEWEST, list_compared
from generator.rules.rule import Context, rule


@rule(
    "L104",
    "baseline-short",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find measures with 6 to 9 counted points in their baseline, and points after the change."""
    for index, measured, comparison in list_compared(record, context):
        before = len(comparison.baseline)
        if measured.measure.type != "balancing" and FEWEST <= before < ENOUGH:
            title = measured.measure.title
            message = (
                f"“{title}” has {before} points before the change, which is fewer than {ENOUGH}."
            )
            yield fault.at(record.place("measures", index, "points"), message)
