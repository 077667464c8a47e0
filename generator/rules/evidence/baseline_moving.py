"""A measure that was moving already before anything was changed.

Why: Complaints about the car park had been falling for nine months when the new signs went up, and
they went on falling. The signs got the credit until somebody put the whole line on one sheet. What
was on its way already would have come without us.

Instead: Say in `limitations` what else was going on then, and for how long. Where an older time was
at rest, make that the `baseline`, and say in its `because` what began to move and why.

Example:
    points: 58, 60, 63, 65, 68, 70, 73, 75, 78, 80 before the change, and 82 to 95 after it
"""

from collections.abc import Iterator

from generator.evidence import ALPHA, BETTER, write_lack
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.measures import list_compared
from generator.rules.rule import Context, rule


@rule(
    "L113",
    "baseline-moving",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find baselines with a trend or a line to what is better, or with long runs."""
    for index, measured, comparison in list_compared(record, context):
        if not comparison.series.better or measured.measure.type == "balancing":
            continue
        if lack := comparison.find_move(BETTER, ALPHA):
            message = f"“{measured.measure.title}”: {write_lack(lack)}."
            yield fault.at(record.place("measures", index, "points"), message)
