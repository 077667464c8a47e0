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
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

_FIGURE = r"(?:9[0-9]|1[01][0-9])"
_WORD = (
    r"(?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|something|odd))?"
    r"|(?:a |one )hundred(?: and \w{3,5})?)"
)
_NUMBER = rf"(?<![\w.,/£$€-])(?P<age>{_FIGURE}|{_WORD})(?!\w|[.,:/-][0-9]|[ ]?%)"
_WORDS = ("9", "10", "11", "ninet", "hundred", "nonagenarian", "centenarian")
_MAY_BE_AGE = re.compile(
    r"(?<![0-9.,])(?:9[0-9]|1[01][0-9])(?![0-9%]|[.,:/-][0-9])"
    r"|[nN][iI][nN][eE][tT]|[hH]undred|[nN]onagenarian|[cC]entenarian"
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
    r"(?=[,;:!?)”\"’]|[.](?![0-9])|\s?$|\s(?:and|when|then|years?|but|now|last|this|in|with|or"
    r" so)\b)"
)
# Ages of a group, and of what is no person.
_GROUP = (
    r"(?!\s?\+|\s(?:plus|(?:years )?(?:and|or) (?:over|older|above|more|under|up))\b"
    r"|[ -]?(?:to|[-–]) ?[0-9])"
)
_THING = (
    r"(?![ ,]*(?:\w+ ){0,2}(?:building|hospital|hospice|house|home|ward|tradition|tree|oak|chapel"
    r"|church|institution|charity|school|window|bridge|clock|wall|society|company|rule|law|plan"
    r"|cottage|hall|library|pipe|lift|sign|veterans|patients|people|women|men|residents|ladies"
    r"|gentlemen|adults|users|visitors|group)\b)"
)
_RANGE = re.compile(
    r"(?:\b(?:to|and|between|over|under|than|least|until|from|number|page|week|ward|bed|room|bay"
    r"|bus|figure|(?:building|hospice|hospital|ward|chapel|tree|clock|nhs|charity|bridge|unit"
    r"|school)(?: (?:will be|is|was|would be|turns|turned))?|table|version|minutes?|the|line)"
    r"|[-–]) $",
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
    r"|great-grand\w+|telegram"
    r"|turned|candles)\b",
    re.IGNORECASE,
)
_SAYS_AGE = re.compile(r"\b(?:her|his|my|their|whose) age\b|\bage:", re.IGNORECASE)
_NTH = (
    r"(?<![\w-])(?P<age>ninetieth|ninety-\w{4,7}|(?:one |a )?hundredth|(?:one |a"
    r" )?hundred-and-\w{4,8}"
    r"|9[0-9](?:th|st|nd|rd)|1[01][0-9](?:th|st|nd|rd)) (?:birthday|year\b)"
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
        rf"\b(?:{KIN}|patient|resident|lady|gentleman|man|woman|carer)(?:,? \(|, )(?:also "
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
    rf"\boldest\b[^.?!]{{0,60}}, {_NUMBER},",
    (
        r"(?<![\w/])(?:[MF]|male|female|man|woman|lady|gentleman)(?:/|,? (?:aged )?)"
        rf"(?P<age>{_FIGURE})y?(?![\w%]|[.,:/-][0-9]|[ ](?:beds|minutes|days|people|patients))"
    ),
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
    Sign(_compile(_NTH), "age", near=(PERSON,), not_before=_OF_A_THING),
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
            r"\b(?!January|February|March|April|May|June|July|August|September|October|November"
            r"|December|Ward|Bed|Bay|Room|Clinic|Figure|Table|Page|Chapter|Week|Day|In|On|Of"
            r"|At|By|For"
            r"|From|To|Total|Band|Level|Line|Bus|Mean|Median|Score|Yes|No|The|Our|Question)"
            rf"[A-Z][a-zé’'-]{{1,20}}(?: \((?:aged |also |now )?|, ){_NUMBER}(?:\)|,(?! [0-9]))",
            0,
        ),
        "age",
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
    yield from tell_signs(fault, list_texts(record, _MAY_BE_AGE, _WORDS))
