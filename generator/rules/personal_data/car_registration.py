"""The number plate of somebody's car.

Why: a car stood in the ambulance bay, and the story that thanked its driver gave its number plate.
He had been told not to drive. Anybody can ask whose a car is, and some ask for money.

Instead: Say what it was: a green van, a taxi.

Example:
    We let AB51 CDE stay where it was, since its owner was in theatre.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import PERSON
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

# Source: DVLA, INF104: letters that are not used are I, Q and Z, Z but at the end.
_PLATE = re.compile(
    r"(?<![\w/-])[A-HJ-PR-Y]{2}[0-9]{2}[ -]?(?!NHS|GMT|BST|USB|THE|AND|FOR)[A-HJ-PR-Z]{3}(?![\w/-])"
)
_LOOSE = re.compile(
    r"(?<![\w/-])(?:[A-HJ-PR-Y]{2}[ -]?[0-9]{2}[ -]?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y] ?[0-9]{1,3}"
    r" ?[A-HJ-PR-Z]{3}"
    r"|[A-HJ-PR-Z]{3} ?[0-9]{1,3} ?[A-HJ-NPR-TV-Y]|[A-Z]{1,3} ?[0-9]{3,4})(?![\w/-])"
)
_SMALL = re.compile(r"(?<![\w/-])[a-hj-pr-y]{2} ?[0-9]{2} ?[a-hj-pr-z]{3}(?![\w/-])")
_CAR = re.compile(
    r"\b(?:cars?(?![ -]park)|vans?|vehicle|number ?plate|plate|registration|reg|parked|parking"
    r"|permit|taxi|fine|ticket|lights on"
    r"|towed|clamped|fiesta|skoda|motor(?:bike|cycle|home)?|scooter|lorry|driver|drove|blue"
    r" badge|badge|boot|bonnet|ford|vauxhall|toyota|honda|nissan|renault|peugeot|volvo|audi"
    r"|bmw|mini|golf|polo|corsa|astra|focus|micra|yaris|land ?rover|tractor|motability|jeep"
    r"|volkswagen|vw|hyundai|kia|citro[eë]n|mercedes|hatchback|estate car)\b",
    re.IGNORECASE,
)
_MAY_BE_PLATE = re.compile(r"[0-9](?:[ -]?[A-Za-z]{1,2}|.{0,2})")
_SIGNS = (
    Sign(_PLATE),
    Sign(_LOOSE, near=(_CAR,)),
    Sign(_SMALL, near=(_CAR,)),
    Sign(_SMALL, near=(PERSON,)),
)


@rule(
    "P115",
    "car-registration",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The number plate of a car stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find number plates of today, and older ones where a car is spoken of."""
    yield from tell_signs(
        fault,
        list_texts(record, _MAY_BE_PLATE, ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")),
    )
