"""A domain that the framework does not have.

Why: readers look for stories by domain; a story under a domain that does not exist is never found.

Instead: Use the name of one of the files in the domains folder.

Example:
    domains: [nameing]
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.suggest import list_unknown
from generator.rules.rule import Context, rule


@rule("R601", "domain-unknown", Severity.ERROR, doc=__doc__, on=(Story, Action), needs=("domains",))
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find domains that no file describes."""
    domains = context.collection.domains
    known = {domain.slug: (domain.title or "", domain.short or "") for domain in domains}
    known |= {u.slug: ("", "") for u in context.collection.unread if u.kind == "domain"}
    yield from list_unknown(record, "domains", fault, known)
