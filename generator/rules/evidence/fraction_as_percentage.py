"""Values between 0 and 1 where the unit is %.

Why: A spreadsheet had 0.40 in one column and showed 40 % in another. The column with 0.40 was the
one that was copied, and for two months the page said that less than one person in a hundred had
heard the bell. It had been more than half.

Instead: If 0.40 means 40 %, write 40, or let the cells of the workbook be formatted as percentages.
If it truly is less than one per cent, allow this rule and say so.

Example:
    unit: "%"
    points:
      - {date: 2026-05-01, value: 0.4}
      - {date: 2026-06-01, value: 0.62}
"""

import re
from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_SHARE = re.compile(r"(?:%|per ?cent|percentage)(?: of .{0,100})?", re.IGNORECASE)


@rule(
    "L119",
    "fraction-as-percentage",
    Severity.ERROR,
    doc=__doc__,
    on=(Story, Action),
    needs=("measures",),
    learning=1,
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask of each measure in per cent whose values all lie between 0 and 1 what they mean."""
    for index, measure in enumerate(record.measures):
        if not measure.points or not _SHARE.fullmatch(measure.unit or ""):
            continue
        values = [p.value for p in measure.points if p.value is not None]  # a gap has no value
        broken = next((value for value in values if 0 < value < 1), None)
        if broken is None or not all(0 <= value <= 1 for value in values):
            continue
        message = f"“{measure.title}” has the unit % and no value above 1: is {broken:g} meant as "
        message += f"{broken * 100:g} %, or as less than one per cent?"
        keys = ("file",) if measure.file else ("points", 0, "value")
        yield fault.at(record.place("measures", index, *keys), message)
