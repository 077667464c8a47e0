"""Days of events, without the days between which all of them would have been seen.

Why: A ward wrote down four days on which somebody fell. Had it looked for a year, or for a month?
Four in a year is rare, four in a month is not; and the quiet weeks since the last one count only if
somebody was still looking. Without the first and the last day of looking, the list says nothing.

Instead: Give `observed` with `from` and `to`: the first day of looking, and the last.

Example:
    events: [2026-01-09, 2026-02-20, 2026-04-02]
"""

from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "L121",
    "events-unobserved",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find events without `observed`, and observed days that leave some of the events out."""
    for index, measure in enumerate(record.measures):
        observed = measure.observed
        if measure.events and observed is None:
            message = f"“{measure.title}” does not say between which days events were looked for."
            yield fault.at(record.place("measures", index, "events"), message)
        elif observed:
            outside = [day for day in measure.events if not observed.from_ <= day <= observed.to]
            if outside:
                message = (
                    f"The event of {min(outside)} of “{measure.title}” lies outside the observed "
                    "days, and is left out."
                )
                at = measure.events.index(min(outside))
                yield fault.at(record.place("measures", index, "events", at), message)
