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
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.dates_in_text import (
    DATE,
    MAY_BE_DATE,
    list_birth_dates,
    may_hold_date,
)
from generator.rules.personal_data.days_at_work import (
    AT_WORK,
    LOGGED,
    NEW_FORM,
    OF_THE_TEAM,
)
from generator.rules.personal_data.events_of_care import (
    BEFORE_DAY,
    EVENT,
    INITIALS,
    MANY_OR_TEAM,
    OF_UNIT,
)
from generator.rules.personal_data.people_words import KIN, PERSON
from generator.rules.personal_data.signs import Stretch, find_signs, tell_signs
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

_HAPPENED = compile_when_asked(
    r"\b(?:(?:re-?)?admi(?:tted|ssion)|(?:re-?)?discharged?|diagnos(?:ed|is)|transferred|referred"
    r"|scan(?:ned)?|operat(?:ed on|ion)|surgery|died|death|dying|passed away|collapsed?|fell"
    r"|fall|faint(?:ed)?|came (?:in|to us|out|round|home|back)|brought (?:in|him|her)(?! own)"
    r"|taken (?:in|ill"
    r"|to hospital)|went (?:home|into)|strokes?|bled|bleed|removed|amputat(?:ed|ion)"
    r"|miscarr(?:ied|iage)|stillborn|waters (?:broke|went)|labour|sectioned|accident|crash"
    r"|broke (?:his|her|a)|chemo(?:therapy)?|radiotherapy|treatment|transplant(?:ed)?|transfusion"
    r"|dialysis|tested positive|biopsy|mastectomy|hysterectomy|funeral|cremat(?:ed|ion)|buried"
    r"|cancer|tumour|lump|heart (?:attack|stopped)|seizure|had (?:her|a|the|his) baby|fit"
    r"|(?:into|in|to) theatre|overdose|suicide|stopped (?:eating|breathing)|weighed|stitche[sd]"
    r"|appointment|infection|sepsis|pneumonia|wound|fractur\w*|broken|burn(?:ed|t|s)?|results?"
    r"|pregnan\w*|delivered|birth|twins|detained|arrested|relapse\w*|remission|symptoms?|ill|sick"
    r"|poorly|jab|vaccinat\w+|injection|infusion|x-ray|mri|ct|bloods?|stoma|catheter|pacemaker"
    r"|respite|rehab|anaesthe\w+|lost (?:the|our|my|a|her|his) ?(?:baby|leg|child|toe)?"
    r"|moved (?:in|to)|(?:got|gone|sent) home|left hospital|last breath|slipped away|all[- ]clear"
    r"|(?:was|were|been) told(?! by the)|woke|temperature|sats|obs|fever|cough\w*|rash|swoll?en"
    r"|(?:stopped|started|began) (?:coming|visiting)|told that|said goodbye|test results?"
    r"|intensive care"
    r"|ventilat(?:ed|or)|gave birth|ambulance)\b",
    re.IGNORECASE,
)
# What is done to one person, by the ends of its words, and what befalls one.
_PROCEDURE = compile_when_asked(
    r"\b\w{3,12}(?:oscopy|ectomy|otomy|ostomy|plasty|graphy|gram|centesis|therapy)\b|\b"
    r"(?:cardiac arrest"
    r"|overdosed?|tablets?|choked|found (?:by|dead|on)|(?:lying|waiting|left|sat) on a (?:trolley"
    r"|chair)"
    r"|was seen|been seen|ha[sd] been (?:in|here)|last day with us|left us|waiting for (?:a|her"
    r"|his) bed"
    r"|told (?:her|him|me|them)(?! \w+s\b)|saw (?:the|a|her|his|my) (?:\w+(?:ologist|iatrist"
    r"|apist)|consultant|doctor|gp|surgeon|specialist|nurse)"
    r"|lost (?:him|her|our|my|nan|mum|dad)|(?:the|a|his|her|my) consultant|arrest(?:ed)?"
    r"|hallucinat\w+|confus(?:ed|ion)|moved (?:ward|bed|twice|again)|pulled (?:out|off)"
    r"|(?:visited|saw|found|cancelled|examined|assessed|reviewed|phoned|rang|moved|washed|turned"
    r"|sent|gave|put|left|took|kept|treated|fed|brought|lifted|started|scanned|stitched) (?:m(?:r"
    r"|rs|iss|s)|him|her"
    r"|me|mum|dad|nan|gran)(?! (?:own\b|\w+ (?:minutes|hours|days|weeks)|(?:the|a|an|up"
    r"|over) (?:form|chart|card|report|list|key|post|job)))"
    r"|wandered|absconded|went missing|taken away|sent "
    r"(?:away|back))\b",
    re.IGNORECASE,
)
# The team's for sure, whatever of care is said beside it; `days_at_work` has what may be theirs.
_TEAM = re.compile(
    r"\b(?:last patient in|launch(?:ed)?|audit(?:ed)?|pilot|survey|published|newsletter"
    r"|training day|board meeting"
    r"|join(?:ed)?|appointed|(?<!\ba )(?<!\bthe )(?<!\bof )retired|rota|study|approved|training"
    r"|inspection"
    r"|(?:my|our|the) (?:team|ward|unit|office|clinic|department|service) (?:moved|opened|began)"
    r"|we (?:began|started"
    r"|changed|introduced|moved|hung|opened|met|trained|tested|switched|stopped))\b",
    re.IGNORECASE,
)
_GRAVE = compile_when_asked(
    r"\b(?:readmitted|died|death|funeral|diagnosed|(?<!World )stroke|heart attack|miscarriage"
    r"|stillborn|mastectomy|biopsy|amputat\w+"
    r"|heartbeat|no more (?:to|that could) be done|(?:weeks|months) to live"
    r"|the (?:fall|operation|lump|bleed|crash|accident)|sectioned|cancer|tumour|first"
    rf" chemotherapy|waters broke)\b{OF_UNIT}",
    re.IGNORECASE,
)
# Of one patient everything that has a day, but what they did with the team.
_ONE = compile_when_asked(
    rf"\b(?:{KIN}|(?<!each )(?<!every )(?<!per )(?<!next )(?<!\bno )patient"
    r"|(?<!each )(?<!every )(?<!per )resident|lady"
    rf"|gentleman|old man|baby"
    r"|(?:Mrs?|Miss|Ms) [A-Z][\w’'-]*|bed [0-9]+|(?:one|a|the|this|that|another|young|old|elderly)"
    r" (?:man|woman|girl|boy|child|gentleman|lady)|my|toddler|teenager|pensioner|aged (?:[1-9]"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)|retired \w+)\b",
    re.IGNORECASE,
)
# A name that owns a part of itself, or that something befell.
_NAMED = re.compile(
    r"(?<!St )\b(?!Trust|Ward|Hospital|It|There|That|Today|Nurse|Patient)[A-Z][a-z’-]{2,20}[’']s"
    r" (?:new |left |right |broken |first |last )?(?:hips?|knees?|ears?|shoulder|teeth|ankle|hand"
    r"|leg|arm|wrist|eyes?|breast|kidney|bowel|lungs?|liver|heart|skin|foot|toes?|operation|scan"
    r"|surgery|fall|stroke|biopsy|chemo|dialysis|drip|feed|dose|catheter|wound|dressing)\b"
)
_BEFELL = re.compile(
    r"\b(?!Patients|Nobody|Nothing|Every|They|We|People|Residents|The|All|Both|Staff|None|Some|Many"
    r"|Most|Few|Falls?|Discharges|Admissions|One|Two|Three|Four|Five|Six|It|That|This|Who|What"
    r"|Which|Numbers?|Rates?|Batter|Snow|Rain|Night|Darkness|Silence|Power"
    r"|Hail)[A-Z][a-z’-]{2,20} (?:(?:was|had been) (?:(?:re)?admitted|discharged"
    r"|diagnosed|transferred|operated|sectioned|buried|born)|fell\b(?! (?:from|to|by))|died"
    r"|collapsed"
    r"|came (?:home|in|to us)|went (?:home|into)|passed away|slipped|choked|lost (?:her|his))\b"
)
# A note begins with what happened: Moved wards 5 April. Found on floor 6/4/26.
_NOTE = compile_when_asked(
    r"(?:(?<=[.,!?;:|\n-] )|(?<=[.!?;:|\n-])|^)(?=[adtrmcfbspoi])(?:(?:date|day|time) (?:of )?(?:pt"
    r" |patient |the )?)?(?:re-?)?(?:admitted|discharged|transferred|moved|collapsed|fell|died|born"
    r"|seen|reviewed|found|arrived|came in|brought in|sent home|went home|operated on|scanned"
    r"|diagnosed|passed away|sectioned|rang|phoned|attended|presented|self-discharged|RIP"
    r"|adm|disch|dc|d/c|readm|dod|doa|fall|death|admission|discharge|transfer|operation|surgery"
    r"|appointment|appt|opa|dna|injury|incident|accident|diagnosis)\b"
    rf"{OF_UNIT}",
    re.IGNORECASE,
)
# A day as it stands in a note: its month may be a figure, which might be anything elsewhere.
_SHORT = r"(?<![\w./-])(?:[12][0-9]|3[01]|0?[1-9])/(?:1[0-2]|0?[1-9])(?![0-9\w]|[./-][0-9])"
_IN_NOTE = compile_when_asked(rf"{DATE.pattern}|{_SHORT}")
_LED = re.compile(rf"(?:^|(?<=[.;|\n] )|(?<=[.;|\n])){_SHORT}(?= ?[:–—-] [a-z])")
# The day alone, of a month that was told before.
_OF_MONTH = re.compile(
    r"(?:(?<=on the )|(?<=after the )|(?<=since the )|(?<=until the )|(?<=from the ))(?:[12]?[0-9]"
    r"(?:st|nd|rd|th)|3(?:0th|1st))(?=[,.;:)!?]| (?:and|but|s?he|they|it|when|with|without|at)\b)"
)
# A sentence that goes on with what befell somebody: That was 11 January.
_ABOUT_IT = re.compile(
    rf"\b(?:him|her|s?he|me|my|{KIN}|patient|lady|gentleman|resident|baby|boy|girl)\b"
    r"[^.!?\n]{0,100}[.!?][”\"’')]* (?:(?:That|This|It) (?:was|happened|came|took place)(?: on)?"
    r"|The (?:last|first|second|third|final|next|worst|only) [a-z]{3,12},?(?: was| came| on"
    r"| happened)?)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"{DATE.pattern}(?=[^.!?\n]{{0,40}}[.!?] (?:That|This|It)(?:[’']s| is| was) (?:when|the (?:day"
    r"|night|morning|evening|date|week))\b[^.!?\n]{0,60}\b(?:me|my|him|her|s?he|mum|dad|nan|us)\b"
    r"|[^.!?\n]{0,20}\? [^\n]{0,120}\b(?:the patient|him|her|s?he|me|mum|dad|nan)\b)"
)
# The day stands alone, and somebody speaks.
_SPOKEN = re.compile(
    rf"{DATE.pattern}(?=[.:,;–-]? ?\n?(?:{KIN}|Patient|Pt|Resident|Relative|Carer|Mr|Mrs|Mum|Dad"
    rf"|Daughter"
    r"|Son|Wife|Husband|Mother|Father|Sister)(?: [A-Z])?: ?[“\"‘'A-Z]"
    r"|[.!] (?:I|He|She|My|His|Her|Mum|Dad|Nan)\b)"
)
_NOT_ALONE = re.compile(r"\w[,;:]? $(?<!The )(?<!the )(?<!On )(?<!day )(?<!day, )(?<!ranscript, )")
# More than the twelve months, and so no part of anything; but round the clock.
_SHORT_DAY = re.compile(
    r"(?<![\w./-])(?!24/7)(?:1[3-9]|2[0-9]|3[01])/(?:1[0-2]|0?[1-9])(?![0-9\w]|[./-][0-9])"
)
_SEEN_IN = re.compile(
    r"(?:^|(?<=[.!?;:|\n\-] ))(?:pt |patient )?(?:seen|attended|reviewed|assessed|scanned|presented"
    r"|dna[’']?d?|listed|booked|referred)"
    r" (?:in|at|by|to|for|with) (?:[\w&/-]+ ){1,4}(?:on )?(?=[0-9])",
    re.IGNORECASE | re.MULTILINE,
)
_SEVERAL = re.compile(
    r"\b(?:patients|people|residents|carers|relatives|teams?|audit|policy|board|[0-9]+ (?:of|women"
    r"|men))\b",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(rf"{DATE.pattern}|{_SHORT}|{_OF_MONTH.pattern}")
# Nobody is named, and nobody at work does it.
_DID_ALONE = re.compile(
    r"(?:^|(?<=[.!?;:|\n–—-] )|(?<=[.!?;:|\n“\"‘']))(?:walked|sat (?:out|up|in)|stood|ate|slept"
    r"|managed (?:the|a|to|one|two|three|four|half)|spoke|smiled|swallowed|drank|washed|climbed"
    r"|refused (?:food|tea|meds|medication|obs|care)|cried|woke|vomited|asked for|talked|laughed"
    r"|took (?:her|his|a few|two|three) |wandered|pulled out|opened (?:her|his) eyes"
    r"|used the (?:toilet"
    r"|commode|stairs|bedpan)|rang (?:her|his|the) bell|held (?:her|his)|out of bed|up in (?:a "
    r"|the )?"
    r"chair|off (?:the )?(?:oxygen|ventilator|drip|food|legs))\b",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = (
    Sign(DATE, near=(EVENT,), not_near=MANY_OR_TEAM),
    Sign(DATE, near=(INITIALS,), not_near=MANY_OR_TEAM),
    Sign(DATE, near=(_SEEN_IN,), not_near=_SEVERAL),
    Sign(re.compile(_SHORT), near=(BEFORE_DAY,), not_near=MANY_OR_TEAM),
    Sign(DATE, near=(_HAPPENED, PERSON), not_near=_TEAM),
    Sign(DATE, near=(_NAMED,)),
    Sign(DATE, near=(_BEFELL,), not_near=MANY_OR_TEAM),
    Sign(DATE, near=(PERSON,), not_near=AT_WORK),
    Sign(DATE, near=(LOGGED,), not_near=NEW_FORM),
    Sign(DATE, after=_ABOUT_IT, reach=24, not_near=AT_WORK),
    Sign(_WHEN),
    Sign(_SPOKEN, not_near=AT_WORK, not_before=_NOT_ALONE),
    Sign(_LED, near=(EVENT,), not_near=MANY_OR_TEAM),
    Sign(_SHORT_DAY, near=(PERSON,), not_near=AT_WORK),
    Sign(DATE, near=(_DID_ALONE,), not_near=AT_WORK),
    Sign(_OF_MONTH, near=(_HAPPENED, PERSON), not_near=AT_WORK),
    Sign(DATE, near=(_ONE,), not_near=OF_THE_TEAM),
    Sign(DATE, near=(_PROCEDURE, PERSON), not_near=_TEAM),
    Sign(DATE, near=(_GRAVE,), not_near=MANY_OR_TEAM),
    Sign(_IN_NOTE, after=_NOTE, reach=40, not_near=MANY_OR_TEAM),
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
    # Most stretches have a month alone, which one look tells, and the signs are many.
    stretches = tuple(each for each in stretches if _ANY_DAY.search(words, *each))
    found = tuple(find_signs(words, _SIGNS, stretches))
    births = {start for start, _ in list_birth_dates(words, stretches)} if found else set()
    yield from chain(each for each in found if each[0] not in births)
