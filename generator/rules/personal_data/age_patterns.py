"""What an age of ninety or more of one person looks like in prose.

The patterns alone, for `age_over_89`. A number of itself is anything; it is an age where its own
words say so (96-year-old, aged 96, her 96th birthday), where it stands as an age of somebody who
is named beside it (she was 96; Doris, 96,), or where it stands as no count does, after a verb of
being or between two commas, in a sentence about one person in which nothing is counted.
"""

import re

from generator.model.problem import Sign
from generator.rules.personal_data.people_words import KIN

FIGURE = r"(?:9[0-9]|1[01][0-9])"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WORD = (
    rf"(?:ninety(?:[ -](?:{_ONES}|something|odd))?"
    rf"|(?:a |one )hundred(?:[ -]and[ -](?:{_ONES}|ten|eleven|twelve))?)"
)
_BARE = rf"(?<![\w./£$€-])(?<![0-9],)(?P<age>{FIGURE}|{_WORD})"
_NUMBER = rf"{_BARE}(?!\w|[.,:/-][0-9]| ?%)"
_NTH = (
    r"(?<![\w-])(?P<age>ninetieth|ninety-\w{4,7}|(?:one |a )?hundred(?:th|-and-\w{4,8})"
    r"|(?:9|1[01])[0-9](?:th|st|nd|rd))"
)
_OLD = (
    r"(?:[ -]years?[ -](?:old|young)\b| years?,? and [\w ]{1,12} (?:months?|weeks?|days?)\b"
    r"|[ -]?y(?:ea)?rs?\.?[ -]?old\b| years of age|[ -]y(?:ea)?rs?[.,)]| ?y[/.-]?o(?:ld)?\b"
    r"|-y-old\b|y(?:rs?)?\b| y(?=[,;.)/]))"
)
# Ages of a group, and of what is no person.
_GROUP = (
    r"(?!\s?\+|\s(?:plus|(?:years )?(?:and|or) (?:over|older|above|more|under|up))\b"
    r"|[ -]?(?:to|[-–]) ?[0-9])"
)
_VERB = (
    r"(?:and|but|who|when|with|cannot|can|was|is|were|went|had|has|came|got|lives?|lived|in|at|to"
    r"|on|by|for|of|after|left)"
)
_THING = (
    rf"(?![ ,]*(?:(?!{_VERB}\b)\w+ ){{0,2}}(?:building|hospital|hospice|house"
    r"|home|ward|tradition|tree|oak|chapel|church|institution|charity|school|window|bridge|clock"
    r"|wall|society|company|rule|law|plan|cottage|hall|library|pipe|lift|sign|veterans|patients"
    r"|people|women|men|residents|ladies|gentlemen|adults|users|visitors|group)\b)"
)
# What comes after a number that counts nothing.
_STOP = r"[;:!?)”\"’]|,(?! [0-9])|[.](?![0-9])|\s?$"
_CLOSED = (
    rf"(?={_STOP}|\s(?:-|\(|and|when|then|years?|but|now|last|this|next|on|at|today|tomorrow"
    r"|yesterday|already|too|still|yet|because|though|although|as|if|by|before|after|since|so|not"
    r"|in|with|without|never|or|come|until|till|while|that|there|who|whose|from|to the|has|had"
    r"|was|is|could"
    r"|would|should|did|does|do|came|went|said"
    r"|told|asked|a|an|the|his|her|my|our|he|she|hes|shes|i|it|they|we|no|nobody|unaided|alone"
    r"|indoors)\b)"
)
_PERSON_NOUN = (
    rf"(?:{KIN}|patient|resident|person|lady|gentleman|man|woman|carer|lad|pensioner|widow(?:er)?"
    r"|boy|girl|pt|chap|gent|lass|fellow|bloke|soul|veteran|tenant|client|visitor|volunteer"
    r"|great-grand\w+)"
)
_ONE = (
    rf"(?:s?he|hers?|him|his|(?:him|her)self|my|{_PERSON_NOUN}|m(?:r|rs|iss|s)"
    r"|somebody|someone|caller)"
)
_PERSON = re.compile(rf"\b{_ONE}\b", re.IGNORECASE)
_SEX = re.compile(rf"{_PERSON.pattern}|\b(?:male|female)\b|(?<!\w)[mf](?=[,/])", re.IGNORECASE)
_SUBJECT = (
    rf"(?:s?he|I|who|(?:him|her)self|{_PERSON_NOUN}|(?:Mr|Mrs|Miss|Ms)\.? [\w’'-]+"
    r"|(?:one|two|some|all|both) of (?:our|the|these|those) \w+)"
)
_IS = (
    r"(?:[’'](?:s|m|d be|ll be)|,| is| was| am| aged| turned| turns| turning|(?:[’'](?:d|ve)| had"
    r"| has| have)(?: only| just| recently)? turned"
    r"| (?:would|will|must|might|may) be| would have been| has been| becomes?| became"
    r"| (?:is|was) (?:about|going) to be)"
)
_SOFTLY = (
    r"(?: (?:now|then|already|nearly|almost|about|only|just|over|also|even|still|aged|herself"
    r"|himself|past|at least|all of|well|around|getting on for|(?:an?|his"
    r"|her)(?: very)? [a-z-]{3,12})){0,2}"
)
_RANGES = (
    r"(?<!ing up )(?<!lived )(?<!gets )(?<!get )(?<!got )to|between|over|under|than|least"
    r"|(?<!lived )until|from|[0-9]+ and"
)
_THINGS = (
    r"(?:building|hospice|hospital|ward|chapel|tree|clock|nhs|charity|bridge|unit|school|radio|club"
    r"|league|choir|shop|service|garden|scheme|fund|cat|dog|chair|bus|lift|boiler|list|house|home)"
    r" (?:will be|is|was|would be|turns|turned)"
)
_OF_NOBODY = re.compile(rf"\b(?:{_RANGES}|{_THINGS}) $", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    rf"(?:\b(?:(?:over|under|above|below|beyond|up to|between) (?:the )?ages?(?: of)?|{_RANGES}"
    rf"|{_THINGS}|and|number|no\.|page|week|day|ward|bed|room|bay|bus|route|flat"
    r"|form|line|figure|table|version|minutes?|the|of the|building|unit|radio|club"
    r"|(?:mean|median|average) age(?: of| is| was|:)?)|[0-9]%?,? ?[-(]?) ?$",
    re.IGNORECASE,
)
_OF_A_THING = re.compile(
    r"\b(?:hospice|hospital|ward|nhs|unit|charity|team|trust|service|home|building|chapel|church"
    r"|library)(?:[’']s)? $",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:count(?:ed|s)?|scor(?:e[sd]?|ing)|marks?|points?|rat(?:es?|ed|ing)|median|average|mean"
    r"|range|minutes|hours|seconds|per|cent|percentage|answers?|repl(?:y|ies)|cards|forms|calls"
    r"|names|of the|out of|patients|residents|people|beds|steps|visits|decibels|degrees|pages"
    r"|miles|metres|litres|ml|mg|kilos?|kg|weigh\w*|weight|stone|pounds?|cost|price|dose|units"
    r"|pulse|heart rate|bpm|sats?|saturations?|oxygen|haemoglobin|glucose|sugars?|pressure"
    r"|systolic|temperature|peak flow|beats|breaths|votes?|total|waiting list|target|aims?|goal"
    r"|figures?|limit|level|occupancy|capacity|index|scale|speed|volume|bus|survey"
    r"|route|tickets?|queue|survey)\b",
    re.IGNORECASE,
)
_AGEISH = re.compile(
    r"\b(?:years?[ -](?:old|young)|birthdays?|oldest|eldest|born|aged?|young(?:er)?|century"
    r"|great-grand\w+|telegram|turned|candles|how old|(?:my|your) age)\b"
    r"|\| *(?:\w+ )?age(?: \w+)? *\|",
    re.IGNORECASE,
)
_OLDEST = re.compile(
    r"\b(?:old|eld|young)est(?:,| (?:of (?:them|us|all|the (?:\w+ )?(?:sisters|brothers|people"
    r"|patients|residents|ladies"
    r"|gentlemen|men|women|group|choir|family))|(?:\w+ )?(?:person|patient|resident|man|woman|lady"
    r"|gentleman|visitor|volunteer|member|guest|client|inhabitant)|was|is|at)\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?:(?:[Tt]wo|[Bb]oth|[Tt]hree) (?:of (?:them|our)|(?:\w+ )?(?:patients|residents|women|men"
    r"|ladies|gentlemen|sisters|brothers|people))|parents|[A-Z][a-z]+ and (?:[Hh]er|[Hh]is"
    r"|[A-Z])[a-z]*,)"
)
_SAYS_AGE = re.compile(
    r"\b(?:her|his|my|their|whose) age\b|\bage[:=]|\| *(?:\w+ )?age(?: \w+)? *\|", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:how old|what age|(?:your|his|her) age)\b", re.IGNORECASE)
# A word with a capital that may be a name: no month, no preposition, nothing that has a value.
_SOMEBODY = (
    r"\b(?!January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Ward|Bed|Bay|Room|Clinic|Figure|Table|Page|Chapter|Week|Day|In|On|Of|At|By|For|From|To|Total"
    r"|Band|Level|Line|Bus|Mean|Median|Score|Yes|No|The|Our|Question|It|This|That|There|Average"
    r"|Occupancy|Rate|Number|Result|Target|Limit|Temperature|Weight|Height|What|Which|Here|Route"
    r"|Building|Hospital|Unit|Street|House|Total|Sum|Count|Baseline|Ninety|Patients|Residents"
    r"|People"
    r"|Women|Men|Staff|Those|All|Forms)[A-Z][a-zé’'-]{1,20}"
)
_PLURALS = (
    r"(?! (?!years\b|unless\b|does\b|always\b)\w+s\b| (?:people|men|women|per|kg|cm|ml|mg|minutes"
    r"|in every"
    r"|of)\b)"
)
_TAIL = rf"{_CLOSED}{_GROUP}{_THING}"


def _sign(pattern: str, *near: re.Pattern[str], flags: int = re.IGNORECASE, **more: object) -> Sign:
    more = {"not_before": _NOT_BEFORE, **more}
    return Sign(re.compile(pattern, flags), "age", near=near, **more)  # type: ignore[arg-type]


SIGNS = (
    # Its own words say that it is an age.
    _sign(rf"{_BARE}{_OLD}{_GROUP}{_THING}", not_before=_OF_NOBODY),
    _sign(
        rf"\b(?:aged?|ages?|age of|age:|age,|age is|age was|age as|years of)(?: (?:about|nearly"
        rf"|almost|exactly|only))? {_NUMBER}{_GROUP}(?!(?: years)? (?:ago|later|between))"
    ),
    _sign(rf"\b(?:her|his|my|their|{_SOMEBODY}[’']s) {_NTH}(?= (?:birthday|year|summer|winter"
          rf"|christmas)\b|{_STOP}| (?:with|in|on|at|and|last|next|this)\b)",
          not_before=_OF_A_THING),
    _sign(rf"{_NTH} (?:birthday|year\b)", _PERSON, not_before=_OF_A_THING),
    _sign(rf"\bhappy {_NTH}", not_before=None),
    _sign(rf"{_NUMBER}(?= (?:summers|winters|christmases|birthdays|candles|years (?:I|he|she"
        r"|on (?:this )?earth))\b)"),
    _sign(
        r"\b(?P<age>nonagenarian|centenarian)\b(?! (?:patients|people|residents|club|ward))",
        not_before=None,
    ),
    _sign(_NUMBER, _SAYS_AGE),
    _sign(_NUMBER, after=_ASKED, reach=70, not_before=None),
    # Of somebody beside it: she was 96, a lady of 96, Doris (96), M96, 96F.
    _sign(rf"\b{_SUBJECT}{_IS}{_SOFTLY} {_NUMBER}{_PLURALS}{_GROUP}{_THING}"),
    _sign(
        rf"\byou(?:[’']re| are| were|[’']ll be| will be){_SOFTLY} {_NUMBER}{_TAIL}",
        not_before=None,
    ),
    _sign(
        rf"\b(?:{_PERSON_NOUN}|(?:old|elderly|frail|retired|widowed|former|little|tiny|sprightly)"
        rf" [\w’'-]+|(?:some|no|any)(?:body|one)|(?:many|few) people) of{_SOFTLY} {_NUMBER}{_GROUP}"
        r"(?! (?:per|people|patients|beds|days|minutes|hours)\b)",
        not_near=re.compile(r"\b(?:groups?|average|mean|median|range|over|under|between)\b"),
    ),
    _sign(
        rf"\b(?:{_PERSON_NOUN}|(?:old|elderly|retired|widowed|former) [\w-]+)(?:,? \(|, | - "
        rf"|: )(?:(?:also|aged|now|then|herself|himself) )?{_NUMBER}"
        r"(?=[),;:.]| years| last| next| and [a-z]+[,.])"
    ),
    _sign(
        rf"\b{_PERSON_NOUN}(?: [\w’'-]+){{1,7}}(?: \(|, )(?:now |aged )?{_NUMBER}(?=, [a-z]|\)"
        r" (?:had|has|was|is|who|and|could|would|wanted|did|said|told|sat|lay|went|came"
        r"|[a-z]+ed|lives?)\b)",
        not_near=_COUNTED,
    ),
    _sign(
        r"(?<![\w/])(?:[MF]|male|female|man|woman|lady|gentleman)(?:/|,? (?:aged )?)"
        rf"(?P<age>{FIGURE})y?(?![\w%]|[.,:/-][0-9]| (?:beds|minutes|days|people|patients))"
    ),
    _sign(rf"(?P<age>(?<![\w.-]){FIGURE}) ?/? ?(?:[MFmf](?=[ ,.;:)]|$)|[♀♂])", flags=0),
    _sign(
        r"\b(?:sisters|brothers|twins|ladies|gentlemen|friends|cousins|widows)(?: \(|, )"
        rf"(?:aged |now )?{_NUMBER}(?= and )"
    ),
    _sign(rf"\b(?:name )?(?:withheld|anonymous), {_NUMBER}(?=[,.])"),
    _sign(
        rf"{_SOMEBODY}(?: \((?:aged |also |now )?|,? - |, ){_NUMBER}(?:\)| -|,(?! [0-9])"
        r"| and [a-z-]+[,.])",
        flags=0,
    ),
    _sign(rf"{_SOMEBODY}: {_NUMBER}(?=, [a-z])", flags=0, not_near=_COUNTED),
    # Mr X (96); bed 4: 97, female; nearly 100 (99 and a half).
    _sign(
        r"\b(?:Mr|Mrs|Miss|Ms|Mx|Patient|Pt|Resident|Client|Lady|Gent"
        r"|Case)\.? [A-Z]{1,2}\.?(?:,? \("
        rf"|, | - |: )(?:aged |age |also |now )?{_NUMBER}(?=[),;:.\n]|$| -)",
        flags=0,
    ),
    _sign(r"\bbig (?P<age>9-[0-9]|nine-?oh?|one-oh-\w{2,5}|hundred|one hundred"
        r"|ninety)\b(?![ -]\w+s\b)"),
    _sign(rf"{_NUMBER}(?=(?:,| and)? (?:(?:him|her|my)self|, me)\b)"),
    _sign(
        rf"(?:^|[.?!:;\n“\"‘'(] ?){_NUMBER}(?=,? (?:s?he|I|mum|dad|nan|gran)(?:[’'][sm]| (?:was"
        rf"|is|am"
        r"|were|turned|must))\b)"
    ),
    _sign(rf"{_NUMBER}(?=, (?:me|I am|I[’']m)\b)"),
    _sign(
        rf"\b{_SUBJECT}{_IS}(?: well| now| just)? (?:over|past|above) {_NUMBER}{_TAIL}",
        not_near=_COUNTED,
        not_before=None,
    ),
    _sign(
        r"\ban? (?:(?:very|still) )?(?:sprightly|spry|frail|fit|young|youthful|lively|hale|deaf"
        r"|proud|stubborn|determined|cheerful|independent|remarkable|indomitable|feisty|forthright"
        rf"|vigorous|bright|tiny|grand|game|healthy|glamorous) {_NUMBER}(?=[,.;:!?](?![0-9])| and)",
        not_near=_COUNTED,
    ),
    _sign(
        rf"(?:^|[.?!:\n“\"‘'(] ?){_NUMBER}(?= and (?:still|never|always|living|deaf|fit|going|sharp"
        r"|frail|blind|proud|not|as|full of|counting|on (?:her|his|my))\b)",
        not_near=_COUNTED,
    ),
    _sign(
        rf"{_NUMBER},? (?:year old )?(?:male|female)\b(?! (?:changing|wards?|bays?|beds?|staff"
        r"|toilets?|patients|and)\b)",
        not_near=_COUNTED,
    ),
    _sign(rf"\b(?:{FIGURE}|{_WORD}) \({_NUMBER}(?=\)| and)", _SEX, not_near=_COUNTED,
          not_before=None),
    _sign(
        rf"{_SOMEBODY}(?:[’']s| is| was|[’']ll be|(?: will| would| must) be|, who is|, now"
        rf"|,? turn(?:s|ed))(?: now| only)? {_NUMBER}"
        rf"(?:[.!?;](?![0-9])|,(?! [0-9])| (?:and|in|on|now|when|then|at|today|next)\b){_THING}",
        flags=0,
    ),
    _sign(
        rf"(?:^|[.!?“\"] ?|\b)(?:[Aa]t|[Nn]early|[Jj]ust|[Nn]ow|[Oo]nly) {_NUMBER}"
        rf"(?=, {_SOMEBODY} [a-z])",
        flags=0,
    ),
    _sign(rf"\| *(?:[MFmf]|male|female) *\| *{_NUMBER}(?= *\|)", not_before=None),
    _sign(rf"\| *{_NUMBER}(?= *\| *(?:[MF]|male|female) *\|)", not_before=None),
    _sign(
        r"\b(?:reach(?:es|ed|ing)?|celebrat(?:es|ed|ing)|pass(?:es|ed)|hit|scored|made) (?:her|his"
        r"|my)"
        r" (?P<age>century)\b",
        not_before=None,
    ),
    _sign(rf"\b(?:one|two|some|both|all) of (?:them|whom|us)(?:{_IS}"
        rf"|,)?{_SOFTLY} {_NUMBER}{_TAIL}"),
    _sign(
        rf", (?:now|then|by then|by now|nearly|almost|aged|herself|himself) {_NUMBER}(?=, [a-z])",
        not_near=_COUNTED,
    ),
    _sign(rf"\({_NUMBER}(?=, (?:[a-z]|I\b))", _PERSON, not_near=_COUNTED),
    _sign(
        rf"(?:\bwere|\bare|\baged|\bat|,) (?:[5-9][0-9]|10[0-9]) and {_NUMBER}(?={_STOP})",
        _PAIR,
        flags=0,
        not_before=None,
    ),
    # In a sentence about age, or about one person in which nothing is counted.
    _sign(
        rf"{_NUMBER}{_PLURALS}{_GROUP}{_THING}", _AGEISH, _PERSON,
        not_near=re.compile(r"\b(?:average|mean|median|range)\b", re.IGNORECASE),
    ),
    _sign(rf"(?:\bis|\bwas|\bat|,){_SOFTLY} {_NUMBER}{_TAIL}", _OLDEST),
    _sign(
        rf"\b(?:to be|not see){_SOFTLY} {_NUMBER}(?= (?:and|or|with|again)\b)",
        not_near=_COUNTED,
    ),
    _sign(
        rf"\b(?:at|although|though|while|being|turn(?:ed|ing)|nearly|almost|barely|past) {_NUMBER}"
        r"(?=,? (?:s?he|I|my|mum|dad|nan|gran|(?:Mr|Mrs|Miss|Ms) \w+|you)\b)",
        not_before=None,
    ),
    _sign(
        r"\b(?:is|was|be|been|being|am|are|at|of|for|turn(?:s|ed|ing)|reach(?:es|ed|ing)|becom"
        r"(?:es|ing)|past|approaching|celebrating|pushing|nearly|almost|barely|hardly|now|still"
        r"|already|only|just|after|(?:lived|get|gets|got)(?: to(?: be)?| until)?|(?:com|gett"
        r"|knock)ing (?:up to"
        r"|up for|on for|on)|shy of"
        rf"|short of|far off|old age of){_SOFTLY} {_NUMBER}{_TAIL}",
        _PERSON,
        not_near=_COUNTED,
    ),
    _sign(
        r"(?:^|[.?!:;,“\"‘-]) ?(?:(?:and|now|still|only|nearly|almost|at|aged|all of|just|barely"
        rf"|(?:an?|his|her)(?: very)? [a-z-]{{3,12}}) ){{0,2}}"
        rf"{_NUMBER}(?={_STOP}| - | (?:and|but|today|next|last|now|if|years|I think|in fact"
        rf"|as)\b){_GROUP}{_THING}",
        _PERSON,
        not_near=_COUNTED,
    ),
    _sign(
        rf"[\w,] (?:at|being) (?P<age>{_WORD})(?![ -]\w+ (?:per|cent)\b){_TAIL}", flags=0,
        not_near=_COUNTED,
    ),
    _sign(
        r"\b(?:retired|died|(?:re)?married|learnt|learned|gave up|passed away)\b[^.?!]{0,50} at"
        rf" {_NUMBER}{_TAIL}",
        not_near=_COUNTED,
    ),
)  # fmt: skip
