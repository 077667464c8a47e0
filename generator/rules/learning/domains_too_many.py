"""A story or an action that is filed under more than half of the domains.

Why: A team moved a desk so that names were no longer called across the waiting room, and ticked
nearly every domain, since a person who is treated with respect is treated so in everything.
Somebody who looked for help with pain relief found the desk. No one change does everything, and a
story that is filed everywhere is found nowhere.

Instead: Keep the one or two domains that a patient would name.

Example:
    domains: [naming, privacy, sensitivity, decisions, urgency, surroundings]
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_LEAST = 4


@rule(
    "L601",
    "domains-too-many",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("domains",),
    learning="adapted",
    can_be_allowed=True,
    says={"": "{named} domains are named here, and the framework has {known}."},
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find records under more than half of the framework's domains, and at least four."""
    named, known = len(set(record.domains)), len(context.collection.domains)
    if named >= _LEAST and 2 * named > known:
        message, _ = fault.say("", named=named, known=known)
        yield fault.at(record.place("domains"), message)
