"""An update with points for a measure that its story does not have.

Why: the sheet said “Falls”, the story “Falls at night”. The points of two months belonged to no
chart, and the page went on to say that nothing had been counted since May.

Instead: Call the measure by its `id`, or by its title as the story has it. What has never been
counted before is a measure of its own, in the story's own file.

Example:
    measures:
      - measure: woken-by-nois
        points: [{date: 2026-10-01, value: 3}]
"""

from collections.abc import Iterator

from generator.collection.lay_updates import find_measure, id_of
from generator.model import Update
from generator.model.problem import Fault, Problem, Severity
from generator.rules.references.term_unknown import guess_term
from generator.rules.rule import Context, rule

_FEW = 6


@rule(
    "R622",
    "measure-unknown",
    Severity.ERROR,
    doc=__doc__,
    on=(Update,),
    needs=("story", "action", "measures"),
)
def RULE(update: Update, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find names of measures that the record has not."""
    record = context.collection.goal_of(update)
    if record is None or "measures" in record.faulty:
        return
    known = {id_of(measure): (measure.title,) for measure in record.own.measures}
    for index, new in enumerate(update.measures):
        if find_measure(record, new.measure) is not None:
            continue
        message = f"“{record.title}” has no measure “{new.measure}”."
        near = guess_term(new.measure, known)
        hint = f"It has: {', '.join(list(known)[:_FEW])}." if known else "It has none at all."
        hint = f"Did you mean “{near}”?" if near else hint
        yield fault.at(update.place("measures", index, "measure"), message, hint)
