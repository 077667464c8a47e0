"""A change that has been made, and nothing was counted before or after it.

Why: A ward put jugs of squash by every bed and was sure that people drank more. The healthcare
assistants thought so, and so did the sister. Nobody had counted a jug, so the next ward could only
take their word for it. A change that starts from a baseline can be believed by people who were not
there.

Instead: Count one thing that matters to patients, month by month, from before the change on; or
begin now and say in `limitations` that the months before are missing.

Example:
    status: made
    changed_on: 2026-03-02
    measures: []
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L101",
    "measure-missing",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("measures", "status", "quick_win", "source"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find a story of a change made, with nothing counted."""
    if story.measures or story.quick_win or story.source:
        return
    if story.status in {"made", "sustained"}:
        message = f"The story says that the change is {story.status}, and nothing was counted."
        yield fault.at(story.place("status"), message)
