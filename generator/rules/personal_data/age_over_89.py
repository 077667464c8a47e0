"""The age of somebody who is ninety or older.

Why: there are a good many people of seventy on any ward, and one of ninety-six. Rules for health
data elsewhere draw the line at ninety for that reason.

Instead: Write “in her nineties”, or leave the age out.

Example:
    A 96-year-old man had been waiting on the trolley since lunch.
"""

import re
from collections.abc import Iterator

from generator.model import Action, Attachment, Domain, Record, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.personal_data.disguise import mask
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

_FIGURE = r"(?:9[0-9]|1[01][0-9])"
_WORD = r"ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
_NUMBER = rf"(?:{_FIGURE}|{_WORD})"
_WORDS = ("9", "10", "11", "ninety")
_MAY_BE_AGE = re.compile(r"9[0-9]|1[01][0-9]|[nN][iI][nN][eE][tT][yY]")
_PERSON = (
    r"(?:s?he|I|who|mum|dad|nan|gran|granny|grandad|grandma|mother|father|husband|wife|sister"
    r"|brother|aunt|uncle|neighbour|patient|resident|lady|gentleman)"
)
_IS = r"(?:[’']s|[’']m| is| was| am| turned| had turned| would be| will be| would have been)"
_AGE = re.compile(
    rf"(?<![\w.,/£$-])(?P<old>{_NUMBER})(?:[ -]year[ -]old\b|[ ]years old\b|[ ]?y/?o\b)"
    rf"|\b(?:aged|age[ ]of|age:)[ ](?P<aged>{_NUMBER})(?![\w%/-]|[.,][0-9])"
    rf"|\b{_PERSON}{_IS}(?:[ ](?:now|then|already|nearly|almost|about|only))?"
    rf"[ ](?P<is>{_NUMBER})(?=[,;:!?)”\"’]|[.](?![0-9])|\s?$"
    r"|\s(?:and|when|then|years|but|now|last|this|in|with)\b)",
    re.IGNORECASE,
)
# Ages of a group, and of what is no person.
_GROUP = re.compile(
    r"\s?(?:\+|plus\b|(?:and|or|years and|years or)[ ](?:over|older|above|more|under|up)\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:to|and|between|over|under|than|least|until|from)[ ]$|[-–][ ]?$", re.IGNORECASE
)
_THING = re.compile(
    r"[ ,]*(?:\w+ ){0,2}(?:building|hospital|hospice|house|home|ward|tradition|tree|oak|chapel"
    r"|church|institution|charity|school|window|bridge|clock|wall|society|company|rule|law|plan"
    r"|cottage|hall|library|pipe|lift|sign)\b",
    re.IGNORECASE,
)


@rule("P108", "age-over-89", Severity.WARNING, doc=__doc__, on=(Story, Action, Domain, Attachment))
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find the ages of single people of ninety and more."""
    for text in list_texts(record, _MAY_BE_AGE, _WORDS):
        plain = text.plain
        for found in _AGE.finditer(plain.words):
            start, end = found.span(found.lastgroup or 0)
            if not _is_of_one_person(plain.words, start, end, found.end()):
                continue
            message = f"The exact age of somebody of ninety or more is told {text.where}: "
            message += f"{mask(found[0])}."
            yield fault.at(text.place(plain.find_origin(start)), message)


def _is_of_one_person(words: str, start: int, end: int, after: int) -> bool:
    if _GROUP.match(words, end) or _GROUP.match(words, after) or _THING.match(words, after):
        return False
    return not _RANGE.search(words[max(0, start - 10) : start])
