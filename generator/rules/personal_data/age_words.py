"""The words that an age of ninety or more of one person is told in, and those of what is no age.

Pieces of patterns alone, for `age_patterns`.
"""

import re

from generator.rules.personal_data.people_words import KIN

FIGURE = r"(?:9[0-9]|1[01][0-9])"
ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
WORD = (
    rf"(?:ninety(?:[ -](?:{ONES}|something|odd))?"
    rf"|(?:a |one )hundred(?:[ -]and[ -](?:{ONES}|ten|eleven|twelve))?)"
)
BARE = rf"(?<![\w./£$€-])(?<![0-9],)(?P<age>{FIGURE}|{WORD})"
NUMBER = rf"{BARE}(?!\w|[.,:/-][0-9]| ?%)"
NTH = (
    r"(?<![\w-])(?P<age>ninetieth|ninety-\w{4,7}|(?:one |a )?hundred(?:th|-and-\w{4,8})"
    r"|(?:9|1[01])[0-9](?:th|st|nd|rd))"
)
OLD = (
    r"(?:[ -]years?[ -](?:old|young)\b| years?,? and [\w ]{1,12} (?:months?|weeks?|days?)\b"
    r"|[ -]?y(?:ea)?rs?\.?[ -]?old\b| years of age|[ -]y(?:ea)?rs?[.,)]| ?y[/.-]?o(?:ld)?\b"
    r"|-y-old\b|y(?:rs?)?\b| y(?=[,;.)/]))"
)
# Ages of a group, and of what is no person.
GROUP = (
    r"(?!\s?\+|\s(?:plus|(?:years )?(?:and|or) (?:over|older|above|more|under|up))\b"
    r"|[ -]?(?:to|[-–]) ?[0-9])"
)
VERB = (
    r"(?:and|but|who|when|with|cannot|can|was|is|were|went|had|has|came|got|lives?|lived|in|at|to"
    r"|on|by|for|of|after|left)"
)
THING = (
    rf"(?![ ,]*(?:(?!{VERB}\b)\w+ ){{0,2}}(?:building|hospital|hospice|house"
    r"|home|ward|tradition|tree|oak|chapel|church|institution|charity|school|window|bridge|clock"
    r"|wall|society|company|rule|law|plan|cottage|hall|library|pipe|lift|sign|veterans|patients"
    r"|people|women|men|residents|ladies|gentlemen|adults|users|visitors|group)\b)"
)
# What comes after a number that counts nothing.
STOP = r"[;:!?)”\"’]|,(?! [0-9])|[.](?![0-9])|\s?$"
CLOSED = (
    rf"(?={STOP}|\s(?:-|\(|and|when|then|years?|but|now|last|this|next|on|at|today|tomorrow"
    r"|yesterday|already|too|still|yet|because|though|although|as|if|by|before|after|since|so|not"
    r"|in|with|without|never|or|come|until|till|while|that|there|who|whose|from|to the|has|had"
    r"|was|is|could|would|should|did|does|do|came|went|said"
    r"|told|asked|a|an|the|his|her|my|our|he|she|hes|shes|i|it|they|we|no|nobody|unaided|alone"
    r"|indoors)\b)"
)
PERSON_NOUN = (
    rf"(?:{KIN}|patient|resident|person|lady|gentleman|man|woman|carer|lad|pensioner|widow(?:er)?"
    r"|boy|girl|pt|chap|gent|lass|fellow|bloke|soul|veteran|diabetic|inpatient|outpatient"
    r"|service user|survivor|amputee|tenant|client|visitor|volunteer|reader|listener"
    r"|correspondent|relative|great-grand\w+)"
)
ONE = (
    rf"(?:s?he|hers?|him|his|(?:him|her)self|my|{PERSON_NOUN}|m(?:r|rs|iss|s)"
    r"|somebody|someone|caller)"
)
PERSON = re.compile(rf"\b{ONE}\b", re.IGNORECASE)
SEX = re.compile(rf"{PERSON.pattern}|\b(?:male|female)\b|(?<!\w)[mf](?=[,/])", re.IGNORECASE)
SUBJECT = (
    rf"(?:s?he|I|who|(?:him|her)self|{PERSON_NOUN}|(?:Mr|Mrs|Miss|Ms)\.? [\w’'-]+"
    r"|(?:one|two|some|all|both) of (?:our|the|these|those) \w+)"
)
IS = (
    r"(?:[’'](?:s|m|d be|ll be)|,| is| was| am| aged| turned| turns| turning|(?:[’'](?:d|ve)| had"
    r"| has| have)(?: only| just| recently)? turned"
    r"| (?:would|will|must|might|may) be| would have been| has been| becomes?| became"
    r"| (?:is|was) (?:about|going) to be)"
)
SOFTLY = (
    r"(?: (?:now|then|already|nearly|almost|about|only|just|over|also|even|still|aged|herself"
    r"|himself|past|at least|all of|well|around|getting on for|(?:an?|his"
    r"|her)(?: very)? [a-z-]{3,12})){0,2}"
)
RANGES = (
    r"(?<!ing up )(?<!lived )(?<!gets )(?<!get )(?<!got )to|between|over|under|than|least"
    r"|(?<!lived )until|from|[0-9]+ and"
)
THINGS = (
    r"(?:building|hospice|hospital|ward|chapel|tree|clock|nhs|charity|bridge|unit|school|radio|club"
    r"|league|choir|shop|service|garden|scheme|fund|cat|dog|chair|bus|lift|boiler|list|house|home)"
    r"(?: that| which)? (?:will be|is|was|would be|turns|turned)(?: itself| now| nearly| almost"
    r"| over)?"
)
OF_NOBODY = re.compile(rf"\b(?:{RANGES}|{THINGS}) $", re.IGNORECASE)
NOT_BEFORE = re.compile(
    rf"(?:\b(?:(?:over|under|above|below|beyond|up to|between) (?:the )?ages?(?: of)?|{RANGES}"
    rf"|{THINGS}|and|number|no\.|page|week|day|ward|bed|room|bay|bus|route|flat"
    r"|form|line|figure|table|version|minutes?|the|of the|building|unit|radio|club"
    r"|(?:mean|median|average) age(?: of| is| was|:)?)|[0-9]%?,? ?[-(]?) ?$",
    re.IGNORECASE,
)
OF_A_THING = re.compile(
    r"\b(?:hospice|hospital|ward|nhs|unit|charity|team|trust|service|home|building|chapel|church"
    r"|library)(?:[’']s)? $",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:count(?:ed|s)?|scor(?:e[sd]?|ing)|marks?|bleep|extension|(?<!\bno )points?|rat(?:es?"
    r"|ed|ing)|median|average|mean"
    r"|range|minutes|hours|seconds|per|cent|percentage|answers?|repl(?:y|ies)|cards|forms|calls"
    r"|names|of the|out of|patients|residents|people|beds|steps|visits|decibels|degrees|pages"
    r"|miles|metres|litres|ml|mg|kilos?|kg|weigh\w*|weight|stone|pounds?|cost|price|dose|units"
    r"|pulse|heart rate|bpm|sats?|saturations?|oxygen|haemoglobin|glucose|sugars?|pressure"
    r"|systolic|temperature|peak flow|beats|breaths|votes?|total|waiting list|clock|stopwatch"
    r"|target|aims?|goals? (?:is|was|of|for)"
    r"|figures?|limit|level|occupancy|capacity|index|scale|speed|volume|bus|survey"
    r"|route|tickets?|queue|survey)\b",
    re.IGNORECASE,
)
AGEISH = re.compile(
    r"\b(?:years?[ -](?:old|young)|birthdays?|oldest|eldest|born|aged?|young(?:er)?|century"
    r"|great-grand\w+|telegram|turned|candles|how old|(?:my|your) age)\b"
    r"|\| *(?:\w+ )?age(?: \w+)? *\|",
    re.IGNORECASE,
)
OLDEST = re.compile(
    r"\b(?:old|eld|young)est(?:,| (?:of (?:them|us|all|the (?:\w+ )?(?:sisters|brothers|people"
    r"|patients|residents|ladies"
    r"|gentlemen|men|women|group|choir|family))|(?:\w+ )?(?:person|patient|resident|man|woman|lady"
    r"|gentleman|visitor|volunteer|member|guest|client|inhabitant)|was|is|at)\b)",
    re.IGNORECASE,
)
TIMED = re.compile(r"\b(?:clock|stopwatch|timer|seconds|minutes|page)\b", re.IGNORECASE)
TWO = re.compile(
    r"\b(?:brothers|sisters|twins|couple|parents|friends|between them)\b", re.IGNORECASE
)
PAIR = re.compile(
    r"\b(?:(?:[Tt]wo|[Bb]oth|[Tt]hree) (?:of (?:them|our)|(?:\w+ )?(?:patients|residents|women|men"
    r"|ladies|gentlemen|sisters|brothers|people))|parents|[A-Z][a-z]+ and (?:[Hh]er|[Hh]is"
    r"|[A-Z])[a-z]*,)"
)
SAYS_AGE = re.compile(
    r"\b(?:her|his|my|their|whose) age\b|\bage(?: (?:at|on|when) [\w ]{1,20})?[:=]"
    r"|\| *(?:\w+ )?age(?: \w+)? *\|",
    re.IGNORECASE,
)
ASKED = re.compile(r"\b(?:how old|what age|(?:your|his|her) age)\b", re.IGNORECASE)
# A word with a capital that may be a name: no month, no preposition, nothing that has a value.
SOMEBODY = (
    r"\b(?!January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Ward|Bed|Bay|Room|Clinic|Figure|Table|Page|Chapter|Week|Day|In|On|Of|At|By|For|From|To|Total"
    r"|Band|Level|Line|Bus|Mean|Median|Score|Yes|No|The|Our|Question|It|This|That|There|Average"
    r"|Occupancy|Rate|Number|Result|Target|Limit|Temperature|Weight|Height|What|Which|Here|Route"
    r"|Building|Hospital|Unit|Street|House|Total|Sum|Count|Baseline|Ninety|Patients|Residents"
    r"|People|Women|Men|Staff|Those|All|Forms)[A-Z][a-zé’'-]{1,20}"
)
PLURALS = (
    r"(?! (?!years\b|this\b|unless\b|does\b|always\b)\w+s\b"
    r"| (?:people|men|women|per|kg|cm|ml|mg|minutes|in every|of)\b)"
)
TAIL = rf"{CLOSED}{GROUP}{THING}"
# What makes a number after it anything but an age: it is counted, given out or measured, or the
# name of a room.
NO_AGE = re.compile(
    r"\b(?:count\w*|scor\w+|marks?|points?|rat(?:es?|ed|ings?)|median|average|mean|range|minutes"
    r"|hours|seconds|per|percentage|out of|decibels|degrees|pages?|miles|metres|litres|ml|mg|kilos?"
    r"|kg|weigh\w*|pounds?|costs?|price|dose|pulse|heart rate|bpm|sats?|saturations?|oxygen"
    r"|haemoglobin|glucose|sugars?|pressure|systolic|temperature|peak flow|beats|breaths|votes?"
    r"|total"
    r"|waiting list|targets?|goal|figures?|limit|occupancy|capacity|index|scale|speed|volume|survey"
    r"|routes?|tickets?|clock|stopwatch|timer|thermometer|meter|monitor|screen|counter|display"
    r"|scales|channels?"
    r"|numbered|extension|bleep|dialled|question|step|item|bed numbers?|charts?|sign|wall|box|board"
    r"|labels?|machine)\b"
    r"|(?:\b(?:(?!(?:turn|ag|reach|pass|claim|liv|celebrat|retir|di|marri|widow|insist|near"
    r"|approach|admitt)ed\b)\w+(?<!\bb)ed|number|numbers|made|did|does|there (?:were|was|are|is)"
    r"|sent|gave|took|bought|got|has|have|had|needs?|saw|see"
    r"|sees|read|wrote|ran|held|holds?|takes?|drew|out|sold|lent|kept|keeps|put|for|in|than|that"
    r"|these"
    r"|those|all|other|others|another|first|last|next|no|nos?\.|the|of the|and|or|every|each|some"
    rf"|week|day|form|line|table|version|unit|radio|club|bed|room|ward|bay|bus|flat|{RANGES}"
    rf"|{THINGS})"
    r"|[0-9]%?,?|[’']s \w+ \(|\b(?!years\b|was\b|is\b|this\b|yes\b|says\b|candles\b|turns\b|always"
    r"\b|perhaps\b)[a-z]{3,}s)(?: only| just| about| some| all)? ?[-(]?$",
    re.IGNORECASE,
)
# What comes after an age and not after a count.
AFTER_AGE = (
    rf"(?=(?:{STOP})|\s(?:-|\(|and (?:a half|three|still|never|not|as|in|had|has|was|is|he|she"
    r"|I|deaf|blind|fit|frail|sharp|full|proud|living|alone|her|his|a bit|counting)\b|when|then|but"
    r"|now|last|this|next|on|at|today|tomorrow|yesterday|already|too|yet|because|though|although|if"
    r"|by|before|since|so|in (?:an?|the|[JFMASOND][a-z]{2,8}|her|his|two|three|all|my)\b|with"
    r"|without|or so"
    r"|until|till|while|who|whose|I am\b|years?\b(?! of\b| ago\b| later\b| on the\b)|if a day"
    r"|not out|odd\b|unaided|alone|himself|herself|that (?:very )?(?:day|week|month|year|spring"
    r"|summer|autumn|winter)))"
)
