"""A story that is referred to and does not exist: in `adapted_from`, or in an action's `story`.

Why: an action belongs to a page, and an example to the team that gave it.

Instead: Use the last part of the story's address, which is the name of its file or folder.

Example:
    adapted_from: what-maters-board
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.suggest import guess_term
from generator.rules.rule import Context, rule


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
    stories = context.collection.stories
    near = guess_term(slug, {story.slug: (story.title or "",) for story in stories})
    hint = f"Did you mean “{near}”?" if near else ""
    yield fault.at(record.place(field), f"There is no story “{slug}”.", hint)
