"""The number of a doctor, a nurse or another professional in a register.

Why: a midwife was a patient on her own unit, and a story told it without her name. It gave her
number, which leads to the name in ten seconds, since registers are there to be searched.

Instead: Say what the person is: a midwife, a doctor from another hospital.

Example:
    She signed the card with her NMC PIN, 98I2741E.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import list_figures
from generator.rules.rule import Context, rule

_REGISTER = compile_when_asked(
    r"\b(?:General (?:Medical|Dental|Pharmaceutical|Optical) Council"
    r"|Health and Care Professions Council|Nursing and Midwifery Council|GMC|NMC|HCPC|GPhC|GDC|GOC"
    r"|GOsC|Social Work England|SWE|PSNI|MDU|(?:registration|nurse|midwife)[’']?s? "
    r"(?:number|no|pin)|pin)\b",
    re.IGNORECASE,
)
# Source: Health and Care Professions Council, the letters of each profession; SW: social workers.
_PREFIX = r"(?:AS|BS|CH|CS|DT|HAD|ODP|OT|OR|PA|PH|PO|PYL|RA|SL|SW)"
_PREFIXED = compile_when_asked(rf"(?<![\w./-]){_PREFIX}[0-9]{{5,6}}(?![\w/-])")
_PROFESSION = compile_when_asked(
    r"\b(?:hcpc|council|regist\w+|reg|physio\w*|psycholog\w+|paramedic|radiographer|\w*therap\w+"
    r"|dietiti?ci?an|podiatrist|chiropodist|audiologist|scientist|orthoptist|prosthetist"
    r"|social worker"
    r"|odp|ot|pin)\b",
    re.IGNORECASE,
)
_VALUE = compile_when_asked(
    rf"(?<![\w./-])(?:[0-9]{{2}} ?[A-Z] ?[0-9]{{4}} ?[A-Z]|{_PREFIX}[ -]?[0-9]{{4,6}}|[0-9]"
    rf"(?: ?[0-9]){{5,6}}"
    r"|D[0-9]{5,6}|01-[0-9]{5})(?![\w/-]|[.,][0-9])",
    re.IGNORECASE,
)
# The register's own shape: a year, a part, four figures, a letter for the country.
_NURSE = compile_when_asked(r"(?<![\w./-])[0-9]{2}[A-Z][0-9]{4}[A-Z](?![\w/-])")
# A year is none, but behind a prefix.
_SPACED = "|".join(f"(?<={word}[ -][0-9])" for word in _PREFIX[3:-1].split("|"))
_MAY_BE_NUMBER = compile_when_asked(
    r"[0-9](?:(?: ?[0-9]){4}|[0-9]{3}(?:[A-Za-z]| [A-Za-z]\b)"
    rf"|(?:(?<=[A-Za-z][0-9])|(?i:{_SPACED}))[0-9]{{3}})"
)
_SIGNS = (
    Sign(_VALUE, after=_REGISTER, reach=40),
    Sign(_NURSE),
    Sign(_PREFIXED, near=(_PROFESSION,)),
)


@rule(
    "P117",
    "register-number",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "A number in a professional register stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find numbers where a register is named, and those that have the shape of a nurse's."""
    yield from tell_signs(fault, list_figures(record, _MAY_BE_NUMBER), _MAY_BE_NUMBER)
