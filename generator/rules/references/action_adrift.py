"""An action record that belongs to no story and says too little to stand alone.

Why: an action of no story is a quick win, found by its domain and its date.

Instead: Add `domains`, and the date on which it was made; or move it into its story's folder.

Example:
    title: Turned the screen round
    status: made
"""

from collections.abc import Iterator

from generator.collection.collection import date_of
from generator.model import Action
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "R609",
    "action-adrift",
    Severity.ERROR,
    doc=__doc__,
    on=(Action,),
    needs=("story", "domains", "planned_on", "started_on", "made_on", "stopped_on"),
)
def RULE(action: Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find what an action of no story lacks."""
    alone = context.collection.story_slug_of(action) is None
    if alone and not action.domains:
        message = "This action belongs to no story and names no domain."
        yield fault.at(Place(action.path), message)
    if alone and date_of(action) is None:
        message = "This action belongs to no story and has no date."
        yield fault.at(Place(action.path), message)
