"""Co-production or co-design in which no patient took part.

Why: Nine members of staff spent a good afternoon designing the leaflet, and wrote “co-designed” on
the back. The word is a promise that people who have lain in the bed were at the table. When they
were not, it takes the word away from the next team, who did ask them.

Instead: Say in `patients` how many patients and carers took part; or choose the level that is true:
informing, consultation or engagement.

Example:
    involvement: {level: co-design, patients: 0, staff: 9}
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L802",
    "co-production-without-patients",
    Severity.WARNING,
    doc=__doc__,
    on=(Story,),
    needs=("involvement",),
    learning="decided-together",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find a story that claims to be made together, with no patient counted."""
    shared = story.involvement
    if shared and shared.level in {"co-production", "co-design"} and not shared.patients:
        known = "says that no patient" if shared.patients == 0 else "does not say that any patient"
        message = f"This is called {shared.level}, and the story {known} took part."
        yield fault.at(story.place("involvement", "level"), message)
