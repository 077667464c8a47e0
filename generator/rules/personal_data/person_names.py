"""What looks like a person's first name and surname, and what only looks like one.

Takes words; gives names. Knows no list of names: it goes by capitals and by the words around.
"""

import re

from generator.model.lazy_pattern import compile_when_asked

# Words with a capital that are no part of a name: places, roles, relations, bodies.
_WORDS = """
a an the and or of in on at we our my his her their patient patients carer carers anonymous
former name withheld male female man woman ward bay room bed unit clinic hospital hospice
surgery practice centre center home house day wife husband partner daughter son mother father
mum dad sister brother aunt auntie uncle nan nana nanna gran granny grandma grandad grandpa
niece nephew cousin friend neighbour group panel forum council committee team board service
services trust society association network charity foundation support care caring health cancer
help line experience advice liaison safety participation public involvement
voice voices record records access access information choice choices leadership partner
partners representative governor advocate advocacy member members volunteer service user users
lead manager officer director nurse doctor sister matron consultant university college school
street road north south east west royal national nhs general city county outpatient outpatients
inpatient emergency monday tuesday wednesday thursday friday saturday sunday january february
march july august september october november december spring autumn
winter hotel cottage farm farmhouse lodge terrace avenue crescent gardens mews villa barn
call bell bells champion champions red blue green yellow tray jug bag badge poster
breast lung bowel prostate blood radiotherapy chemotherapy oncology surgical medical
tower block level floor corridor
"""
_NOT_NAMES = frozenset(_WORDS.split())
NO_NAME = compile_when_asked(rf"\b(?:{'|'.join(sorted(_NOT_NAMES))}|dr|prof)\b", re.IGNORECASE)
_TITLES = compile_when_asked(r"mr|mrs|miss|ms|mx|dr|sir|lady|dame|lord|prof|professor|revd?")
_SECOND = compile_when_asked(r"anne?|jane|jo|kate|lou|louise|beth|marie")  # Mary Ann, Sarah Jane
# Particles, and what somebody is called.
_BESIDE = compile_when_asked(
    r"(?i:van|de[rnl]?|d[aiu]|la|le|von|bin|ibn|al|el|a[bp]|ferch)|[“\"‘(].+[”\"’)]"
)
_MOST_WORDS = 5
_FEWEST = 2
# One name of two to four words, for patterns that say what stands around it.
_PART = r"[A-Z\u00c0-\u00de][\w'’-]{1,30}"
PARTICLE = r"(?:van|der|de|da|von|bin|al|ap|ab|ferch|di|del|la|le|el|ibn)"
# What somebody is called may stand before the surname: Nasreen “Nas” Chaudhury.
_CALLED = r"(?:[“\"‘(][A-Z][\w-]{1,20}[”\"’)] )?"
NAME = rf"{_PART}(?:[ \n]{_CALLED}(?:{PARTICLE} ){{0,2}}{_PART}){{1,3}}"
_HEAD = compile_when_asked(r"[,;:(–—]| - | and | & ")


def find_full_name(said_by: str) -> str | None:
    """Find a first name with a surname in the words under a quotation, before the first comma."""
    parts = _HEAD.split(said_by)
    if " and " in said_by or " & " in said_by:
        return next((part.strip() for part in parts if is_full_name(part)), None)
    return parts[0].strip() if is_full_name(parts[0]) else None


def is_full_name(words: str) -> bool:
    """Whether words look like a first name and a surname, and like nothing else."""
    parts = [part for part in words.split() if not _BESIDE.fullmatch(part)]
    if parts and _TITLES.fullmatch(parts[0].lower().rstrip(".")):
        parts = parts[1:]
    if not _FEWEST <= len(parts) <= _MOST_WORDS:
        return False
    if not all(_may_be_name(part) for part in parts):
        return False
    return not (len(parts) == _FEWEST and _SECOND.fullmatch(parts[1].lower()))


def _may_be_name(part: str) -> bool:
    letters = part.replace("'", "").replace("’", "").replace("-", "")
    if part.rstrip(".") != part or len(letters) < _FEWEST:  # an initial tells less than a surname
        return False
    if part.isupper() and len(part) == _FEWEST:  # the initials of an author
        return False
    return letters.isalpha() and part[0].isupper() and part.lower() not in _NOT_NAMES
