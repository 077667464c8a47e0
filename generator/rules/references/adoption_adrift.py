"""An adoption that names no example, or one that does not exist.

Why: a day unit wrote that it had tried the board and kept it. The name of the story was spelt with
one letter too few, and the team that gave the example never heard of it.

Instead: Write `of` as stories/ or actions/ and the last part of the example's address, or put the
file in the folder `adoptions/` beside the story.

Example:
    of: stories/quiter-nights
"""

from collections.abc import Iterator

from generator.model import Adoption
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.adrift import tell_adrift
from generator.rules.rule import Context, rule


@rule(
    "R620",
    "adoption-adrift",
    Severity.ERROR,
    doc=__doc__,
    on=(Adoption,),
    needs=("of",),
    says={
        "unknown": "There is no {record} “{slug}” to take home.",
        "unnamed": "This says that an example was tried, and not which.",
    },
)
def RULE(adoption: Adoption, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find adoptions of nothing."""
    return tell_adrift(adoption, fault, context.collection)
