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

from generator.evidence import first_after_change
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

ENOUGH = 10


@rule(
    "L104",
    "baseline-short",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning=1,
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find measures with points on both sides of the change, and few before it."""
    changed_on = context.findings.of(record).changed_on
    for index, measure in enumerate(record.measures):
        points = sorted(measure.points, key=lambda point: point.date)
        before = first_after_change(points, changed_on)
        if before and before < ENOUGH:
            told = "1 point" if before == 1 else f"{before} points"
            message = (
                f"“{measure.title}” has {told} before the change, which is fewer than {ENOUGH}."
            )
            key = "file" if measure.file else "points"
            yield fault.at(record.place("measures", index, key), message)
