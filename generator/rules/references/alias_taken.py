"""An old name that is another page's name now.

Why: the old address can lead to one place only.

Instead: Take the alias out of the record that does not need it.

Example:
    aliases: [a-quiet-room]    while another story is called a-quiet-room
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule("R607", "alias-taken", Severity.ERROR, doc=__doc__, on=(Story, Action), needs=("aliases",))
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find aliases that are a record's slug, or the alias of a record that comes before."""
    for index, alias in enumerate(record.aliases):
        owner = context.collection.path_by_slug.get((record.kind, alias))
        owner = owner or context.collection.path_by_alias[record.kind, alias]
        if owner != record.path or alias in record.aliases[:index]:
            message = f"The old name “{alias}” already leads to {owner}."
            yield fault.at(record.place("aliases", index), message)
        elif alias == record.slug:
            message = f"The old name “{alias}” is the name that this file has now."
            yield fault.at(record.place("aliases", index), message)
