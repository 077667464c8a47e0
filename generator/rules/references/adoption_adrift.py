"""An adoption that names no example, or one that does not exist.

Why: a day unit wrote that it had tried the board and kept it. The name of the story was spelt with
one letter too few, and the team that gave the example never heard of it.

Instead: Write `of` as stories/ or actions/ and the last part of the example's address, or put the
file in the folder `adoptions/` beside the story.

Example:
    of: stories/quiter-nights
"""

from collections.abc import Iterator

from generator.collection.record_names import read_goal
from generator.model import Action, Adoption, Story
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.references.term_unknown import guess_term
from generator.rules.rule import Context, rule


@rule("R620", "adoption-adrift", Severity.ERROR, doc=__doc__, on=(Adoption,), needs=("of",))
def RULE(adoption: Adoption, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find adoptions of nothing; of what was withdrawn, another rule tells."""
    known = context.collection
    kind, slug = read_goal(adoption)
    gone = known.withdrawals
    if known.example_of(adoption) or known.knows(kind, slug) or (gone and slug in gone.names(kind)):
        return
    if not slug:
        message = "This says that an example was tried, and not which."
        yield fault.at(Place(adoption.path), message)
        return
    records: tuple[Story | Action, ...] = (*known.stories, *known.actions)
    near = guess_term(slug, {record.slug: (record.title or "",) for record in records})
    folder = "actions" if near and near not in known.story_by_slug else "stories"
    hint = f"Did you mean “{folder}/{near}”?" if near else ""
    yield fault.at(adoption.place("of"), f"There is no {kind} “{slug}” to take home.", hint)
