"""Experience that rests on what people said of themselves; nobody watched.

Why: Asked how often they used the name that a patient had chosen, the staff of a ward said nine
times in ten. Volunteers sat by the beds and listened: it was five. Nobody had lied. People do not
always do what they say they do, and they are the last to hear it.

Instead: Have somebody watch or listen for an hour, and add what they saw as an observation.

Example:
    experience:
      - {method: interview, from: patients, found: "…"}
      - {method: workshop, from: staff, found: "…"}
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_SEVERAL = 2
_FORMS = {"survey", "feedback"}


@rule(
    "L803",
    "self-report-alone",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("experience", "source"),
    learning="decided-together",
    can_be_allowed=True,
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find two experience records or more with no observation; forms alone are another fault."""
    methods = [experience.method for experience in story.experience]
    if len(methods) < _SEVERAL or story.source or set(methods) <= _FORMS:
        return
    if "observation" not in methods:
        message = "All that you learnt is what people said of themselves; nobody watched."
        yield fault.at(story.place("experience"), message)
