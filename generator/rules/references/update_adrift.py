"""An update that goes on with no story and no action, or with one that does not exist.

Why: two months of figures were sent in with a slip in the name of the story. The file was there,
nobody was told, and the chart stopped in June.

Instead: Put the file in the folder `updates/` beside the story, or name the story in `story`, or
the action in `action`: the last part of its address.

Example:
    story: quiter-nights
"""

from collections.abc import Iterator

from generator.model import Update
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.adrift import tell_adrift
from generator.rules.rule import Context, rule


@rule(
    "R619",
    "update-adrift",
    Severity.ERROR,
    doc=__doc__,
    on=(Update,),
    needs=("story", "action"),
    says={
        "unknown": "There is no {record} “{slug}” to go on with.",
        "unnamed": "This update names no story and no action that it goes on with.",
    },
)
def RULE(update: Update, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find updates of nothing."""
    return tell_adrift(update, fault, context.collection)
