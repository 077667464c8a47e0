"""Two stories, or two action records, that would have the same address.

Why: one page would hide the other.

Instead: Give one of the two files another name.

Example:
    stories/2025/quiet-nights.md and stories/2026/quiet-nights/index.md
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, rule


@rule("F110", "slug-taken", Severity.ERROR, doc=__doc__, on=(Story, Action))
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a record whose slug belongs to one that comes before it by path."""
    first = context.collection.path_by_slug[record.kind, record.slug]
    if first != record.path:
        message = f"The name “{record.slug}” is already that of {first}."
        yield fault.at(Place(record.path), message)
