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
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import PERSON, PHONETIC, PHONETIC_WORDS, SAID
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import Look, as_words, list_figures, list_texts
from generator.rules.rule import Context, rule

# Source: DVLA, INF104: letters that are not used are I, Q and Z, Z but at the end.
_PLATE = compile_when_asked(
    r"(?<![\w/-])[A-HJ-PR-Y]{2} ?[0-9]{2}[ -]?(?!NHS|GMT|BST|USB|THE|AND|FOR|NEW|OLD|OUT|ALL|HAD"
    r"|BUT|NOT|ARE|WAS|HAS)[A-HJ-PR-Z]{3}(?![\w/-])"
)
_LOOSE = compile_when_asked(
    r"(?<![\w/-])(?:[A-HJ-PR-Y]{2}[ -]?[0-9]{2}[ -]?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y] ?[0-9]{1,3}"
    r" ?[A-HJ-PR-Z]{3}"
    r"|[A-HJ-PR-Z]{3} ?[0-9]{1,3} ?[A-HJ-NPR-TV-Y]|[A-Z]{1,3} ?[0-9]{3,4})(?![\w/-])"
)
# “Coming up to 97 and well” is none.
_SMALL = compile_when_asked(
    r"(?<![\w/-])(?!(?:a[mnst]|b[ey]|[hmw]e|is|my|no|o[fnr]|so|to|u[ps]) )[a-hj-pr-y]{2} ?[0-9]{2}"
    r" ?(?!and\b|are\b|but\b|for\b|had\b|has\b|men\b|not\b|or\b|per\b|the\b|was\b|who\b)"
    r"[a-hj-pr-z]{3}(?![\w/-])"
)
_OLD = compile_when_asked(r"(?<![\w/-])[A-HJ-NPR-TV-Y][0-9]{2,3} [A-HJ-PR-Z]{3}(?![\w/-])")
_OLD_SMALL = compile_when_asked(
    r"(?<![\w/-])(?:[a-hj-npr-tv-y] ?[0-9]{1,3} ?[a-hj-pr-z]{3}|[a-hj-pr-z]{3} ?[0-9]{1,3}"
    r" ?[a-hj-npr-tv-y])(?![\w/-])"
)
# Somebody's own choice of letters and figures, which has no form but that.
_CHOSEN = compile_when_asked(
    r"(?<![\w/-])(?=[A-Z ]{0,6}[0-9])(?=[0-9 ]{0,6}[A-Z])[A-Z0-9]{1,4} ?[A-Z0-9]{1,4}(?![\w/-])"
)
_SPELT = compile_when_asked(
    rf"\b(?:{PHONETIC}[ ,-]{{1,2}}){{2}}(?:{SAID}[ ,-]{{1,2}}){{2}}(?:{PHONETIC}[ ,-]{{1,2}}){{2}}"
    rf"{PHONETIC}\b",
    re.IGNORECASE,
)
_LETTERS = as_words(PHONETIC_WORDS)
# A plate has five letters, and hardly ever fewer than three different ones.
_FEWEST_LETTERS = 3
_PLATE_SAID = compile_when_asked(
    r"\b(?:(?:number|private|personal|cherished) ?-?plate|(?:car|vehicle) reg(?:istration)?|reg"
    r"(?:istration)? (?:number|mark|no)|v?rn)\b",
    re.IGNORECASE,
)
_CAR = compile_when_asked(
    r"\b(?:cars?(?![ -]park)|vans?|vehicle|number ?plate|plate|registration|reg|parked|parking"
    r"|permit|taxi|fine|ticket|lights on|rover|mg|seat|fiat|mazda|suzuki|dacia|tesla|saab|jaguar"
    r"|bentley|clio|beetle|camper|caravan|trailer|moped|wheels|garage"
    r"|towed|clamped|fiesta|skoda|motor(?:bike|cycle|home)?|scooter|lorry|driver|drove|blue"
    r" badge|badge|boot|bonnet|ford|vauxhall|toyota|honda|nissan|renault|peugeot|volvo|audi"
    r"|bmw|mini|golf|polo|corsa|astra|focus|micra|yaris|land ?rover|tractor|motability|jeep"
    r"|volkswagen|vw|hyundai|kia|citro[eë]n|mercedes|hatchback|estate car)\b",
    re.IGNORECASE,
)
_MAY_BE_PLATE = compile_when_asked(
    r"[0-9](?:[ -]?[A-Z](?![a-z])|(?<![0-9]{4})[ -]?[a-z](?:[a-z]{2})?\b"
    r"|(?<=[A-Z][0-9])|(?<=[A-Z] [0-9])|(?<=[a-z][0-9]))"
)
# How far before a figure the word for a plate may stand, and how far behind it the plate goes on.
_LONGEST = (60, 20)
_SIGNS = (
    Sign(_PLATE),
    Sign(_LOOSE, near=(_CAR,)),
    Sign(_SMALL, near=(_CAR,)),
    Sign(_SMALL, near=(PERSON,)),
    Sign(_OLD, near=(PERSON,)),
    Sign(_OLD_SMALL, near=(_PLATE_SAID,)),
    Sign(_CHOSEN, after=_PLATE_SAID, reach=25),
    Sign(_SPELT),
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
    texts = list_figures(record, _MAY_BE_PLATE)
    yield from tell_signs(fault, texts, _MAY_BE_PLATE, around=_LONGEST)
    spelt = list_texts(record, _SPELT, _may_be_spelt)
    yield from tell_signs(fault, spelt, _SPELT)


def _may_be_spelt(look: Look) -> bool:
    return len(_LETTERS & look.words) >= _FEWEST_LETTERS
