"""A title or a summary that claims more than the story's measures show.

Why: “Fewer falls on Ward 2”, said a headline, and the run chart below it went up and down as it had
gone up and down for years. The night staff, who picked people up from the floor, read the headline
too. They believed nothing that came from that office for a while. What a title claims is what
people remember.

Instead: Say in the title and the summary what was changed, and let the chart say what came of it;
or wait until the points show a signal of change.

Example:
    title: "Fewer bells at night"
    measures: []
"""

from collections.abc import Iterator

from generator.evidence import Label
from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.claims import has_points_to_compare, list_claims
from generator.rules.rule import Context, rule

_REASONS = {
    Label.TOLD: "nothing was counted both before the change and after it",
    Label.MEASURED: "the measures show no signal of a change for the better",
}


@rule(
    "L102",
    "claim-not-carried",
    Severity.WARNING,
    doc=__doc__,
    on=(Story,),
    needs=("measures", "status", "source", "changed_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find claims of an improvement, one a field, where the evidence is told or measured."""
    if story.source or story.status in {"stopped", "testing"}:
        return
    reason = _REASONS.get(context.findings.of(story).evidence)
    if reason is None:
        return
    said = set()
    for claim in list_claims(story):
        if claim.field in said or (claim.compares and not has_points_to_compare(story)):
            continue
        said.add(claim.field)
        message = f"The {claim.field} says “{claim.words}”, and {reason}."
        yield fault.at(claim.passage.place(claim.start), message)
