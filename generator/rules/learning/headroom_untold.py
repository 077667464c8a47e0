"""A change that took more than 8 hours of work, without a word about where the hours came from.

Why: A sister from another hospital read how a ward had called forty people at home. She wanted to
do the same, and rang to ask who had covered the ward meanwhile. The answer, that the matron had
taken one late shift a fortnight for three months, was the part that she needed, and it was not on
the page.

Instead: Say in `headroom` how many hours a week were freed, for how many weeks, and who freed them
and how. If people did it in their own time, say that.

Example:
    # the actions add up to 30 hours of effort, and the story has no headroom
    status: made
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.effort import SMALL_HOURS, add_hours, tell_number
from generator.rules.rule import Context, rule


@rule(
    "L301",
    "headroom-untold",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("headroom", "quick_win", "source"),
    learning="freed-time",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a story whose actions took long, with no headroom."""
    if story.headroom or story.quick_win or story.source:
        return
    hours = add_hours(story, context)
    if hours > SMALL_HOURS:
        told = tell_number(hours)
        message = f"The actions took {told} hours, and the story does not say who freed the time."
        yield fault.at(story.place("status"), message)
