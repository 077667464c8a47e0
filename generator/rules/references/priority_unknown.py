"""A priority that the vocabulary does not have.

Why: each priority has a page on which leaders see the stories that serve it.

Instead: Use one of the priorities in domains/vocabulary.yml, or take the link out.

Example:
    strategic_links: [patients-first]
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.suggest import list_unknown, names_of
from generator.rules.rule import Context, rule


@rule(
    "R604",
    "priority-unknown",
    Severity.ERROR,
    doc=__doc__,
    on=(Story, Action),
    needs=("strategic_links",),
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find priorities that the vocabulary does not list."""
    vocabulary = context.collection.vocabulary
    known = names_of(vocabulary.priorities or {}) if vocabulary else {}
    yield from list_unknown(record, "strategic_links", fault, known)
