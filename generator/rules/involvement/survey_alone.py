"""Experience that was learnt from surveys or comment forms alone.

Why: On the form, 94 of 100 people were satisfied with how they had been told their results. A
student sat in the corridor for two mornings. She saw nine people come out of the room, turn the
wrong way, and stop. Nothing on the form had asked about the corridor. A form brings back answers to
what you already thought to ask.

Instead: Watch for an hour, or talk with three people, and write down what you did not expect.

Example:
    experience:
      - {method: survey, from: patients, people: 100, found: "94 were satisfied."}
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_FORMS = {"survey", "feedback"}


@rule(
    "L202",
    "survey-alone",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("experience", "source"),
    learning="both-sides",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find experience records that are all surveys or feedback."""
    if story.experience and not story.source and {e.method for e in story.experience} <= _FORMS:
        message = "What you learnt from people comes from forms alone; nobody watched or talked."
        yield fault.at(story.place("experience"), message)
