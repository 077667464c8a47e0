"""A measure's own sentence that claims more than its points carry.

Why: Under a chart that wandered as it had always wandered stood the words “waits have come down by
a third”. Both were on the page, one above the other, and the sentence was the one that was copied
into the annual report. What is said beside a chart is read as what the chart says.

Instead: Say in `says` what the chart is about, or what was seen at the bedside, and leave to the
computed sentence beside it how much it was before and how much it is now.

Example:
    says: Waits have been reduced by a third.
    points: which the label finds measured, and no more
"""

from collections.abc import Iterator

from generator.evidence import Label
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.claims import find_claims
from generator.rules.passages import read_field
from generator.rules.rule import Context, rule


@rule(
    "L122",
    "says-not-carried",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find claims of an improvement in `says` of measures that show no signal of one."""
    for index, measured in enumerate(context.findings.of(record).measured):
        says = measured.measure.says
        if not says or measured.label.rank >= Label.SIGNAL.rank:
            continue
        passage = read_field(record, says, "measures", index, "says")
        if claim := next(find_claims(passage, "says"), None):
            message = f"The team’s sentence says “{claim.words}”, and {measured.reason}."
            yield fault.at(passage.place(claim.start), message)
