"""A hospital number, or another number under which one patient's papers are kept.

Why: a sheet was photographed to show how small its boxes were, and nobody thought of the number at
its top. It says nothing to most people. Four thousand members of staff can type it and read on.

Instead: Take the number out. “A patient”, “the man in the corner bed” or another name does as well.

Example:
    Her hospital number, M0194457, was on three wristbands.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import PERSON
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import as_words, list_figures
from generator.rules.rule import Context, rule

_WORDS = (
    r"(?:hosp(?:ital)?|case ?notes?|case|unit|pt|patient|(?:local )?patient identifier|pas|lab"
    r"|crn|h ?& ?c"
    r"|a ?& ?e|accession|episode|record|chart|complaint|safeguarding|referral|admission|rio|emis"
    r"|systmone|inpatient|outpatient|biopsy|specimen|sample|scan|imaging|datix|incident|pals"
    r"|ombudsman|claim|coroner[’']?s?|inquest|person|client|resident|k|theatre|casualty|clinic"
    r"|district|(?:radiology"
    r"|x-ray) (?:exam )?)"
)
_LABEL = compile_when_asked(
    rf"\b(?:{_WORDS}\.?[ \n]?(?:number|num|nos?|id|identifier|ref(?:erence)?)\b\.?(?:[’']s)?"
    r"|(?:mrn|crn|chi|h ?& ?c|pid|cad)\b(?: (?:number|no\b\.?|id))?|ed (?:no\.|number\b)"
    r"|(?:local )?patient identifier\b|hospital[ \n]?#|h\.n\.|hn\b)",
    re.IGNORECASE,
)
_VALUE = compile_when_asked(
    r"(?<![\w/+-])(?<!://)(?=(?:[A-Za-z/ .-]{0,6}[0-9]){4})(?:[A-Za-z]{1,5}[ /-]?)?(?:[0-9][0-9"
    r" /.-]{2,14}[0-9](?:[ /-]?[A-Z])?|[0-9]{1,4}[A-Z]{1,3}[0-9 ]{2,10}[0-9]"
    r"(?:[/-][A-Z0-9]{1,4})?"
    r"|[A-Z]{1,4}[0-9][/-][0-9]{3,10})(?![\w])",
)
_NAMED_BEHIND = compile_when_asked(
    rf"{_VALUE.pattern}(?=,? (?:(?:that[’']?s|which is|is|was|as) )?"
    rf"(?:(?:the|his|her|their|an?) )?{_LABEL.pattern})",
    re.IGNORECASE,
)
_IN_LINK = compile_when_asked(
    r"(?:(?<=[?&]mrn=)|(?<=[?&]pid=)|(?<=[?&]chi=)|(?<=[?&]patient=)|(?<=[?&]patientid=))[0-9]{5,10}\b",
    re.IGNORECASE,
)
_NUMBER_OF = compile_when_asked(
    r"\b(?:numbers?|no\.|id|ref(?:erence)?|barcode|identifier)(?=\W)", re.IGNORECASE
)
_MAY_BE_NUMBER = compile_when_asked(r"[0-9](?:[ /.-]?[0-9]){3}")
# Where no word says what it is, its look and a person beside it do.
_BARE = compile_when_asked(
    r"(?<![\w#./,:@+-])(?:[A-Z]{1,2}/?[0-9]{5,8}|[0-9]{6,9}"
    r"|(?:[A-Z]{2,4}/){1,3}[0-9]{5,9})(?![\w/-]|[.,:][0-9])"
)
# As the desk of an emergency department counts its visits, and an ambulance its calls.
_VISIT = compile_when_asked(
    r"(?<![\w/-])(?:ED|AE|A&E|CAD|EPR|PCR)[ /-]?[0-9]{2,5}[/-][0-9]{4,8}(?![\w/-])"
)
_OF_PATIENT = compile_when_asked(
    r"(?:(?<=patient )|(?<=\bpt ))[0-9]{4,8}[/-][0-9]{2,6}(?:[/-][A-Z0-9]{1,3})?(?![\w/-])"
)
_CALL = compile_when_asked(r"(?<![\w/-])[0-9]{4,6}-[0-9]{3,6}(?![\w/-])")
_CALLS = compile_when_asked(r"\bCAD\b")
_SLASHED = compile_when_asked(r"(?<![\w/])(?:[A-Z]{2,4}/){1,3}[0-9]{5,9}(?![\w/])")
_OTHER = compile_when_asked(
    r"\b(?:orders?|invoices?|tracking|batch|assets?|serial|requisition|codes?|version|charity"
    r"|is[bs]n"
    r"|doi|grant|budget|ext(?:ension)?|parts?|models?|lot|catalogue|colou?r"
    r"|company|pmid"
    r"|orcid|calls?|tel(?:ephone)?|phone|£|visits|people|persons)\b",
    re.IGNORECASE,
)
_TOLD = compile_when_asked(
    r"\b(?:passport|visa|account|sort code|iban|gmc|nmc|gphc|hcpc|nhs|identity|isbn)\b",
    re.IGNORECASE,
)
_BESIDE = compile_when_asked(
    rf"{PERSON.pattern}|\b(?:folder|file|notes|wristband|label|slip|specimen|sample|answered to)\b",
    re.IGNORECASE,
)
# A National Insurance number has a rule of its own.
_INSURANCE = compile_when_asked(r"^[A-Za-z]{2}[ ./-]{0,2}(?:[0-9]{2}[ ./-]{0,2}){3}[A-Da-d]?$")
_WHOLE_INSURANCE = compile_when_asked(_INSURANCE.pattern.replace("?$", "$"))
_CALLED = "number num no nos id identifier ref reference"
# They may stand without a space: patientid, caseno.
_LABEL_WORDS = as_words(
    f"{_CALLED} mrn crn chi c pid cad hospital n hn "
    + " ".join(
        f"{one}{two}"
        for one in (
            *re.findall("[a-z]+", _WORDS),
            "hospital",
            "casenote",
            "casenotes",
            "note",
            "notes",
            "coroners",
        )
        for two in _CALLED.split()
    )
)
_NUMBER_WORDS = as_words(f"{_CALLED} numbers barcode")
# How far before four figures the word for a number may stand, and how far behind it.
_LONGEST = (110, 90)
_SIGNS = (
    Sign(_VALUE, after=_LABEL, reach=60, unless=(_WHOLE_INSURANCE,), words=_LABEL_WORDS),
    Sign(
        _VALUE,
        after=_NUMBER_OF,
        not_after=_OTHER,
        reach=25,
        near=(_BESIDE,),
        not_near=_TOLD,
        unless=(_INSURANCE,),
        words=_NUMBER_WORDS,
    ),
    Sign(_NAMED_BEHIND, unless=(_INSURANCE,), words=_LABEL_WORDS),
    Sign(_IN_LINK, in_address=True),
    Sign(_VISIT, near=(_BESIDE,)),
    Sign(_CALL, near=(_CALLS,)),
    Sign(_OF_PATIENT),
    Sign(_SLASHED, near=(_BESIDE,)),
    Sign(_BARE, near=(_BESIDE,), not_near=_TOLD, not_before=_OTHER),
)


@rule(
    "P112",
    "hospital-number",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "What may be the hospital number of a patient stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find numbers that a word calls a hospital number, and bare ones beside a patient."""
    texts = list_figures(record, _MAY_BE_NUMBER)
    yield from tell_signs(fault, texts, _MAY_BE_NUMBER, around=_LONGEST)
