"""Stories, and no domain at all that they could belong to.

Why: a folder was tidied away with a mistyped command, and what was left to tell was a hundred
stories with an unknown domain each. The one thing that was wrong stood nowhere.

Instead: Bring the folder back, `git restore domains` does it, or write a domain with
`stories new domain`.

Example:
    domains/ with no .md file in it
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, rule


@rule("R618", "domains-missing", Severity.ERROR, doc=__doc__, on=(Story, Action))
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Say, with the first record, that there is no domain."""
    known = context.collection
    first = next(iter((*known.stories, *known.actions)))
    if record is first and not known.domains and not any(u.kind == "domain" for u in known.unread):
        yield fault.at(Place("domains"), "There is no domain: the folder has no file that is one.")
