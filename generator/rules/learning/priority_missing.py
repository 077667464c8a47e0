"""A story that names none of the organisation's priorities.

Why: A quiet room for bad news was to be given up for a printer. The team had a story about it, and
the chief nurse had a list of what the board wanted that year, with “patient experience” at the top.
Nobody had put the one beside the other. Leaders can keep a thing alive when they can see what it
serves.

Instead: Look at the priorities in domains/vocabulary.yml and name the one or two that the change
serves. If there truly is none, say so to the person who keeps that list.

Example:
    strategic_links: []
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L501",
    "priority-missing",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("strategic_links", "quick_win"),
    learning="priority",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a story without a priority, on a site that has any."""
    if story.strategic_links or story.quick_win or not context.collection.priorities:
        return
    message = "The story does not say which of the organisation's priorities it serves."
    yield fault.at(story.place("strategic_links"), message)
