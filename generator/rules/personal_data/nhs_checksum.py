"""NHS numbers in a plain text: ten digits with a valid check digit, set as 3-3-4 or spoken of.

Ten bare digits may be anything, an ISBN with the same kind of check digit included: they count
only where the words before them speak of an NHS number.
"""

import re
from collections.abc import Iterator

from stdnum.gb import nhs

from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Sign
from generator.rules.personal_data.people_words import PERSON
from generator.rules.personal_data.signs import find_signs
from generator.rules.personal_data.texts import is_in_address

_NEAR = 30
TEN_DIGITS = compile_when_asked(r"[0-9](?:[ \n.*_/-]{0,3}[0-9]){9}")
_SET = compile_when_asked(
    r"(?<![0-9])(?=(?P<number>[0-9]{3}"
    r"(?:[ \n]{1,2}[0-9]{3}[ \n]{1,2}|(?P<sign> ?[-./] ?|\*{1,2}|_)[0-9]{3}(?P=sign))"
    r"[0-9]{4})(?![0-9]))"
)
_ANY = compile_when_asked(r"(?<![0-9])(?=(?P<number>[0-9](?:[ \n.*_/-]{0,3}[0-9]){9})(?![0-9]))")
_SPOKEN_OF = compile_when_asked(
    r"(?<![a-z])(?:(?:nhs|chi|patient)[\W_]{0,3}(?:number|num|no|id)s?(?![a-z])"
    r"|health (?:and|&) (?:social )?care number|nhs[ :#.=-]{0,3}(?=[0-9]))",
    re.IGNORECASE,
)
# What comes right before says that it is another number: a dialling code, a decimal, a book's.
_OTHER = compile_when_asked(r"(?:\+[0-9]{1,3}[ .-]?|[0-9][.,-]|isbn[^0-9]{0,8})$", re.IGNORECASE)
_LOOK_BACK = 16
# Ten bare digits, or ten with their gaps elsewhere, beside a person and under no other name.
_BARE = compile_when_asked(
    r"(?<![\w#./,:+-])(?=(?P<number>[1-9](?:[ ./-]{0,3}[0-9]){9})(?![\w/-]|[.,][0-9]))"
)
_UNDER_A_NAME = compile_when_asked(
    r"\b(?:orders?|invoices?|tracking|batch|assets?|serial|requisition|charity|is[bs]n|doi"
    r"|grant|budget|pmid|codes?|isrctn|iras|nct|trial|stud(?:y|ies)|licen[cs]e|tender|purchase|po"
    r"|account"
    r"|roll|barcode|sku|web|twitter|status|page|provider|patent|reference|extension|ext"
    r"|parts?|models?|lot|catalogue|company|tel(?:ephone)?|phone|mobile)\b|\+[0-9][0-9 ()-]*$",
    re.IGNORECASE,
)
_BESIDE = compile_when_asked(
    rf"{PERSON.pattern}|\b(?:ambulance|wristband|labels?|specimen|samples?|bed|ward|slips?"
    r"|records?|notes|letters?|clinic|forms?|card|list|row|screen|stickers?|envelope|folder"
    r"|scan|referral|appointment|discharge|theatre|bloods?|transport|gp|person|patients"
    r"|printed|wrote|doses?|tablets?|prescri\w+|pharmac\w+|charts?|bag|search\w*|look(?:ed|ing)? up"
    r"|typed?|system|address|results?|x-ray|number|digits?|wrong|nurse|doctor|clerk|duplicate"
    r"|merged?"
    r"|episode|bay|admission|admitted|spelt|computer|tube|form)\b",
    re.IGNORECASE,
)
_PLACED = Sign(_BARE, "number", near=(_BESIDE,), not_before=_UNDER_A_NAME)
# For the form, which works the check digit out for itself.
SIGNS = (
    Sign(_SET, "number"),
    Sign(_ANY, "number", after=_SPOKEN_OF, reach=2 * _NEAR, in_address=True),
    _PLACED,
)


def list_nhs_numbers(words: str) -> Iterator[tuple[int, int]]:
    """Find the start and end of each NHS number in a plain text."""
    if not TEN_DIGITS.search(words):
        return
    found: dict[int, int] = {}
    for match in _SPOKEN_OF.finditer(words):
        reach = match.end() + _NEAR
        for number in _ANY.finditer(words, match.end(), reach + _NEAR):
            start, end = number.span("number")
            if start <= reach and nhs.is_valid(_digits(number["number"])):
                found[start] = end
                break
    for match in _SET.finditer(words):
        start, end = match.span("number")
        if start not in found and _is_set_alone(words, start):
            digits = _digits(match["number"])
            if nhs.is_valid(digits):
                found[start] = end
    for start, end in find_signs(words, (_PLACED,)):
        if start not in found and nhs.is_valid(_digits(words[start:end])):
            found[start] = end
    yield from sorted(found.items())


def _is_set_alone(words: str, start: int) -> bool:
    if _OTHER.search(words[max(0, start - _LOOK_BACK) : start]):
        return False
    return not is_in_address(words, start)


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number)
