"""A National Insurance number.

Why: a benefits letter was quoted word for word in a story about letters nobody understands, and
the line at its top went with it. With that number somebody else can be you.

Instead: Take the number out, and tell whoever looks after data protection in your organisation if
the file has already been sent anywhere: the history of the repository keeps what was sent.

Example:
    The form asked again for what it already had, AA 00 00 00 A.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import PERSON, SAID
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import list_figures, list_texts, with_word
from generator.rules.rule import Context, rule

# Source: HM Revenue and Customs, manual NIM39110, for the letters that are not used.
_NUMBER = compile_when_asked(
    r"(?<![\w-])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ ./-]{0,3}[0-9]{2}[ ./-]{0,3}[0-9]{2}[ ./-]{0,3}[0-9]{2}[ ./-]{0,3}[A-D](?![\w-])"
)
# In pairs it is one in small letters too; “on 12 10 26 a nurse” is none.
_PAIRED = compile_when_asked(
    r"(?<![\w-])(?!(?:a[mnst]|b[ey]|[hmw]e|my|by)\b)(?!bg|gb|nk|kn|tn|nt|zz)"
    r"[a-ceghj-prtw-z][a-ceghj-mpr-tw-z] [0-9]{2} [0-9]{2} [0-9]{2} [a-d](?![\w-])"
)
_SIX_DIGITS = compile_when_asked(r"[0-9]{2}[ ./-]{0,3}[0-9]{2}[ ./-]{0,3}[0-9]{2}")
_ANY_CASE = compile_when_asked(_NUMBER.pattern, re.IGNORECASE)
_SPOKEN_OF = compile_when_asked(
    r"\b(?:national insurance|nino\b|n\.?i\.?(?: ?(?:number|no)\b|:))", re.IGNORECASE
)
_PART = compile_when_asked(
    r"\b(?:part|model|serial|order|catalogue|item|batch|asset)(?: (?:no\.?|numbers?|code))?:? $",
    re.IGNORECASE,
)
_NEAR = 40
_CLAIM = compile_when_asked(
    rf"{PERSON.pattern}|\b(?:benefits?|claim|allowance|pension|credit|payroll|payslip|form|slip)\b",
    re.IGNORECASE,
)
# As it is said into a telephone.
_SPELT = compile_when_asked(
    rf"\b(?:[A-CEGHJ-PR-TW-Z][, -]{{1,2}}){{2}}(?:{SAID}[, -]{{1,2}}){{3,6}}[A-D]\b"
)
_may_be_spelt = with_word("insurance ni nino")
_NO_LAST = compile_when_asked(_NUMBER.pattern.replace("[ ./-]{0,3}[A-D](?!", "(?!"), re.IGNORECASE)


@rule(
    "P102",
    "national-insurance-number",
    Severity.ERROR,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "A National Insurance number stands {where}: {value}."},
    signs=(
        Sign(_NUMBER, not_before=_PART),
        Sign(_ANY_CASE, after=_SPOKEN_OF, reach=_NEAR),
        Sign(_NO_LAST, after=_SPOKEN_OF, reach=_NEAR),
        Sign(_ANY_CASE, near=(_CLAIM,)),
        Sign(_PAIRED),
        Sign(_SPELT),
    ),
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find National Insurance numbers in every text, in small letters where they are spoken of."""
    yield from tell_signs(fault, list_figures(record, _SIX_DIGITS), _SIX_DIGITS)
    yield from tell_signs(fault, list_texts(record, _SPELT, _may_be_spelt), _SPELT)
