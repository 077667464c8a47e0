"""Somebody's date of birth.

Why: a clinic asks for two things before it says anything on the telephone: a name and a date of
birth. A page that gives the one is half of the way to the other.

Instead: Say how old the person was, in years and roughly, if the story needs it: in her sixties.

Example:
    The wristband gave her date of birth as 3 March 1948, which was her sister's.
"""

from collections.abc import Iterator

from generator.model import Action, Attachment, Domain, Record, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.personal_data.dates_in_text import (
    BIRTH_WORDS,
    MAY_BE_BIRTH,
    SIGNS,
    list_birth_dates,
)
from generator.rules.personal_data.disguise import mask
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule


@rule(
    "P106",
    "birth-date",
    Severity.ERROR,
    doc=__doc__,
    on=(Story, Action, Domain, Attachment),
    says={"": "A date of birth stands {where}: {value}."},
    signs=SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find days that the words before them call a date of birth."""
    for text in list_texts(record, MAY_BE_BIRTH, BIRTH_WORDS):
        plain = text.plain
        for start, end in list_birth_dates(plain.words):
            message, _hint = fault.say("", where=text.where, value=mask(plain.words[start:end]))
            yield fault.at(text.place(plain.find_origin(start)), message)
