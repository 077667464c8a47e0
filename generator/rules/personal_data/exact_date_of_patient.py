"""The exact day of something that happened to a patient: an admission, a scan, a death.

Why: a story said on which day a woman had died on the ward, and there had been one funeral in the
village that week. A day is nothing to a reader elsewhere and everything to a neighbour.

Instead: Say the month, the season or the day of the week. What the team did may keep its day.

Example:
    She was admitted on 14 May 2026 with nobody to mind the dog.
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.model import AUTHORED, Record
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.dates_in_text import DATE, MAY_BE_DATE, list_birth_dates
from generator.rules.personal_data.people_words import PERSON
from generator.rules.personal_data.signs import find_signs, tell_signs
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

_HAPPENED = re.compile(
    r"\b(?:(?:re-?)?admi(?:tted|ssion)|(?:re-?)?discharged?|diagnos(?:ed|is)|transferred|referred"
    r"|scan(?:ned)?|operat(?:ed on|ion)|surgery|died|death|dying|passed away|collapsed?|fell"
    r"|fall|faint(?:ed)?"
    r"|came in|came to us|came out|brought (?:in|him|her)|taken (?:in|ill|to hospital)|went"
    r" home|went into"
    r"|strokes?|bled|bleed|tonsils|appendix|ovary|womb|gall ?bladder|removed|amputat(?:ed|ion)"
    r"|miscarr(?:ied|iage)|stillborn|waters broke|labour|sectioned|accident|crash|broke (?:his"
    r"|her|a)"
    r"|chemo(?:therapy)?|radiotherapy|treatment|transplant(?:ed)?|transfusion|dialysis|tested"
    r" positive"
    r"|biopsy|mastectomy|hysterectomy|funeral|cremat(?:ed|ion)|buried|cancer|tumour|lump|heart"
    r" (?:attack|stopped)|seizure|had (?:her|a|the|his) baby|(?:into|in) theatre"
    r"|fit|overdose|suicide|stopped (?:eating|breathing)|weighed|stitche[sd]|appointment"
    r"|bed|ward|theatre|hospice|drip|mask|tube|pain|infection|sepsis|pneumonia|wound"
    r"|fractur\w*|broken|burn(?:ed|t|s)?"
    r"|hips?|knees?|legs?|arms?|wrist|eyes?|breast|kidney|bowel|lungs?|liver|heart|skin|womb"
    r"|toe|foot|throat|ribs?"
    r"|results?|pregnan\w*|delivered|birth|twins|detained|arrested|relapse\w*|remission"
    r"|symptoms?|ill|sick|poorly"
    r"|jab|vaccinat\w+|injection|infusion|x-ray|mri|ct|bloods?|stoma|catheter|pacemaker"
    r"|respite|rehab|physio"
    r"|moved (?:in|to)|came home|(?:got|gone|went|sent) home|left hospital|last breath|slipped"
    r" away|lost (?:her|his)"
    r"|all[- ]clear|told that|test results?|intensive care|ventilat(?:ed|or)|gave birth"
    r"|ambulance)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\b(?:launch(?:ed)?|audit(?:ed)?|pilot|survey|published|newsletter|training day|board meeting"
    r"|joined|appointed|retired|rota|study|approved|training|inspection|we (?:began|started"
    r"|changed|introduced|moved|hung|opened|met|trained|tested|switched|stopped))\b",
    re.IGNORECASE,
)
# A note that leaves the person out, and says what happened just before the day.
_NOTED = re.compile(
    r"\b(?:(?:re-?)?admitted|discharged|diagnosed|sectioned|operated on|died|deceased"
    r"|(?:date|day) of (?:the )?(?:death|accident|admission|discharge|diagnosis|operation|fall"
    r"|injury|surgery))(?: on)?:? {1,3}",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:patients|people|women|men|residents|children|babies|they|all|we|[0-9]+)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_GRAVE = re.compile(
    r"\b(?:readmitted|died|death|funeral|diagnosed|stroke|heart attack|miscarriage|stillborn"
    r"|mastectomy|biopsy|amputat\w+"
    r"|the (?:fall|operation|lump|bleed|crash|accident)|sectioned|cancer|tumour|first"
    r" chemotherapy|waters broke)\b",
    re.IGNORECASE,
)
_MANY_OR_TEAM = re.compile(
    rf"{_TEAM.pattern}|\b(?:patients|people|women|men|residents|children|deaths|falls|strokes"
    r"|clinic|service|unit"
    r"|team|charity|campaign|awareness|guideline|screening|conference|talk|open(?:ed)?|meeting"
    r"|plan|network)\b",
    re.IGNORECASE,
)
_SIGNS = (
    Sign(DATE, near=(_HAPPENED, PERSON), not_near=_TEAM),
    Sign(DATE, near=(_GRAVE,), not_near=_MANY_OR_TEAM),
    Sign(DATE, after=_NOTED, not_after=_MANY, reach=30, not_near=_TEAM),
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
    """Find days, with a year or without, in sentences that tell what happened to one person."""
    texts = (text for text in list_texts(record, MAY_BE_DATE, ("",)) if text.is_said)
    yield from tell_signs(fault, texts, _find)


def _find(words: str) -> Iterator[tuple[int, int]]:
    found = tuple(find_signs(words, _SIGNS))
    births = {start for start, _ in list_birth_dates(words)} if found else set()
    yield from chain(each for each in found if each[0] not in births)
