"""A story whose actions are all still planned.

Why: The folder held eleven plans, each with an owner and a date, and the dates had been moved
twice. Down the corridor a healthcare assistant had put a chair by the lift, because people needed
to sit down there. The site tells of chairs. A plan becomes a story on the day that somebody tries
it.

Instead: Try the smallest of the plans, and add it as an action with the status testing, or made.
Until then the proposal can wait; nothing is lost.

Example:
    # actions/ring-every-patient.md, the story's only action
    status: planned
    planned_on: 2026-10-01
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L701",
    "plans-alone",
    Severity.ERROR,
    doc=__doc__,
    on=(Story,),
    needs=("status",),
    learning="followed-up",
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a story with actions, none of which has been begun; without any it is not judged."""
    actions = context.collection.actions_of(story)
    if any(action.faulty for action in actions):
        return
    if actions and all(action.status == "planned" for action in actions):
        many = len(actions)
        what = "its only action is planned" if many == 1 else f"all of its {many} actions are plans"
        message = f"The story is told as {story.status}, and {what}: nothing has been done yet."
        yield fault.at(story.place("status"), message)
