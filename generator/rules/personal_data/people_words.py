"""Words beside a value that say whose it is: one person's, or an office's."""

import re

from generator.rules.personal_data.texts import Look, as_words

KIN = (
    r"(?:mum|mam|mummy|dad|daddy|nan|nana|gran|granny|grandd?ad|grandma|grandpa|nanna|gramps"
    r"|(?:(?:great-)?grand|step|god)?"
    r"(?:mother|father|son|daughter|child)|husband|wife|partner|fiancée?"
    r"|(?<!ward )(?<!night )(?<!charge )(?<!deputy )(?<!clinic )"
    r"sister(?! (?:hospital|ward|trust|site|unit|hospice|in charge))|brother|twin"
    r"|aunt|auntie"
    r"|uncle|niece|nephew|cousin|(?:mother|father|son|daughter|sister|brother)-in-law"
    r"|widow(?:er)?|neighbour)"
)
_PATIENT = (
    r"(?<!each )(?<!every )(?<!per )(?<!\bno )patient"
    r"(?! (?:panel|advice|safety|experience|information|group|council|participation|flow|list"
    r"|satisfaction"
    r"|feedback|representative|stories|records?\b))"
)
PERSON_WORDS = (
    rf"(?:s?he|hers?|him|his|(?:him|her|my)self|i|my|me|mine|{KIN}|{_PATIENT}|pt|resident|client"
    r"|claimant"
    r"|carer|retired \w+|lady|gentleman|man|woman|boy|girl|child|baby|toddler|teenager|pensioner"
    r"|tenant"
    r"|m(?:r|rs|iss|aster)"
    r"|bed [0-9]+|next of kin|deceased|whose|somebody|someone|caller|visitor|couple|family"
    r"|twins|survivor|lad|lass|chap|bloke|gent|kid|kiddie|nipper|youngster|newborn|infant"
    r"|little one"
    r"|fella|(?:old|young|elderly|frail) (?:farmer|fellow|miner|soldier|sailor|vicar|teacher|soul"
    r"|dear)"
    r"|one of (?:our|the|these|those) (?:\w+ )?(?:patients|residents|people|men|women|children"
    r"|clients))"
)
PERSON = re.compile(rf"\b{PERSON_WORDS}\b", re.IGNORECASE)
# Figures as they are said into a telephone: oh seven double oh, nine hundred.
SAID = (
    r"(?:(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple"
    r"|hundred|thousand)|[0-9]{1,4}|o)"
)
SAID_FIGURES = re.compile(
    r"[0-9oznteftdshOZNTEFDSH](?<!\w.)(?:h|ero|ought|ne|wo|hree|reble|riple|our|ive|ix|even|ight"
    r"|ine|ouble|undred|housand|[0-9]{0,3})\b"
    rf"(?:(?:, |-|, - | |, and ){SAID}){{5,16}}\b(?<=[a-z])",
    re.IGNORECASE,
)
_SAID_WORDS = as_words(" ".join(re.findall("[a-z]{2,}", SAID)))
# Letters as they are spelt over a radio.
PHONETIC_WORDS = (
    "alfa alpha bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike"
    " november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray x-ray yankee"
    " zulu"
)
PHONETIC = f"(?:{PHONETIC_WORDS.replace(' ', '|')})"
OFFICE = re.compile(
    r"\b(?:switchboard|headquarters|offices?|help ?(?:desk|line)|(?:main|front|information"
    r"|enquir(?:y|ies)) desk|reception|fax|infirmary"
    r"|hospitals?|clinics?"
    r"|surger(?:y|ies)|hospices?|practices?|cent(?:re|er)|campus|depot|department|warehouse"
    r"|librar(?:y|ies)"
    r"|trust|pharmacy|council|university|supplier|company|firm|ward clerk|secretar(?:y|ies)"
    r"|extension"
    r"|medical records|(?:trading|industrial) estate|business park|unit [0-9]+|freepost"
    r"|hubs?|the (?:[\w-]+ )?team(?=,)"
    r"|PALS|charity|shop|school|college|museum|hall)\b",
    re.IGNORECASE,
)


def may_be_said(look: Look) -> bool:
    """Whether there may be figures as they are said: no number has just one and the same."""
    return len(_SAID_WORDS & look.words) > 1
