"""An allowance for a rule that has nothing to say here.

Why: A story once had no measure, and gave the reason. Two years of points have been added since,
and the reason still told the reviewer that nothing was counted.

Instead: Take the allowance out. It can be written again if the rule ever speaks.

Example:
    allow:
      - rule: measure-missing
        because: "It cannot be counted."
    measures:
      - title: "Patients called by the name they chose"
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "A103",
    "allowance-idle",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("allow",),
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find allowances that allow nothing, as the runner found them."""
    for index, allowance in enumerate(record.allow):
        if (record.path, index) in context.idle:
            message = f"“{allowance.rule}” is allowed here, and it has nothing to say about this."
            yield fault.at(record.place("allow", index, "rule"), message)
