"""A story that does not say who decided.

Why: “It was agreed that visiting would end at seven.” By whom? The patients in that bay had been
asked, and had said nine. A change that people have decided together looks the same on paper as one
that was done to them, until somebody asks who was in the room.

Instead: Say in `involvement` how many patients and staff took part, and in `decided_by` who made
the decision, in a few words. If the manager decided alone, say that.

Example:
    involvement: {level: engagement, patients: 8, staff: 5}
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L801",
    "decision-untold",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("involvement", "quick_win", "source"),
    learning="decided-together",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find a story without involvement, or with no decision in it."""
    if story.quick_win or story.source:
        return
    if story.involvement is None:
        message = "The story does not say who took part, or who decided."
        yield fault.at(story.place("involvement"), message)
    elif not story.involvement.decided_by:
        message = "The story says who took part, and not who decided."
        yield fault.at(story.place("involvement"), message)
