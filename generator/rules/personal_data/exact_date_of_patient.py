"""The exact day of something that happened to a patient: an admission, a scan, a death.

Why: a story said on which day a woman had died on the ward, and there had been one funeral in the
village that week. A day is nothing to a reader elsewhere and everything to a neighbour.

Instead: Say the month, the season or the day of the week. What the team did may keep its day.

Example:
    She was admitted on 14 May 2026 with nobody to mind the dog.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.personal_data.dates_in_text import YEAR, list_birth_dates, list_days
from generator.rules.personal_data.disguise import mask
from generator.rules.personal_data.texts import list_figures
from generator.rules.rule import Context, rule

_REACH = 240
_SENTENCE_END = re.compile(r"[.!?][”\"')]*\s|\n\s*\n|\n#")
_BY_NAME = (
    r"(?:she|he|I|who|patient|(?:mum|dad|wife|husband|mother|father|Mrs|Mr|Ms|Miss)\b[^.]{0,20})"
)
_HAPPENED = re.compile(
    rf"\b{_BY_NAME} (?:(?:was|were|been|had|had been|being|got) )?(?:first |last )?(?:re-?)?"
    r"(?:admitted|discharged|diagnosed|transferred|referred|scanned|operated|died|collapsed"
    r"|fell|came in|went home|went into|given the all-clear|told that)\b"
    r"|\b(?:her|his|my|the patient[’']s|a patient[’']s) (?:\w+ )?(?:scan|operation|surgery|biopsy"
    r"|diagnosis|death|admission|appointment|stroke|fall|transplant|chemotherapy|radiotherapy"
    r"|treatment|discharge|mastectomy|funeral)\b"
    r"|\bpatients? (?:was|were|who was|had been) (?:admitted|discharged|diagnosed|seen|scanned)\b",
    re.IGNORECASE,
)


@rule("P107", "exact-date-of-patient", Severity.ADVICE, doc=__doc__, on=(Story, Action))
def RULE(record: Story | Action, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find full dates in sentences that tell what happened to one person."""
    for text in list_figures(record, YEAR):
        if not text.is_said:
            continue
        plain = text.plain
        for start, end in _find(plain.words):
            message = f"The exact day of what happened to a person stands {text.where}: "
            message += f"{mask(plain.words[start:end])}."
            yield fault.at(text.place(plain.find_origin(start)), message)


def _find(words: str) -> Iterator[tuple[int, int]]:
    days = list(list_days(words))
    if not days:
        return
    happened = [found.start() for found in _HAPPENED.finditer(words)]
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(words)), len(words)]
    births = {start for start, _ in list_birth_dates(words)} if happened else set()
    for start, end in days:
        first = max(ends[bisect_right(ends, start) - 1], start - _REACH)
        last = min(ends[min(bisect_right(ends, end), len(ends) - 1)], end + _REACH)
        if start not in births and bisect_left(happened, last) > bisect_left(happened, first):
            yield start, end
