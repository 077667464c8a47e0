"""An allowance for a rule that does not exist.

Why: Somebody wrote “L310” where “L301” was meant, with a good reason beside it. The advice came
back at every check, and the reason was read by nobody.

Instead: Use the code or the name that stands in the message which you want to answer.

Example:
    allow:
      - rule: headroom-unsaid
        because: "We did it over lunch, nine of us."
"""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "A101",
    "allowance-unknown",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("allow",),
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find allowances that name no rule."""
    for index, allowance in enumerate(record.allow):
        if allowance.rule in context.known:
            continue
        allowable = [key for key, rule in context.known.items() if rule.can_be_allowed]
        near = get_close_matches(allowance.rule, allowable, 1, 0.6)
        hint = f"Did you mean “{near[0]}”?" if near else ""
        message = f"There is no rule “{allowance.rule}” that a reason could answer."
        yield fault.at(record.place("allow", index, "rule"), message, hint)
