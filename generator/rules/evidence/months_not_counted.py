"""A measure with months, or weeks, in which nothing was counted.

Why: From June to September there was no figure: the volunteer was away, and nobody had thought to
ask another. The line on the chart sprang from May to October as though nothing had been in between.
A reader could not know whether those four months were missing or had been left out.

Instead: Add the figures, if somebody has them; else give the months without a value (`n/a`), with a
`note` of why, so that the gap is seen to be one.

Example:
    points: one for each month from January to May, and from October to December
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

FEW = 2


@rule(
    "L120",
    "months-not-counted",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures", "changed_on", "made_on"),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find measures with fewer counted months, or weeks, than went by, and no gap for them."""
    for index, measured in enumerate(context.findings.of(record).measured):
        if measured.uncounted >= FEW and not measured.drawing.gaps:
            message = f"“{measured.measure.title}” has {measured.counted}."
            yield fault.at(record.place("measures", index, "points"), message)
