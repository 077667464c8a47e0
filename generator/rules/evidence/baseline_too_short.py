"""An outcome or process measure with too few points before the change for any label.

Why: A day unit had four months of figures when it moved the chairs. All eleven months since were
better than those four. It looked like a triumph, and it could not be told from a bad spring: four
points do not say how far a figure wanders by itself. No number of months afterwards mends that.

Instead: Look for older counts that somebody kept for another reason: a rota, a ledger, a drug
cupboard's book. If there are none, leave the figures in and say in `limitations` how few there were
before; the story is told by its people as well.

Example:
    changed_on: 2026-03-02
    measures: with points for December, January and February, and for every month from March on
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.measures import FEWEST, list_compared
from generator.rules.rule import Context, rule


@rule(
    "L111",
    "baseline-too-short",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find outcome and process measures with 1 to 5 points to compare with."""
    for index, measured, comparison in list_compared(record, context):
        before = len(comparison.baseline)
        if measured.measure.type != "balancing" and before < FEWEST:
            told = "1 point" if before == 1 else f"{before} points"
            message = (
                f"“{measured.measure.title}” has {told} before the change. With fewer than "
                f"{FEWEST} no signal of change can be found, whatever comes after."
            )
            yield fault.at(record.place("measures", index, "points"), message)
