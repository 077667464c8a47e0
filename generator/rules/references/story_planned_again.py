"""An update that makes a plan of a story.

Why: a story tells what was done. “Planned” is for an action that is agreed and not begun; a change
that went backwards was tried, or was stopped, and readers learn as much from that.

Instead: Write testing if it is being tried again, stopped if it is not; or leave the status out.

Example:
    status: planned
"""

from collections.abc import Iterator

from generator.model import Story, Update
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule("R621", "story-planned-again", Severity.ERROR, doc=__doc__, on=(Update,), needs=("status",))
def RULE(update: Update, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a status that a story cannot have."""
    record = context.collection.goal_of(update)
    if isinstance(record, Story) and update.status == "planned":
        message = "This update says that the story is planned, which a story cannot be."
        yield fault.at(update.place("status"), message)
