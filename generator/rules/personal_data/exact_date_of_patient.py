"""The exact day of something that happened to a patient: an admission, a scan, a death.

Why: a story said on which day a woman had died on the ward, and there had been one funeral in the
village that week. A day is nothing to a reader elsewhere and everything to a neighbour.

Instead: Say the month, the season or the day of the week. What the team did may keep its day.

Example:
    She was admitted on 14 May 2026 with nobody to mind the dog.
"""

import re
from collections.abc import Iterator

from generator.model import AUTHORED, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.dates_in_text import (
    DATE,
    MAY_BE_DATE,
    THING,
    list_birth_dates,
    may_hold_date,
)
from generator.rules.personal_data.signs import Stretch, find_signs, tell_signs
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

# Without a year, as in a note; or without a month, which was told before.
_SHORT = (
    r"(?<![\w./£$€-])(?:(?:[12][0-9]|3[01]|0?[1-9])/(?:1[0-2]|0?[1-9])(?![0-9\w]|[./-][0-9])"
    r"|(?:[12][0-9]|3[01]|0[1-9])\.(?:1[0-2]|0[1-9])(?![0-9\w%]|[./-][0-9]))"
)
_OF_MONTH = (
    r"(?:(?<=on the )|(?<=after the )|(?<=since the )|(?<=until the )|(?<=from the ))(?:[12]?[0-9]"
    r"(?:st|nd|rd|th)|3(?:0th|1st))(?=[,.;:)!?]| (?:and|but|s?he|they|it|when|with|without|at)\b)"
)
# How far a day goes on at most, in words, before and behind a month or a figure of it.
_LONGEST = (30, 60)
# Any day may be a team's or a thing's: what stands around it tells.
_SIGNS = (
    Sign(
        compile_when_asked(rf"{DATE.pattern}|{_SHORT}|{_OF_MONTH}"),
        unless=(re.compile(r"^[0-9]+[./ -]+1[3-9][./ -]"),),  # no year has more than twelve months
        not_near=THING,
        clues="day_clues",
    ),
)


@rule(
    "P107",
    "exact-date-of-patient",
    Severity.ADVICE,
    doc=__doc__,
    on=AUTHORED,
    says={"": "The exact day of what happened to a person stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find days, with a year or without, by whose side stands what happened to one person."""
    texts = (text for text in list_texts(record, MAY_BE_DATE, may_hold_date) if text.is_said)
    yield from tell_signs(fault, texts, MAY_BE_DATE, _find, _LONGEST)


def _find(words: str, stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    found = tuple(find_signs(words, _SIGNS, stretches))
    births = {start for start, _ in list_birth_dates(words)} if found else set()
    yield from (each for each in found if each[0] not in births)
