"""An e-mail address outside `contact`.

Addresses that end in .example belong to nobody, and those of a desk (info, enquiries, feedback)
to no one person: both may stand.

Why: an address in the middle of a story is found by programs that look for nothing else, and a
porter who had lent his name to one story had four hundred letters about pills by Easter.

Instead: Write the address of whoever may be asked in `contact`, and take it out here.

Example:
    Write to [Joan](mailto:joan.tuck@fernhill.nhs.uk) for the template.
"""

import re
from collections.abc import Iterator

from generator.model import Action, Attachment, Domain, Record, Story
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.disguise import mask
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

_AT = re.compile(r"@|[\[(] ?[aA][tT] ?[\])] ?")
_WORDS = ("@", "at)", "at ]", "at]", "at )")
_BEFORE = re.compile(r"[\w.+'-]{0,63}\w(?<![\u0100-\uffff])")
_AFTER = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w@])", re.IGNORECASE)
_LONGEST = 64
_INVENTED = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net))?|invalid|test)$", re.IGNORECASE)
_DESK = re.compile(
    r"(?:^|[._-])(?:admin|admissions|appointments|bookings?|casework|comms|communications"
    r"|complaints|contact|contactus|data-?protection|dpo|enquir(?:y|ies)|feedback|foi|git|hello"
    r"|help|helpdesk|info|information|mail|media|newsletter|no-?reply|office|pals|press|privacy"
    r"|reception|referrals?|research|service|support|team|volunteering|webmaster)(?:$|[._-])",
    re.IGNORECASE,
)


# Both halves read forwards, for a page that looks at one short text at a time.
_WHOLE = re.compile(rf"[\w.+'-]{{0,63}}\w@{_AFTER.pattern}", re.IGNORECASE)


@rule(
    "P104",
    "email-address",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action, Domain, Attachment),
    says={"": "An e-mail address stands {where}: {value}."},
    signs=(Sign(_WHOLE, unless=(_INVENTED, _DESK)),),
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find e-mail addresses in texts and in links."""
    for text in list_texts(record, _AT, _WORDS):
        if text.is_contact:
            continue
        plain = text.plain
        seen = set()
        for start, end in _find(plain.words):
            address = plain.words[start:end].lower()
            if address in seen:  # a link's text and its address are often the same
                continue
            seen.add(address)
            message, _hint = fault.say("", where=text.where, value=mask(plain.words[start:end]))
            yield fault.at(text.place(plain.find_origin(start)), message)


def _find(words: str) -> Iterator[tuple[int, int]]:
    for at in _AT.finditer(words):
        # Read backwards from the sign, so that a long word without one costs nothing.
        space = at[0] != "@" and words[at.start() - 1 : at.start()] == " "
        end = at.start() - space
        before = _BEFORE.match(words[max(0, end - _LONGEST) : end][::-1])
        after = _AFTER.match(words, at.end())
        if not before or not after or _INVENTED.search(after[0]):
            continue
        name = before[0][::-1].lstrip(".'-+")
        if not _DESK.search(name):
            yield end - len(name), after.end()
