"""The number of a passport, or of another paper that says who somebody is.

Why: a woman had to show her passport to get a temperature taken. The story was about that, and it
gave the number as she had had to give it. Accounts have been opened with less.

Instead: Take the number out, and tell whoever looks after data protection in your organisation if
the file has already been sent anywhere: the history of the repository keeps what was sent.

Example:
    Proof of identity: passport 942017358, seen by the clerk.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import PERSON, SAID_FIGURES, may_be_said
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import list_figures, list_texts, with_all, with_word
from generator.rules.rule import Context, rule

_NUMBER = compile_when_asked(
    r"(?<![\w./,-])(?:[A-Z]{1,3} ?[0-9]{6,9}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}|[0-9]{2}"
    r"(?: [0-9]{2}){2,3}(?: [0-9]{3})?|[0-9]{8}|[0-9](?: ?[0-9]){8})(?![\w/-]|[.,][0-9])"
)
_DRIVER = compile_when_asked(r"(?<!\w)[A-Z9]{5}[ -]?[0-9]{6}[ -]?[A-Z9]{2}[0-9A-Z]{3}(?!\w)")
_PAPER = compile_when_asked(
    r"\b(?:passports?|pp(?:t)?\.? (?:no|number)\b|ppt|visa|identity|id card|national id|ehic|ghic"
    r"|reciprocal|residence permit|travel document|brp|driving"
    r" licen[cs]e)\b"
    r"|\b(?:GBR|IRL|POL|IND|NGA)\b",
    re.IGNORECASE,
)
_NINE = compile_when_asked(r"(?<![\w./,#-])[1-9][0-9]{8}(?![\w/-]|[.,][0-9])")
_BESIDE = compile_when_asked(rf"{PERSON.pattern}|\b(?:photocopy|photograph)\b", re.IGNORECASE)
_CHECKED = compile_when_asked(
    r"\b(?:check(?:ed)?|copied|photocop\w+|border|embassy|nationality|document|pinned up|page with"
    r"|overseas|photograph)\b",
    re.IGNORECASE,
)
_MAY_BE_PASSPORT = compile_when_asked(r"[0-9](?:[ -]?[0-9]){5}")
_may_be_said = with_all(may_be_said, with_word("passport passports visa identity"))
_SAID = Sign(SAID_FIGURES, near=(_PAPER,))
_SIGNS = (
    Sign(_NUMBER, near=(_PAPER,)),
    Sign(_DRIVER),
    _SAID,
    Sign(_NINE, near=(_CHECKED, _BESIDE)),
)


@rule(
    "P116",
    "passport-number",
    Severity.ERROR,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The number of a passport or the like stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find numbers where a passport or the like is spoken of."""
    yield from tell_signs(fault, list_figures(record, _MAY_BE_PASSPORT), _MAY_BE_PASSPORT)
    said = list_texts(record, SAID_FIGURES, _may_be_said)
    yield from tell_signs(fault, said, SAID_FIGURES)
