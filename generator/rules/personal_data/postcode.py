"""A full postcode.

Why: fifteen households share a postcode, and in a village fewer. With an illness, an age and a
postcode, a neighbour needs no name.

Instead: Name the town or the part of it. The first half of a postcode, such as LS6, may stay
where it is needed, and so may the postcode of an office.

Example:
    She took two buses from LS6 3HN with the drip under her coat.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import OFFICE, PERSON
from generator.rules.personal_data.signs import either, tell_signs
from generator.rules.personal_data.texts import list_figures
from generator.rules.rule import Context, rule

# Source: Royal Mail's postcode areas, with those of the Crown dependencies.
_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY"
    "|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD"
    "|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG"
    "|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_DISTRICT = rf"(?:{_AREAS})(?:[1-9][0-9]?|0|[1-9][A-HJKMNP-Y])"
_UNIT = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_MAY_BE_POSTCODE = compile_when_asked(r"[0-9](?:[A-Za-z]{2}| [A-Z]{2}\b)")
# Set apart as it is on an envelope. 8GB after a letter and a figure is a computer's memory.
_POSTCODE = compile_when_asked(rf"(?<![\w/-]){_DISTRICT}[ \n]{{1,2}}(?![0-9]GB\b){_UNIT}(?![\w/-])")
# Not B1 2nd floor.
_ANY = compile_when_asked(
    rf"(?<![\w/-]){_DISTRICT}[ \n]{{0,2}}(?!1st|2nd|3rd|[04-9]th){_UNIT}(?![\w/-])", re.IGNORECASE
)
_AT = compile_when_asked(r"\b(?:at|to|from|near|address|lives|in)[ :|–—-]{1,3}", re.IGNORECASE)
_LOOSE = compile_when_asked(
    rf"(?<![\w/-])(?:{_AREAS}) ?(?:[1-9][0-9]?|0|[1-9][A-Z])(?: {{1,2}}|-|\. ?)"
    r"(?![0-9] ?(?:GB|MB|TB|AM|PM|MG|ML|KG)\b)[0-9] ?[A-Z]{2}(?![\w/-])"
)
# As a map has it.
_IN_LINK = compile_when_asked(rf"(?<![A-Za-z0-9]){_DISTRICT}(?:\+|%20){_UNIT}(?![\w/-])")
# In small letters, or without its space, it is one where a home is spoken of, or somebody's own.
_HOME = compile_when_asked(
    r"\b(?:p(?:ost)? ?codes?|address|lives?|lived|living|(?<!care )home|house|visit(?:ed)?"
    r"|bungalow|cottage|flat|drove to|moved)\b",
    re.IGNORECASE,
)
_LIVES = compile_when_asked(
    r"\b(?:liv(?:es?|ed|ing) (?:in|at|near|over)|home address|(?:my|her|his) (?:address|post ?code"
    r"|house|flat|bungalow)|moved (?:to|from)"
    r"|over the road|round the corner)\b",
    re.IGNORECASE,
)
_OF_ONE = compile_when_asked(
    r"\b(?:the (?:one|person|caller|driver|patient|house|door|village) (?:in|from|at|of)|from|to)"
    r" [A-Z]{1,2}[0-9]",
    re.IGNORECASE,
)
_SEAT = compile_when_asked(r"\b(?:head|main|registered) ?(?:office|quarters)\b", re.IGNORECASE)
_SIGNS = (
    *either(Sign(_POSTCODE), near=PERSON, unless=OFFICE),
    Sign(_POSTCODE, near=(_HOME,), not_near=_SEAT),
    Sign(_IN_LINK, near=(_HOME,), in_address=True),
    Sign(_IN_LINK, near=(PERSON,), in_address=True),
    Sign(_ANY, near=(_HOME,), not_near=OFFICE),
    Sign(_ANY, near=(_HOME, PERSON)),
    Sign(_ANY, after=_AT, reach=9, near=(PERSON,), not_near=OFFICE),
    Sign(_LOOSE, near=(PERSON,)),
    Sign(_LOOSE, near=(_HOME,), not_near=OFFICE),
    Sign(_LOOSE, near=(_OF_ONE,)),
    Sign(_LOOSE, near=(_LIVES,)),
    Sign(_ANY, near=(_LIVES,)),
)


@rule(
    "P105",
    "postcode",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "A full postcode stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find full postcodes of areas that exist, not inside web addresses."""
    yield from tell_signs(fault, list_figures(record, _MAY_BE_POSTCODE), _MAY_BE_POSTCODE)
