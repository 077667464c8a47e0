"""The address of somebody's home.

Where an office, a shop or a hospital is may be told.

Why: a story about a lamp said which house the ambulance had come to, because the number over the
door could not be read. The neighbours could read the story.

Instead: Say what kind of a place it is: a terraced house, a farm at the end of the bus line.

Example:
    She lives at 14 Inkerman Terrace, above the chip shop.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import OFFICE, PERSON
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

_KIND = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Terrace|Gardens?|Grove|Place"
    r"|Way|Court|Row"
    r"|Parade|Walk|Square|Hill|Rise|Mews|View|Park|Green|Cottages?|Villas?|Buildings|Mansions"
    r"|Gate|Yard|Fold"
    r"|Croft|Meadows?|Bank|Drove|Vale|Wharf|Quay|Heights|Brow|Mount|Dene|Garth|Broadway"
    r"|Esplanade|Promenade"
    r"|Estate|Wynd|Brae|Loan|Gait)"
)
_NUMBERED = re.compile(
    r"(?<![\w£.,/-])(?:(?:Flat|Apartment|Unit|Room) [0-9]{1,4}[A-Za-z]?,? )?(?!19[0-9]{2}"
    r"|20[0-9]{2})"
    rf"[0-9]{{1,4}}[A-Za-z]?,? (?:(?:St\.?|[A-Z][\w’'-]{{1,20}}) ){{1,4}}{_KIND}\b(?!"
    r" (?:Hospital|Surgery|Hospice|Clinic|Ward|School))"
)
_NAMED = re.compile(
    r"\b(?:The )?(?!The |In |At |From )[A-Z][a-z’']{2,20} (?:Cottage|House|Farm|Lodge|Forge"
    r"|Bungalow|Barn|Mill"
    r"|Rectory|Vicarage|Croft|Grange|Manor|Cottages),? (?:[A-Z][\w’'-]{1,20} ){0,3}"
    rf"(?:{_KIND}, [A-Z][a-z]{{2,20}}|[A-Z][a-z]{{2,20}})"
)
_AT_HOME = re.compile(
    r"\b(?:lives?|lived|living|home|address|moved|drove|delivered?|visited (?:him|her|them)"
    r"|house|door|bungalow|flat)"
    r"(?: is| was| to|:)?,?(?: at| in)? ",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(
    r"(?<![\w£.,/-])[0-9]{1,3}[a-z]?,? [A-Z][a-z’']{2,20}(?: [A-Z][a-z’']{2,20}){0,2}"
)
_FLAT = re.compile(
    r"\b(?:Flat|Apartment|Apt\.?) [0-9]{1,4}[A-Za-z]?,? [A-Z][\w’'-]{2,20}(?:"
    r" [A-Z][\w’'-]{2,20}){0,3}"
)
_HOME = re.compile(
    (
        rf"{PERSON.pattern}|\b(?:lives?|lived|living|home address|home|address|visited|one of our"
        r" patients|moved (?:from|to))\b"
    ),
    re.IGNORECASE,
)
_PLACE = re.compile(
    (
        rf"{OFFICE.pattern[:-2].removesuffix('|hall)')}|cabin|café|restaurant|hotel|church|chapel"
        r"|mosque|station|gallery|theatre|market|lodge)\b"
    ),
    re.IGNORECASE,
)
_LIVES = re.compile(
    (
        r"\b(?:lives?|lived|home|house|bungalow|flat|moved (?:from|to)|her|his|my) [^.?!]{0,30}$"
        r"|\b(?:home|address|lives)\b[^.?!]{0,40}$"
    ),
    re.IGNORECASE,
)
_MAY_BE_ADDRESS = re.compile(
    r"[0-9][A-Za-z]?,? (?:[A-Z][\w’'.-]{1,20} ){1,4}[A-Z]|(?:Cottage|House|Farm|Lodge|Forge"
    r"|Bungalow|Barn|Mill|Rectory"
    r"|Vicarage|Croft|Grange|Manor)s?,? [A-Z]"
)
_KINDS = (
    "st",
    "road",
    "rd",
    "ave",
    "lane",
    "drive",
    "cl",
    "cr",
    "t",
    "g",
    "pl",
    "way",
    "row",
    "p",
    "walk",
    "sq",
    "hill",
    "m",
    "v",
    "b",
    "farm",
)
_SIGNS = (
    Sign(_NUMBERED, near=(_HOME,), not_before=_PLACE),
    Sign(_ANY_NUMBER, after=_AT_HOME, reach=30, not_before=_PLACE),
    Sign(_FLAT),
    Sign(_NAMED, near=(_HOME,), not_before=_PLACE),
)


@rule(
    "P113",
    "street-address",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The address of somebody's home stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find a house and its street in sentences that speak of a person or a home."""
    yield from tell_signs(fault, list_texts(record, _MAY_BE_ADDRESS, ("",)))
