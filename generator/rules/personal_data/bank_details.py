"""The number of somebody's bank account, its sort code, or both.

Why: a patient had written on a feedback card where her fares were to be paid to. The card was typed
out as it stood, since it was so well put.

Instead: Take the numbers out, and tell whoever looks after data protection in your organisation if
the file has already been sent anywhere: the history of the repository keeps what was sent.

Example:
    She wanted it paid to 12-34-56, account 31926675.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import SAID_FIGURES, may_be_said
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import list_figures, list_texts, with_all, with_word
from generator.rules.rule import Context, rule

_SORT = r"[0-9]{2}[ /.-][0-9]{2}[ /.-][0-9]{2}"
_BOTH = compile_when_asked(
    rf"(?<![\w./-]){_SORT}(?![\w/-])(?=[^0-9]{{1,40}}[0-9]{{4}} ?[0-9]{{4}}(?![\w/-]))"
)
_SPOKEN = compile_when_asked(rf"(?<![\w./-]){_SORT}(?![\w/-]|[.,][0-9])")
_SIX = compile_when_asked(r"(?<![\w./-])[0-9]{6}(?![\w/-]|[.,][0-9])")
_ACCOUNT = compile_when_asked(
    r"(?<![\w.-])(?:[0-9A-Z]{1,4}[/-])?(?:[0-9]{4}[ -]?[0-9]{4}|[0-9]{2}(?: [0-9]{2}){3}"
    r"|[0-9]{7,8})"
    r"(?:[/-][0-9A-Z]{1,3})?(?![\w/-]|[.,][0-9])"
)
_SORT_CODE = compile_when_asked(
    r"\bsort(?:ing)?[ -]?(?:codes?|no|number)\b|\bs/c\b|\bsort [0-9]{2}", re.IGNORECASE
)
_BANK = compile_when_asked(
    r"\b(?:accounts?|acct?|a/c|bank(?! holiday| staff| shift| nurse)|building society|direct debit"
    r"|standing order|sort code|pension)\b",
    re.IGNORECASE,
)
_OURS = compile_when_asked(
    r"\b(?:charity|appeal|donat\w+|league of friends|fund ?raising|trust[’']s account)\b",
    re.IGNORECASE,
)
_RUN = compile_when_asked(r"(?<![\w./-])[0-9]{6}[ ,/]{1,3}[0-9]{8}(?![\w/-]|[.,][0-9])")
_IBAN = compile_when_asked(r"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[A-Z]{4})(?: ?[0-9]{2,4}){3,6}(?!\w)")
_CARD = compile_when_asked(r"(?<![\w.-])[3-6][0-9]{3}([ -]?)[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?![\w-])")
_MAY_BE_BANK = compile_when_asked(
    r"[0-9](?:[0-9][ /.-][0-9]{2}[ /.-][0-9]{2}|[0-9]{5}|[0-9]{3}[ -]?[0-9]{4}| ?[A-Z]{4})"
)
_may_be_said = with_all(may_be_said, with_word("account sort"))
_SAID = Sign(SAID_FIGURES, near=(_BANK,), not_near=_OURS)
_SIGNS = (
    Sign(_BOTH, not_near=_OURS),
    Sign(_SIX, near=(_SORT_CODE,), not_near=_OURS),
    Sign(_SPOKEN, near=(_SORT_CODE,), not_near=_OURS),
    Sign(_ACCOUNT, near=(_BANK,), not_near=_OURS),
    Sign(_CARD),
    Sign(_RUN),
    Sign(_IBAN),
    _SAID,
)


@rule(
    "P114",
    "bank-details",
    Severity.ERROR,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The number of a bank account stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find sort codes, account numbers, IBANs and card numbers that words call so."""
    yield from tell_signs(fault, list_figures(record, _MAY_BE_BANK), _MAY_BE_BANK)
    said = list_texts(record, SAID_FIGURES, _may_be_said)
    yield from tell_signs(fault, said, SAID_FIGURES)
