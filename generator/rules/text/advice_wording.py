"""How a wording of advice is told, and what people are called in it, for `advice_giving`."""

import re
from typing import NamedTuple

from generator.model.lazy_pattern import compile_when_asked


def compile_spaced(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern whose spaces stand for any space: a line may end between two words.

    It is for small letters, which are searched in half the time that any case takes.
    """
    pattern = pattern.replace(" ?", r"\s{0,9}").replace(" ", r"\s{1,9}")
    return compile_when_asked(pattern, flags)


class Wording(NamedTuple):
    """A way in which advice is worded, and the words of which every such sentence has one.

    `beside` are more such sets, where it says little that one of the words is there.
    """

    words: frozenset[str]
    pattern: re.Pattern[str]
    beside: tuple[frozenset[str], ...]


def word(words: str, pattern: str, *beside: str) -> Wording:
    """Make a wording of the words it has, its pattern, and more such words, all with spaces."""
    more = tuple(frozenset(each.split()) for each in beside)
    return Wording(frozenset(words.split()), compile_spaced(pattern), more)


_PEOPLE = """
    staff teams? nurses? doctors? gps clinicians? managers? leaders? wards? units? hospitals?
    trusts? hospices? surgeries practices? clinics? departments? organisations? services?
    professionals? colleagues? patients? families relatives carers? readers? others anyone anybody
    everyone everybody nobody people boards? commissioners? trainees? students? receptionists?
    porters? consultants? matrons? surgeons? pharmacists? pharmacies midwives therapists?
    architects? designers? planners? directors? executives? sites? projects? homes? crews? stations?
"""
WHO = f"(?:{'|'.join(_PEOPLE.split())}|no one)"
WHO_WORDS = f"{_PEOPLE.replace('s?', 's')} {_PEOPLE.replace('s?', '')} one"
DONE = (
    r"(?:\w+(?:ed|en)|been|had|gone|known|rung|made|got|done|heard|told|kept|left|put|thought"
    r"|seen|come|hurt|felt|lost|slept|cost|met|sat|stood|run|been)\b"
)
OTHERS = rf"(?:(?:other|every|any|each|all|most|more) )?{WHO}"
# What a reader has: “your ward”, and “your own” whatever it is.
YOURS = (
    r"your (?:own (?!bed|home|room|clothes|hands?|name|body|teeth|breath|voice)\w+|(?:\w+"
    r" )?(?:wards?|teams?|clinics?|hospitals?"
    r"|hospice|units?|trust|practice|surgery|patients|staff|colleagues|organisation|services?"
    r"|managers?|porters|consultants?"
    r"|chief|boards?|data|department|corridors?|sluice|domestics|volunteers|receptionists?"
    r"|pharmacists?|matron|sisters?|boss"
    r"|figures|chart|rota|forms|signs|budget|project|idea|baseline|measures?|audience|version"
    r"|carers|community|council"
    r"|theatres?|laborator(?:y|ies)|switchboard|estates|housekeepers?|clerks?|cleaners|nurses"
    r"|doctors|trainees|students"
    r"|shifts?|handovers?|leaflets?|audits?|improvement|side))"
)
