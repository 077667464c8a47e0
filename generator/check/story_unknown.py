"""A story that is referred to and does not exist: in `adapted_from`, or in an action's `story`.

Why: an action belongs to a page, and an example to the team that gave it.

Instead: Use the last part of the story's address, which is the name of its file or folder.

Example:
    adapted_from: what-maters-board
"""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.check.rule import Context, rule
from generator.problem import Fault, Problem, Severity
from generator.records import Action, Story


@rule(
    "R605",
    "story-unknown",
    Severity.ERROR,
    doc=__doc__,
    on=(Story, Action),
    needs=("adapted_from", "story"),
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find references to stories that are not there."""
    field = "story" if isinstance(record, Action) else "adapted_from"
    slug = getattr(record, field)
    if slug is None or context.collection.knows("story", slug):
        return
    near = get_close_matches(slug, context.collection.story_by_slug, 1, 0.6)
    hint = f"Did you mean “{near[0]}”?" if near else ""
    yield fault.at(record.place(field), f"There is no story “{slug}”.", hint)
