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
from generator.rules.personal_data.dates_in_text import (
    DATE,
    MAY_BE_DATE,
    list_birth_dates,
    may_hold_date,
)
from generator.rules.personal_data.people_words import KIN, PERSON
from generator.rules.personal_data.signs import Stretch, find_signs, tell_signs
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
    r"|hips?|knees?|nose|ears?|neck|shoulder|tooth|teeth|ankle|elbow|finger|hand|brain|prostate"
    r"|thyroid|legs?|arms?|wrist|eyes?|breast|kidney|bowel|lungs?|liver|heart|skin|womb"
    r"|toe|foot|throat|ribs?"
    r"|results?|pregnan\w*|delivered|birth|twins|detained|arrested|relapse\w*|remission"
    r"|symptoms?|ill|sick|poorly"
    r"|jab|vaccinat\w+|injection|infusion|x-ray|mri|ct|bloods?|stoma|catheter|pacemaker"
    r"|respite|rehab|physio|anaesthe\w+|came round|lost (?:the|our|my|a) (?:baby|leg|child|toe)"
    r"|moved (?:in|to)|came home|(?:got|gone|went|sent) home|left hospital|last breath|slipped"
    r" away|lost (?:her|his)"
    r"|all[- ]clear|told that|test results?|intensive care|ventilat(?:ed|or)|gave birth"
    r"|ambulance)\b",
    re.IGNORECASE,
)
# What is done to one person, by the ends of its words, and what befalls one.
_PROCEDURE = re.compile(
    r"\b\w{3,12}(?:oscopy|ectomy|otomy|ostomy|plasty|graphy|gram|centesis|therapy)\b|\b"
    r"(?:cardiac arrest"
    r"|overdosed?|tablets?|choked|found (?:by|dead|on)|(?:lying|waiting|left|sat) on a (?:trolley"
    r"|chair)"
    r"|was seen|been seen|ha[sd] been (?:in|here)|last day with us|left us|waiting for (?:a|her"
    r"|his) bed"
    r"|told (?:her|him|me|them)|saw (?:the|a|her|his|my) (?:\w+ologist|consultant|doctor|gp|surgeon"
    r"|specialist|nurse)"
    r"|lost (?:him|her|our|my|nan|mum|dad)|consultant|arrest(?:ed)?|hallucinat\w+|confus(?:ed|ion)"
    r"|moved (?:ward|bed|twice|again|him|her)|wandered|absconded|went missing|taken away|sent "
    r"(?:away|back))\b",
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
# What dies or is moved and is nobody.
_THING = (
    r"(?:pump|batter(?:y|ies)|printer|machine|scheme|project|idea|phone|plants?|fish|system|server"
    r"|computer|lift|kettle"
    r"|tree|rota|wall|laptop|bulb|boiler|bus|king|queen|founder)"
)
_MANY = re.compile(
    rf"\b(?:{_THING}|patients|people|women|men|residents|children|babies|they|all|we|[0-9]+)"
    r"(?: \w+){0,2} $",
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
    rf"|{_THING}"
    r"|plan|network)\b",
    re.IGNORECASE,
)
# Of one patient everything is told that has a day, but what they did as one of the team.
_ONE = re.compile(
    rf"\b(?:{KIN}|(?<!each )(?<!every )(?<!per )(?<!next )patient|resident|lady|gentleman|old man"
    rf"|baby"
    r"|(?:Mrs?|Miss|Ms) [A-Z][\w’'-]*|bed [0-9]+|(?:one|a|the|this|that|another|young|old|elderly)"
    r" (?:man|woman|girl|boy|child|gentleman|lady)|my|toddler|teenager|pensioner)\b",
    re.IGNORECASE,
)
_TOOK_PART = re.compile(
    rf"{_TEAM.pattern}|\b(?:patients|residents|relatives|carers|families|meeting|group|council"
    rf"|panel|forum"
    r"|workshop|event|survey|interview\w*|asked|suggested|drew|drawn|designed|chose|told (?:us"
    r"|the (?:team|group|board))"
    r"|spoke|presented|chaired|thanked|volunteer\w*|said|wrote|read|poster|leaflet|film\w*"
    r"|governor|story"
    r"|conference|board|first (?:try|test|day)|test(?:ed)?|tried|version|form|policy|letter of|card"
    r"|my (?:first|last) (?:day|shift|week)|manager|nurse|sister [A-Z])\b",
    re.IGNORECASE,
)
_SIGNS = (
    Sign(DATE, near=(_HAPPENED, PERSON), not_near=_TEAM),
    Sign(DATE, near=(_ONE,), not_near=_TOOK_PART),
    Sign(DATE, near=(_PROCEDURE, PERSON), not_near=_TEAM),
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
    texts = (text for text in list_texts(record, MAY_BE_DATE, may_hold_date) if text.is_said)
    yield from tell_signs(fault, texts, MAY_BE_DATE, _find)


def _find(words: str, stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    found = tuple(find_signs(words, _SIGNS, stretches))
    births = {start for start, _ in list_birth_dates(words, stretches)} if found else set()
    yield from chain(each for each in found if each[0] not in births)
