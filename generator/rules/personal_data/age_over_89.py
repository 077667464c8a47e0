"""The age of somebody who is ninety or older.

Why: there are a good many people of seventy on any ward, and one of ninety-six. Rules for health
data elsewhere draw the line at ninety for that reason.

Instead: Write “in her nineties”, or leave the age out.

Example:
    A 96-year-old man had been waiting on the trolley since lunch.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import KIN, PERSON
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import Look, list_texts, with_any
from generator.rules.rule import Context, rule

_FIGURE = r"(?:9[0-9]|1[01][0-9])"
_WORD = (
    r"(?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|something|odd))?"
    r"|(?:a |one )hundred(?: and \w{3,5})?)"
)
_NUMBER = rf"(?<![\w.,/£$€-])(?P<age>{_FIGURE}|{_WORD})(?!\w|[.,:/-][0-9]|[ ]?%)"
_has_word = with_any("ninet", "hundred", "genarian", "tenarian")
_FIGURES = re.compile(rf"(?<![0-9]){_FIGURE}(?![0-9%])")
# Alternatives that each begin with one sign are searched for ten times as fast as others.
_MAY_BE_AGE = re.compile(
    r"9[0-9](?<![0-9]..)(?![0-9%])|1[01][0-9](?<![0-9]...)(?![0-9%])|n[iI][nN][eE][tT]|N[iI][nN][eE][tT]"
    r"|a hundred|A hundred|one hundred|One hundred|hundred(?:th|-and)|Hundred(?:th|-and)"
    r"|nonagenarian|Nonagenarian|centenarian|Centenarian"
)
_PERSON = (
    rf"(?:s?he|I|who|{KIN}|patient|resident|lady|gentleman|man|woman|(?:Mr|Mrs|Miss|Ms)\.?"
    r" [\w’'-]+)"
)
_IS = (
    r"(?:[’']s|[’']m|,| is| was| am|[’']d be| turned| turns| turning| had turned| would be| will be"
    r"| would have been| (?:is|was) (?:about|going) to be)"
)
_SOFTLY = r"(?: (?:now|then|already|nearly|almost|about|only|just|over|also|even|still|aged)){0,2}"
_CLOSED = (
    r"(?=[,;:!?)”\"’]|[.](?![0-9])|\s?$|\s(?:and|when|then|years?|but|now|last|this|next|on|at"
    r"|today|tomorrow|yesterday|already|too|still|yet|because|though|although"
    r"|as|if|by|before|after|since|so|not|in|with|or so)\b)"
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
    r"|wall|society|company|rule|law|plan|cottage|hall|library|pipe|lift|sign|veterans|patients|people|women|men|residents|ladies"
    r"|gentlemen|adults|users|visitors|group)\b)"
)
_RANGE = re.compile(
    r"(?:\b(?:to|and|between|over|under|than|least|until|from|number|page|week|ward|bed|room|bay"
    r"|bus|figure|(?:building|hospice|hospital|ward|chapel|tree|clock|nhs|charity|bridge|unit"
    r"|school|radio|club|league|choir|shop|service|garden|scheme|fund)"
    r"(?: (?:will be|is|was|would be|turns|turned))?|table|version|minutes?|the|line)"
    r"|[0-9] ?-) $",
    re.IGNORECASE,
)
_OF_A_THING = re.compile(
    r"\b(?:hospice|hospital|ward|nhs|unit|charity|team|trust|service|home|building)(?:[’']s)? $",
    re.IGNORECASE,
)
_OLD = (
    r"(?:[ -]years?[ -](?:old|young)\b|[ -]?yrs?[ -]?old\b| years of age| ?y[/.]?o\b|y(?:rs?)?\b)"
)
_AGEISH = re.compile(
    r"\b(?:years?[ -](?:old|young)|birthdays?|oldest|eldest|born|aged?|young(?:er)?|century"
    r"|great-grand\w+|telegram|turned|candles|how old|(?:my|your) age)\b"
    r"|\| *(?:\w+ )?age(?: \w+)? *\|",
    re.IGNORECASE,
)
_SAYS_AGE = re.compile(
    r"\b(?:her|his|my|their|whose) age\b|\bage[:=]|\| *(?:\w+ )?age(?: \w+)? *\|", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:how old|what age|(?:your|his|her) age)\b", re.IGNORECASE)
_NTH = (
    r"(?<![\w-])(?P<age>ninetieth|ninety-\w{4,7}|(?:one |a )?hundred(?:th|-and-\w{4,8})"
    r"|(?:9|1[01])[0-9](?:th|st|nd|rd))"
)
_BARE = _NUMBER.removesuffix(r"(?!\w|[.,:/-][0-9]|[ ]?%)")


def _compile(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_PATTERNS = (
    rf"{_BARE}{_OLD}{_GROUP}{_THING}",
    (
        r"\b(?:aged?|age of|age:|age,|age is|age was)(?: (?:about|nearly|almost))?"
        rf" {_NUMBER}{_GROUP}"
    ),
    rf"\b{_PERSON}{_IS}{_SOFTLY} {_NUMBER}{_CLOSED}{_GROUP}{_THING}",
    rf"\b(?:and|is|was|are) now {_NUMBER}{_CLOSED}{_GROUP}{_THING}",
    (
        rf"\b(?:{KIN}|patient|resident|lady|gentleman|man|woman|carer|daughter|lad|pensioner)"
        rf"(?:,? \(|, | - |: )(?:also "
        rf"|aged |now )?{_NUMBER}[),]"
    ),
    (
        rf"\b(?:person|man|woman|lady|gentleman|patient|resident|{KIN}) of"
        rf" {_NUMBER}{_CLOSED.removesuffix(')')}|\s(?:who|from|was|has|had)\b){_GROUP}"
    ),
    (
        r"\b(?:about to be|nearly|almost|turning|turned|turns|approaching)"
        rf" {_NUMBER}{_CLOSED}{_GROUP}{_THING}"
    ),
    rf"\b(?:old|eld)est\b[^.?!]{{0,60}}, (?:at |aged )?{_NUMBER},",
    rf"\b(?:one|two|some|all|both) of (?:them|whom) (?:was |is |aged )?{_NUMBER}{_CLOSED}{_GROUP}",
    (
        r"(?<![\w/])(?:[MF]|male|female|man|woman|lady|gentleman)(?:/|,? (?:aged )?)"
        rf"(?P<age>{_FIGURE})y?(?![\w%]|[.,:/-][0-9]|[ ](?:beds|minutes|days|people|patients))"
    ),
)
# A word with a capital that may be a name: no month, no preposition, nothing that has a value.
_SOMEBODY = (
    r"\b(?!January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Ward|Bed|Bay|Room|Clinic|Figure|Table|Page|Chapter|Week|Day|In|On|Of|At|By|For|From|To|Total"
    r"|Band|Level|Line|Bus|Mean|Median|Score|Yes|No|The|Our|Question|It|This|That|There|Average"
    r"|Occupancy|Rate|Number|Result|Target|Limit|Temperature|Weight|Height|What|Which|Here|Route"
    r"|Building|Hospital|Unit|Street|House|Total|Sum|Count|Baseline)[A-Z][a-zé’'-]{1,20}"
)
_COUNTED = re.compile(
    r"\b(?:count(?:ed)?|scored?|rates?|median|average|mean|minutes|per|answers?|cards|forms|calls"
    r"|of the|patients|residents|people|beds|steps|visits|decibels|degrees|pages)\b",
    re.IGNORECASE,
)
_SIGNS = (
    *(Sign(_compile(pattern), "age", not_before=_RANGE) for pattern in _PATTERNS),
    Sign(
        _compile(
            rf"\b(?:is|was|turns|turned|be|being|am){_SOFTLY}"
            rf" {_NUMBER}{_CLOSED}{_GROUP}{_THING}"),
        "age",
        near=(PERSON,),
        not_before=_RANGE,
    ),
    Sign(
        _compile(rf"(?:^|[.?!“\"‘(] ?)(?:now |still |only |nearly |almost |at ){{0,2}}{_NUMBER}"
                 r"(?: and (?:still|blind|deaf|never|frail|proud|not|living|alone)|,? (?:today"
                 r"|next|last) |, (?:she|he)\b| candles)"),
        "age",
        not_before=_RANGE,
    ),
    Sign(_compile(rf"(?P<age>(?<![\w.-]){_FIGURE}) ?/? ?[MFmf](?=[ ,.;)]|$)", 0), "age"),
    Sign(_compile(rf"{_NUMBER}"), "age", near=(_SAYS_AGE,), not_before=_RANGE),
    Sign(
        _compile(
            rf"{_NUMBER}(?! (?!years\b)\w+s\b| (?:people|men|women|per|minutes|in"
            rf" every)\b){_GROUP}{_THING}"
        ),
        "age",
        near=(_AGEISH, PERSON),
        not_before=_RANGE,
    ),
    Sign(
        _compile(
            r"\b(?:at(?: the age of)?|when|turn(?:ed|s|ing)|reach(?:ed|ing)|approaching|celebrating"
            rf"|nearly|almost|barely|past|being|aged) {_NUMBER}"
            r"(?=,? (?:s?he|I|my|mum|dad|nan|(?:Mrs?|Miss|Ms) \w+|you|they)\b)"
        ),
        "age",
        not_before=_RANGE,
    ),
    Sign(_compile(rf"\byou(?:[’']re| are)(?: (?:now|only|nearly"
    rf"|over))? {_NUMBER}{_CLOSED}{_GROUP}"), "age"),
    Sign(_compile(_NUMBER), "age", after=_ASKED, reach=70),
    Sign(
        _compile(
            rf"\b(?:died|lived|went|saw)(?: at| to(?: be)?| until|, aged|, still"
            rf"|,)? {_NUMBER}{_CLOSED}{_GROUP}{_THING}"
        ),
        "age",
        near=(PERSON,),
        not_before=_RANGE,
    ),
    Sign(_compile(rf"{_NUMBER}(?= (?:summers|winters|christmases|birthdays|candles)\b)"), "age"),
    Sign(
        _compile(
            r"\b(?:person|people|(?:some|no|any)(?:body|one)|lady|man|woman|gentleman)"
            rf" of {_NUMBER}(?! (?:per|people|patients|beds)\b|%){_GROUP}"
        ),
        "age",
        not_near=_compile(r"\b(?:groups?|average|mean|median|range|over|under|between)\b"),
    ),
    Sign(
        _compile(
            rf"\b(?:her|his|my) {_NTH}(?! (?:minute|hour|day|time|attempt|percentile|visit|week"
            r"|night|call|form)\b)"
        ),
        "age",
    ),
    Sign(_compile(rf"{_NTH} (?:birthday|year\b)"), "age", near=(PERSON,), not_before=_OF_A_THING),
    Sign(_compile(r"\b(?P<age>nonagenarian|centenarian)\b"), "age"),
    Sign(
        _compile(rf"\b(?:after|lived(?: for)?|alive|(?:her|his|even at|still|at)) {_NUMBER}"
                 r"(?=,| years\b(?! (?:of|ago|later)))"),
        "age",
        near=(_compile(rf"\b(?:s?he|her|his|I|my|Miss|Mrs|Mr|{KIN})\b"),),
        not_before=_RANGE,
    ),
    # Frank (93), and Doris, 97, but no month and no heading of a figure.
    Sign(
        _compile(
            rf"{_SOMEBODY}(?: \((?:aged |also |now )?|, | - ){_NUMBER}(?:\)| -|,(?! [0-9])"
            r"| and [a-z-]+[,.])", 0
        ),
        "age",
    ),
    Sign(
        _compile(rf"{_SOMEBODY}(?:[’']s| is| was|, who is|, now) (?:now |only )?{_NUMBER}"
                 rf"(?:[.!?;](?![0-9])|,(?! [0-9])| and ){_THING}", 0),
        "age",
    ),
    # At ninety, Doreen learnt; the lady in the corner (97) had; two sisters, 91 and 93.
    Sign(_compile(rf"\b(?:[Aa]t|[Nn]early|[Jj]ust) {_NUMBER}(?=, {_SOMEBODY} [a-z])", 0), "age"),
    Sign(
        _compile(
            rf"\b(?:patient|resident|lady|gentleman|man|woman|carer)(?: [\w’'-]+){{1,7}}(?: \(|, )"
            rf"(?:now |aged )?{_NUMBER}[),](?= (?:had|has|was|is|who|and|could|would|wanted|did"
            r"|said|told|sat|lay|went|came|[a-z]+ed)\b)"
        ),
        "age",
        not_near=_COUNTED,
    ),
    Sign(
        _compile(
            r"\b(?:(?:retired|widowed) [\w’'-]+ of|(?:name )?(?:withheld|anonymous),)"
            rf" {_NUMBER}(?=[,.]| [a-z]+ed\b| (?:who|from|was|had|has|said)\b){_GROUP}"
        ),
        "age",
    ),
    Sign(
        _compile(
            r"\b(?:coming up (?:to|for)|getting on for|pushing|knocking on|not far off|shy of)"
            rf" {_NUMBER}{_CLOSED}{_GROUP}{_THING}"
        ),
        "age",
        near=(PERSON,),
        not_near=_COUNTED,
    ),
    Sign(
        _compile(
            r"\b(?:sisters|brothers|twins|ladies|gentlemen|friends|cousins|widows)(?: \(|, )"
            rf"(?:aged |now )?{_NUMBER}(?= and )"
        ),
        "age",
    ),
    Sign(
        _compile(
            r"\b(?:retired|died|(?:re)?married|learnt|gave up|passed away)\b[^.?!]{0,50} at"
            rf" {_NUMBER}{_CLOSED}{_GROUP}"
        ),
        "age",
        not_near=_COUNTED,
        not_before=_RANGE,
    ),
    # Where a person is spoken of and nothing else is counted.
    Sign(
        _compile(rf"{_NUMBER}(?:(?= (?:now|already|today|until|when|and [a-z]+ as)\b)|(?=,? (?:I"
                 r" think|in fact|next (?:week|month|year|birthday)|last (?:week|month|year))\b))"
                 rf"{_THING}"),
        "age",
        near=(PERSON,),
        not_near=_COUNTED,
        not_before=_RANGE,
    ),
)  # fmt: skip


@rule(
    "P108",
    "age-over-89",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The exact age of somebody of ninety or more is told {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find the ages of single people of ninety and more."""
    yield from tell_signs(fault, list_texts(record, _MAY_BE_AGE, _may_hold), _MAY_BE_AGE)


def _may_hold(look: Look) -> bool:
    return _has_word(look) or _FIGURES.search(look.figures) is not None
