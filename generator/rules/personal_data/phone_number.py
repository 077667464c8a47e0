"""A telephone number that may be somebody's own.

Freephone and 03 numbers belong to services and may stand, and so may the number of an office that
the sentence calls one; so may the numbers that are kept for invention, such as 020 7946 0123, and
all that stands in `contact`.

Why: a story gave the number of the nurse who had thought of it all, as a kindness to other teams.
She moved to another ward, and patients rang her at supper for two years.

Instead: Write a number that people may ring in `contact`, or link to the page of the service that
has it. In a story that is told, the reader seldom needs the number.

Example:
    Ring Sheila on 07912 345 678 and she will send you the card.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import OFFICE, PERSON, SAID_FIGURES, may_be_said
from generator.rules.personal_data.signs import Stretch, either, find_signs, tell_signs
from generator.rules.personal_data.texts import Look, list_figures, list_texts, with_word
from generator.rules.rule import Context, rule

_NUMBER = compile_when_asked(
    r"(?<![\w.+/,-])(?:(?:\+ ?44|00 ?44)[ .-]?(?:\(0\)[ .-]?)?(?:[ .()-]{0,3}[0-9]){9,10}"
    r"|\(?0(?:[ .()-]{0,3}[0-9]){9,10}"
    r"|\(?0[0-9]{2,4}\)? ?/ ?[0-9]{3,4}(?:[ /.-]{0,2}[0-9]{3,4}){1,2}"
    r"|\(?0[0-9]{2,4}\)?, ?[0-9]{3,4}(?:, ?[0-9]{3,4})?"
    r"|7[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}"
    r"|\+[1-9](?:[ .()-]{0,3}[0-9]){7,14})(?![0-9])"
)
_NINE_DIGITS = compile_when_asked(r"[0-9](?:[ ./()-]{0,3}[0-9]){8}")
_SAME = 9
# Source: Ofcom, telephone numbers for use in TV and radio drama programmes.
_INVENTED = compile_when_asked(
    r"0(?:1(?:13|14|15|16|17|18|21|31|41|51|61)4960|1914980|207946|2896496|2890180|2920180"
    r"|1632960|7700900|3069990|8081570|9098790)"
)


# Where there are no tables to ask, all numbers that begin so belong to services.
_OF_SERVICES = compile_when_asked(r"^0(?:3|80)")


_SERVICE = compile_when_asked(
    rf"{OFFICE.pattern}|\b(?:(?:help|advice|evening|night|crisis|duty)[ -]?line|the line|line is"
    rf"|services?|unit|team|co-?ordinator|freephone|publishe[sd])\b",
    re.IGNORECASE,
)
_SIGNS = either(
    Sign(_NUMBER, unless=(compile_when_asked(f"^{_INVENTED.pattern}"), _OF_SERVICES)),
    near=PERSON,
    unless=_SERVICE,
)

_SAID_OF = compile_when_asked(
    r"\b(?:phone|telephone|mobile|number|ring|rang|call(?:ed)?|dial|line|landline|text|voicemail)\b"
    r"|\b(?:oh|zero|0)[ -](?:seven|one|two|double)",
    re.IGNORECASE,
)
_SAID_OF_OTHERS = compile_when_asked(
    r"\b(?:sort code|account|passport|nhs|insurance|pin|card|score)\b|\bbeds\b", re.IGNORECASE
)
_SAID = Sign(SAID_FIGURES, near=(_SAID_OF,), not_near=_SAID_OF_OTHERS)
_has_nought = with_word("oh zero nought double")
# Here the tables say what is a person's own.
_PLACED = tuple(replace(sign, unless=()) for sign in _SIGNS)


@rule(
    "P103",
    "phone-number",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "A telephone number stands {where}: {value}."},
    signs=(*_SIGNS, _SAID),
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find telephone numbers that could ring in somebody's pocket or at somebody's desk."""
    yield from tell_signs(fault, list_figures(record, _NINE_DIGITS), _NINE_DIGITS, _find)
    said = list_texts(record, SAID_FIGURES, _may_be_said)
    yield from tell_signs(fault, said, SAID_FIGURES, _find_said)


def _may_be_said(look: Look) -> bool:
    return may_be_said(look) and (_has_nought(look) or "0-" in look.plain)


def _find_said(words: str, stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    return find_signs(words, (_SAID,), stretches)


def _find(words: str, stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """Find each number once, however its link writes it."""
    seen = set()
    for start, end in find_signs(words, _PLACED, stretches):
        last = re.sub(r"[^0-9]", "", words[start:end])[-_SAME:]
        if last not in seen and _may_be_own(words[start:end]):
            seen.add(last)
            yield start, end


@lru_cache(maxsize=256)
def _may_be_own(number: str) -> bool:
    """Whether it is a valid number of a kind that a person may have."""
    import phonenumbers  # noqa: PLC0415 (its tables are large, and most stories need none of them)

    try:
        parsed = phonenumbers.parse(f"0{number}" if number.startswith("7") else number, "GB")
    except phonenumbers.NumberParseException:
        return False
    if not phonenumbers.is_valid_number(parsed):
        return False
    if parsed.country_code == 44 and _INVENTED.match(f"0{parsed.national_number}"):  # noqa: PLR2004
        return False
    kinds = phonenumbers.PhoneNumberType
    own = {
        kinds.FIXED_LINE,
        kinds.FIXED_LINE_OR_MOBILE,
        kinds.MOBILE,
        kinds.PAGER,
        kinds.PERSONAL_NUMBER,
        kinds.VOIP,
    }
    return phonenumbers.number_type(parsed) in own
