"""Somebody's date of birth, or a birthday.

Why: a clinic asks for two things before it says anything on the telephone: a name and a date of
birth. A page that gives the one is half of the way to the other.

Instead: Say how old the person was, in years and roughly, if the story needs it: in her sixties.

Example:
    The wristband gave her date of birth as 3 March 1948, which was her sister's.
"""

from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.problem import Fault, Problem, Severity
from generator.rules.personal_data.dates_in_text import MAY_BE_DATE, SIGNS, choose_birth_signs
from generator.rules.personal_data.signs import find_signs, tell_signs
from generator.rules.personal_data.texts import list_texts, look_at
from generator.rules.rule import Context, rule

# How far before a month or a figure a birth may be spoken of, and how far behind the day goes on.
_LONGEST = (110, 60)


@rule(
    "P106",
    "birth-date",
    Severity.ERROR,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "A date of birth stands {where}: {value}."},
    signs=SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find days that the words around them call a date of birth, and old days beside a person."""
    if signs := tuple(choose_birth_signs(look_at(record))):
        yield from tell_signs(
            fault,
            list_texts(record, MAY_BE_DATE),
            MAY_BE_DATE,
            lambda words, stretches: find_signs(words, signs, stretches),
            _LONGEST,
        )
