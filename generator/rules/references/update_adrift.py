"""An update that goes on with no story and no action, or with one that does not exist.

Why: two months of figures were sent in with a slip in the name of the story. The file was there,
nobody was told, and the chart stopped in June.

Instead: Put the file in the folder `updates/` beside the story, or name the story in `story`, or
the action in `action`: the last part of its address.

Example:
    story: quiter-nights
"""

from collections.abc import Iterator

from generator.collection.record_names import read_goal
from generator.model import Action, Story, Update
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.references.term_unknown import guess_term
from generator.rules.rule import Context, rule


@rule(
    "R619",
    "update-adrift",
    Severity.ERROR,
    doc=__doc__,
    on=(Update,),
    needs=("story", "action"),
)
def RULE(update: Update, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find updates of nothing; of what was withdrawn, another rule tells."""
    known = context.collection
    kind, slug = read_goal(update)
    gone = known.withdrawals
    if known.updated_by(update) or known.knows(kind, slug) or (gone and slug in gone.names(kind)):
        return
    if not slug:
        message = "This update names no story and no action that it goes on with."
        yield fault.at(Place(update.path), message)
        return
    records: tuple[Story | Action, ...] = known.stories if kind == "story" else known.actions
    near = guess_term(slug, {record.slug: (record.title or "",) for record in records})
    hint = f"Did you mean “{near}”?" if near else ""
    yield fault.at(update.place(kind), f"There is no {kind} “{slug}” to go on with.", hint)
