"""Stories that were each adapted from the other, in a circle.

Why: an example has a beginning; in a circle nobody could tell who gave it.

Instead: Take `adapted_from` out of the story that came first.

Example:
    adapted_from: this-very-story
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule("R606", "lineage-cycle", Severity.ERROR, doc=__doc__, on=(Story,), needs=("adapted_from",))
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a circle, and report it once, at its first story by name."""
    chain = [story.slug]
    above = story.adapted_from
    while above and above not in chain:
        chain.append(above)
        parent = context.collection.story_by_slug.get(above)
        above = parent.adapted_from if parent else None
    if above == story.slug and story.slug == min(chain):
        circle = " → ".join([*chain, story.slug])
        message = f"These stories were adapted from each other: {circle}."
        if len(chain) == 1:
            message = "This story is said to be adapted from itself."
        yield fault.at(story.place("adapted_from"), message)
