"""An NHS number, written as such or with its check digit right where one is spoken of.

Why: a team showed the label of a drip stand to make a point about small print, and the label had a
patient's NHS number on it. Ten digits lead to one person and to all that is known of their health.
It is an error, and no reason can allow it.

Instead: Take the number out, and tell whoever looks after data protection in your organisation if
the file has already been sent anywhere: the history of the repository keeps what was sent.

Example:
    Her wristband said 943 476 5919, and the form said something else.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.disguise import mask
from generator.rules.personal_data.nhs_checksum import SIGNS, TEN_DIGITS, list_nhs_numbers
from generator.rules.personal_data.people_words import SAID_FIGURES, may_be_said
from generator.rules.personal_data.signs import Stretch, find_signs, tell_signs
from generator.rules.personal_data.texts import (
    list_figures,
    list_texts,
    with_all,
    with_any,
    with_word,
)
from generator.rules.rule import Context, rule

_may_be_said = with_all(
    may_be_said, with_word("nhs medical"), with_any("nhs num", "nhs no", "medical card")
)
_SAID = Sign(
    SAID_FIGURES,
    near=(compile_when_asked(r"\bnhs (?:num|no\b)|\bmedical card\b", re.IGNORECASE),),
)


@rule(
    "P101",
    "nhs-number",
    Severity.ERROR,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "An NHS number stands {where}: {value}."},
    signs=(*SIGNS, _SAID),
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find NHS numbers in every text, however they are written."""
    for text in list_figures(record, TEN_DIGITS):
        plain = text.plain
        for start, end in list_nhs_numbers(plain.words):
            message, _hint = fault.say("", where=text.where, value=mask(plain.words[start:end]))
            yield fault.at(text.place(plain.find_origin(start)), message)
    said = list_texts(record, SAID_FIGURES, _may_be_said)
    yield from tell_signs(fault, said, SAID_FIGURES, _find_said)


def _find_said(words: str, stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    return find_signs(words, (_SAID,), stretches)
