"""An update that adds a second point to a month, or a week, that has one already.

Why: The story counted on the first of each month. Two people sent in October: one as the 1st, one
as the 31st, with other figures. The chart had thirteen months in its year, and the line took a step
that nobody on the ward had seen.

Instead: Write the day that the other points have, such as the first of the month. If the earlier
value was wrong, the same day with the right value corrects it, and the page shows both.

Example:
    measures:
      - measure: woken-by-noise
        points: [{date: 2026-10-31, value: 3}]    # there is one for 2026-10-01
"""

import datetime as dt
from collections.abc import Callable, Iterator

from generator.evidence.figures import name_spell
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_SPELLS: dict[str, Callable[[dt.date], object]] = {
    "week": lambda day: day.isocalendar()[:2],
    "month": lambda day: (day.year, day.month),
    "quarter": lambda day: (day.year, (day.month - 1) // 3),
    "year": lambda day: day.year,
}


@rule(
    "L123",
    "points-in-one-month",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning="baseline",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find points of updates that fall into a month, or a week, with another point."""
    if not context.collection.updates_of(record):
        return
    for index, measure in enumerate(record.measures):
        if context.findings.of(record).measured[index].drawing.chart.words.point:
            continue
        own = record.own.measures[index].points
        spell = name_spell(sorted(point.date for point in own))
        if spell not in _SPELLS:
            continue
        seen: dict[object, dt.date] = {}
        for number, point in enumerate(measure.points):
            first = seen.setdefault(_SPELLS[spell](point.date), point.date)
            place = record.place("measures", index, "points", number, "date")
            if first == point.date:
                continue
            before = record.place("measures", index, "points", number - 1, "date")
            if place.path == record.path:
                place = before
            if place.path != record.path:
                message = (
                    f"“{measure.title}” has points for {first} and for {point.date}, and counts "
                    f"by the {spell}."
                )
                yield fault.at(place, message)
