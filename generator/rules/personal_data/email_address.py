"""An e-mail address outside `contact`.

Addresses that end in .example belong to nobody, and those of a desk (info, enquiries, feedback)
to no one person: both may stand.

Why: an address in the middle of a story is found by programs that look for nothing else, and a
porter who had lent his name to one story had four hundred letters about pills by Easter.

Instead: Write the address of whoever may be asked in `contact`, and take it out here.

Example:
    Write to [Joan](mailto:joan.tuck@fernhill-hospital.org) for the template.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import Look, list_texts, look_at, with_any, with_word
from generator.rules.rule import Context, rule

# A name with a point, or one of those who hand out addresses.
_BEHIND = r" ?(?:[\w-]{1,40}\.|g|hot|ya|ou|ic|ao|bt|ta|vi|nt|pr|li)"
_AT = compile_when_asked(
    # What begins with one set of signs is searched for ten times as fast as what does not.
    rf"[@ \[({{](?:(?<=@)|(?<= )(?:(?i:at {_BEHIND})"
    r"|(?i:dot|underscore) )|(?<=[\[({]) ?[aA][tT] ?[\])}])"
)
_SIGN = re.compile("@")
_SAID_AT = re.compile(f" at {_BEHIND}")
_PROVIDERS = (
    *("gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "aol", "btinternet"),
    *("talktalk", "virginmedia", "ntlworld", "protonmail"),
)
_spells_out = with_word("dot underscore")
_has_provider = with_word(" ".join(_PROVIDERS))
_ENDING = re.compile(r"\.(?:co|org|net|uk|me|info|io|eu|ie)")
_in_brackets = with_any("at]", "at)", "at}", "at ]", "at )", "at }")
_DOMAIN = (
    r"(?![0-9]x\.)(?:[a-z0-9-]{1,63}(?:\.| \. | ?[\[({]dot[\])}] ?| dot )){1,8}(?!(?:png|jpe?g"
    r"|gif|svg|webp|css|js|py|html?)\b)"
    r"[a-z]{2,24}(?![\w@])"
)
_WHOLE = compile_when_asked(
    rf"(?<![\w.+'-])[\w+][\w.+'-]{{0,63}}(?:@| @ |@ | ?[\[({{] ?at ?[\])}}] ?){_DOMAIN}",
    re.IGNORECASE,
)
# As it is spelt out to a clerk.
_SPELT = compile_when_asked(
    r"(?<![\w.-])[\w-]{1,40}(?: (?:dot|underscore|dash|hyphen) [\w-]{1,40}){0,4} at"
    r" [\w-]{2,30}(?: mail)?"
    r"(?: dot \w{2,20}){1,4}"
    r"|(?<![\w.-])[\w-]{1,40}(?: (?:dot|underscore) [\w-]{1,40}){1,4} at [\w-]{2,30}(?: mail)?",
    re.IGNORECASE,
)
_SAID = compile_when_asked(
    r"(?<![\w.-])[\w][\w.-]{1,40} at [a-z0-9-]{2,30}\.(?:com|org|net|uk|me|info|co\.uk|org\.uk"
    r"|nhs\.uk|ac\.uk)(?!\w)"
    r"|(?<![\w.+'-])[\w][\w.+'-]{1,63}@[a-z]{3,30}(?![\w.@])",
    re.IGNORECASE,
)
# What stands before the “at” is no word, or the “at” is a provider's.
_SHAPED = compile_when_asked(
    r"(?<![\w.+'-])(?=\w{0,40}[0-9._])[\w][\w.+'-]{1,63} at [a-z0-9-]{2,40}"
    r"\.(?:com|org|net|uk|me|info|io|eu|ie)(?!\w)"
    rf"|(?<![\w.+'-])[\w][\w.+'-]{{1,63}} ?(?: at |@) ?(?:{'|'.join(_PROVIDERS)}|live\.co)\b",
    re.IGNORECASE,
)
_AT_SIGN = compile_when_asked(
    r"\b[\w-]{2,30},?(?: all one word,?)?(?: then)? (?:the|an) at sign,? (?:and |then )?"
    r"[\w-]{2,30} dot (?:com?|net|org|uk|ac|nhs)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = compile_when_asked(r"\be-?mails?\b|\baddress\b|\bwrite to\b|\binbox\b", re.IGNORECASE)
_INVENTED = compile_when_asked(
    r"[@. ](?:example(?:\.(?:com|org|net))?|invalid|test)$", re.IGNORECASE
)
_DESK = compile_when_asked(
    # What providers hand out is no desk's, and m.ward is somebody's name.
    rf"^(?![^@]*@(?:{'|'.join(_PROVIDERS)}|live)\b)"
    r"(?:wards?[a-z]?(?=[._@ (\[-])|(?:(?![a-z][._-])[^@]*[._-])?(?:admin|admissions"
    r"|appointments|bookings?|casework|comms|communications"
    r"|complaints|contact|contactus|data-?protection|dpo|enquir(?:y|ies)|feedback|foi|git|hello"
    r"|help|help-?desk|info|information|mail|media|newsletter|no-?reply|office|pals|press|privacy"
    r"|reception|referrals?|research|service|support|team|volunteer(?:s|ing)?|webmaster|estates"
    r"|switchboard|improvement|qi|quality|surgery|hospice|clinics?|library|chaplaincy|catering"
    r"|pharmacy|audit|governance|secretar(?:y|ies)|finance|accounts|hr|recruitment|it|maternity"
    r"|patient-?experience|engagement|nursing|nurses?|midwives|team[0-9]|falls|huddle|theatres?"
    r"|outpatients|inpatients|day-?unit|community|labs?|records|rota|discharge"
    r"|therapies|infection-?control|stroke|cancer|renal|cardiology|ward-?[0-9]{1,3}|postmaster"
    r"|events|visits?|visitors|stories|training|safeguarding"
    r"|oncology|physio(?:therapy)?|dementia|palliative|stores|supplies|procurement|equipment"
    r"|orders|linen|laundry|portering|transport|facilities|security|legal|claims|interpret(?:ing"
    r"|ers)|translations?|speak-?up|education|learning|well-?being|inclusion|equality|dignity"
    r"|carers|bereavement|spiritual-?care|fund-?raising|donations?|membership|trustees|pathology"
    r"|radiology|imaging|dietetics|podiatry|audiology|orthotics|wheelchairs?|phlebotomy|endoscopy"
    r"|dialysis|diabetes|respiratory|frailty|paediatrics|neonatal|school-?nursing|health-?visiting"
    r"|district-?nurs(?:es|ing)|opd|itu|icu|coding|informatics|digital|analytics|payroll|staffing"
    r"|[a-z]{2,16}(?:audit|team|services?|clinic|office|unit|desk|improvement|complaints|records"
    r"|nursing|therapy|appointments|enquiries|referrals|feedback|volunteers))(?=[._@ (\[-]))",
    re.IGNORECASE,
)
_SIGNS = (
    Sign(_WHOLE, unless=(_INVENTED, _DESK), in_address=True),
    Sign(_SPELT, unless=(_DESK,)),
    Sign(_AT_SIGN, unless=(_DESK,)),
    Sign(_SHAPED, unless=(_INVENTED, _DESK)),
    Sign(_SAID, near=(_SPOKEN_OF,), unless=(_INVENTED, _DESK)),
)


@rule(
    "P104",
    "email-address",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "An e-mail address stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find e-mail addresses in texts and in links."""
    if holding := _find_cheapest(look_at(record)):
        yield from tell_signs(fault, list_texts(record, holding), holding)


def _find_cheapest(look: Look) -> re.Pattern[str] | None:
    """Find the cheapest pattern of all that may be an address; none if nothing may."""
    has_host = _has_provider(look) or _ENDING.search(look.small)
    if _spells_out(look) or (has_host and _SAID_AT.search(look.small)):
        return _AT
    if any(map(look.plain.__contains__, "[({")) and _in_brackets(look):
        return _AT
    return _SIGN if "@" in look.plain else None
