"""A pathway that the vocabulary does not have.

Why: somebody who looks for breast care finds only the stories that are filed under its one name.

Instead: Use one of the pathways in domains/vocabulary.yml, or add yours there in the same proposal.

Example:
    pathway: somecondition
"""

from collections.abc import Iterator

from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.suggest import list_unknown, names_of
from generator.rules.rule import Context, rule


@rule("R603", "pathway-unknown", Severity.ERROR, doc=__doc__, on=(Story,), needs=("pathway",))
def RULE(record: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a pathway that the vocabulary does not list."""
    vocabulary = context.collection.vocabulary
    known = names_of(vocabulary.pathways or {}) if vocabulary else {}
    yield from list_unknown(record, "pathway", fault, known)
