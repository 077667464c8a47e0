"""A title or a summary that compares two figures, where too few were counted to compare.

Why: A clinic asked its patients in May whether they had been listened to, and again in October:
62 % and then 91 %. It made a fine headline. In between, the clinic had moved to a brighter room,
the winter cough had not come yet, and a different volunteer held the clipboard. Two points draw a
line in any direction; ten begin to show what is ordinary.

Instead: Leave the two figures to the text, where you can say how few they are; or count on until
there are ten points or more, and let the chart speak.

Example:
    summary: "After the change the share of people who felt heard went from 62 % to 91 %."
    measures: []
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.evidence.claims import has_points_to_compare, list_claims
from generator.rules.rule import Context, rule


@rule(
    "L106",
    "two-point-claim",
    Severity.WARNING,
    doc=__doc__,
    on=(Story,),
    needs=("measures", "status", "source"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find two figures compared, one report a field, where no measure has ten points."""
    if story.source or story.status == "stopped" or has_points_to_compare(story):
        return
    said = set()
    most = max((len(measure.points) for measure in story.measures), default=0)
    known = f"no measure has more than {most} points" if most else "the story has no measure"
    for claim in list_claims(story):
        if claim.compares and claim.field not in said:
            said.add(claim.field)
            message = f"The {claim.field} compares two figures, “{claim.words}”, and {known}."
            yield fault.at(claim.passage.place(claim.start), message)
