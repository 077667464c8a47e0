"""A setting that the vocabulary does not have.

Why: the coverage of the site is counted by setting; two spellings of one place would be two places.

Instead: Use one of the settings in domains/vocabulary.yml, or add yours there in the same proposal.

Example:
    setting: someplace
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.suggest import list_unknown, names_of
from generator.rules.rule import Context, rule


@rule(
    "R602", "setting-unknown", Severity.ERROR, doc=__doc__, on=(Story, Action), needs=("setting",)
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a setting that the vocabulary does not list."""
    vocabulary = context.collection.vocabulary
    known = names_of(vocabulary.settings or {}) if vocabulary else {}
    yield from list_unknown(record, "setting", fault, known)
