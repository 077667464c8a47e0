"""An allowance for a rule that no reason can answer.

Why: A story gave a patient's telephone number, and the reason was that she had said it was all
right. She may have, on that day. Rules about people's privacy and consent, about plans that nobody
has tried, and about links and names that lead nowhere hold for every story alike.

Instead: Take the allowance out and mend what the rule points at.

Example:
    allow:
      - rule: plans-alone
        because: "We mean to begin in the new year."
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "A102",
    "allowance-refused",
    Severity.ERROR,
    doc=__doc__,
    on=(Story, Action),
    needs=("allow",),
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find allowances for rules that cannot be allowed."""
    for index, allowance in enumerate(record.allow):
        rule = context.known.get(allowance.rule)
        if rule and not rule.can_be_allowed:
            message = (
                f"“{allowance.rule}” is a rule that holds for every story, whatever the reason."
            )
            yield fault.at(record.place("allow", index, "rule"), message)
