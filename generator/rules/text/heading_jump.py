"""A heading that is more than one level below the one before it.

Why: People who listen to a page walk through it by its headings, as others let their eyes run down
it. A jump from the second level to the fourth sounds like a missing stair, and they go back to look
for what was left out.

Instead: Use ## for the parts of the story, and ### for parts of a part. A smaller look is no reason
for a lower level.

Example:
    ## The first week

    #### What the porters saw
"""

from collections.abc import Iterator

from generator.model import WRITTEN, Record
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import list_passages
from generator.rules.rule import Context, rule


@rule(
    "T103",
    "heading-jump",
    Severity.ADVICE,
    doc=__doc__,
    on=WRITTEN,
    can_be_allowed=True,
)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find headings that jump a level; the record's title is the first level."""
    above = 1
    for passage in list_passages(record, holding=("###",)):
        if passage.kind != "heading":
            continue
        if passage.level > above + 1:
            words = " ".join(passage.plain.split())
            after = "the title" if above == 1 else f"a heading of level {above}"
            message = f"The heading “{words}” is of level {passage.level}, and comes after {after}."
            marks = "#" * (above + 1)
            hint = f"Write it with {marks}, or put a heading of level {above + 1} above it."
            yield fault.at(passage.place(0), message, hint)
        above = passage.level
