"""A measure that does not say how it was counted, in what unit, or which way is better.

Why: Two wards both reported “call bells answered”. One counted the bells that were answered at all,
the other those answered within three minutes, by a stopwatch that a student held. Side by side on a
slide, one ward looked lazy. Nobody in the room could say what either number meant.

Instead: Say in `definition` who counted what, out of how many; in `unit` what the numbers are; and
in `direction` whether better is increase or decrease, or neutral if it is neither.

Example:
    measures:
      - title: "Bells answered"
        type: process
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_WANTED = {
    "definition": "how it was counted",
    "unit": "in what unit",
    "direction": "which way is better",
}


@rule(
    "L103",
    "measure-undefined",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
    says={"": "“{title}” does not say {lacking}.", **_WANTED},
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find measures that lack a definition, a unit or a direction, one report a measure."""
    for index, measure in enumerate(record.measures):
        lacking = [words for name, words in _WANTED.items() if not getattr(measure, name)]
        if lacking:
            listed = " or ".join([", ".join(lacking[:-1]), lacking[-1]] if lacking[1:] else lacking)
            place = record.place("measures", index, "title")
            yield fault.at(place, *fault.say("", title=measure.title, lacking=listed))
