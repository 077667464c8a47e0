"""The address of somebody's computer or telephone on the internet.

Why: the export of an online survey went up with a column that nobody had asked for. For whoever has
the log of a provider, each line of it is a household.

Instead: Take it out; a story hardly ever needs one.

Example:
    The evening line's log shows 203.0.113.47 for the woman who wrote at three.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import PERSON
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import Look, list_texts
from generator.rules.rule import Context, rule

_PART = r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
_FOUR = compile_when_asked(rf"(?<![\w./-])(?:{_PART}(?:\.|\[\.\])){{3}}{_PART}(?![\w/-]|\.[0-9])")
_SIX = compile_when_asked(
    r"(?<![\w:.])(?:(?=[0-9a-f:]*::)(?=[0-9a-f:]*[a-f0-9]{3})[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4"
    r"}){1,6}"
    r"|[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7})(?![\w:])",
    re.IGNORECASE,
)
# A version, a server and the addresses that every house and hospital has inside.
_VERSION = compile_when_asked(
    r"\b(?:version|release|firmware|software|v|build|section|paragraph|step|chapter|rule|clause"
    r"|item|standard|article|appendix|figure|table|line|code|criteri(?:on|a))\.? ?(?:\w+ )?$",
    re.IGNORECASE,
)
_MACHINE = compile_when_asked(
    r"\b(?:servers?|switch(?:es)?|routers?|printers?|gateway|firewall|dns|hosts?|network)\b",
    re.IGNORECASE,
)
_INSIDE = compile_when_asked(r"^(?:10|127|0|255|192\.168|172\.(?:1[6-9]|2[0-9]|3[01]))\.")
_WHOSE = compile_when_asked(rf"{PERSON.pattern}|\bip\b", re.IGNORECASE)
_MAY_BE_IP = compile_when_asked(
    # What begins with one set of signs is searched for ten times as fast as what does not.
    r"[\[.:](?:(?:(?<=[0-9]\.)|(?<=[0-9]\[)\.)\]?[0-9]{1,3}\[?\.\]?[0-9]{1,3}\[?\.\]?[0-9]"
    r"|(?<=[0-9a-fA-F]:):?[0-9a-fA-F]{1,4}:)"
)
_FOUR_FIGURES = compile_when_asked(r"[0-9](?:\.|\[\.\])[0-9]{1,3}(?:\.|\[\.\])[0-9]")
_COLONS = 7
_SIGNS = (
    Sign(_FOUR, unless=(_INSIDE,), not_near=_MACHINE, not_before=_VERSION),
    Sign(_FOUR, near=(_WHOSE,), not_before=_VERSION),
    Sign(_SIX, not_near=_MACHINE),
    Sign(_SIX, near=(_WHOSE,)),
)


@rule(
    "P118",
    "ip-address",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The address of a computer or a telephone stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find IP addresses that are no version and no machine of the house."""
    yield from tell_signs(fault, list_texts(record, _MAY_BE_IP, _may_hold), _MAY_BE_IP)


def _may_hold(look: Look) -> bool:
    if "::" in look.plain or look.plain.count(":") >= _COLONS:
        return True
    return _FOUR_FIGURES.search(look.figures) is not None
