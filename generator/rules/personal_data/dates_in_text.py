"""Days as people write them in prose, and which of them are somebody's date of birth."""

import re
from collections.abc import Iterator

from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Sign
from generator.rules.personal_data.people_words import PERSON
from generator.rules.personal_data.signs import Stretch, find_signs, list_stretches
from generator.rules.personal_data.texts import Look, with_any, with_word, with_written

_MONTHS = ("Jan(?:uary)?", "Feb(?:ruary)?", "Mar(?:ch)?", "Apr(?:il)?", "May", "June?", "July?",
           "Aug(?:ust)?", "Sep(?:t(?:ember)?)?", "Oct(?:ober)?", "Nov(?:ember)?",
           "Dec(?:ember)?")  # fmt: skip
# With a small letter too, but for those that are words: it may march.
_MONTH = "|".join(
    (*_MONTHS, *map(str.upper, _MONTHS), *map(str.lower, (*_MONTHS[:2], _MONTHS[3], *_MONTHS[5:])))
)
_MONTH = f"(?:{_MONTH})"
_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_MORE = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
    "|nineteenth|twentieth|thirtieth"
)
_NTH = rf"(?:(?:(?:[Tt]wenty|[Tt]hirty)[ -])?(?:{_ONES})|{_ONES.title()}|{_MORE}|{_MORE.title()})"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:18|19|20)[0-9]{2}"
_SAID_YEAR = (
    r"(?:nineteen|twenty)(?: hundred and|[ -]oh)?[ -][a-z]{2,9}"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?\b"
)
_FEAST = (
    r"(?:Boxing Day|Christmas (?:Day|Eve)|New Year[’']s (?:Day|Eve)|Hogmanay|Good Friday"
    r"|Easter (?:Sunday|Monday|Day)|St\.? [A-Z][a-z]+[’']s Day|Valentine[’']s Day|Hallowe[’']?en"
    r"|Bonfire Night|Midsummer(?:[’']s)? Day|Ash Wednesday|Maundy Thursday|Shrove Tuesday"
    r"|Palm Sunday"
    r"|Whit (?:Sunday|Monday)|Mothering Sunday|(?:Mother|Father)[’']s Day|Remembrance Sunday"
    r"|Christmas (?:morning|night)|New Year[’']s morning|Easter Saturday|Diwali|Eid|V[EJ] Day)"
)
_WRITTEN = (
    rf"(?:{_DAY}|{_NTH})(?: of| o['’])?[ \n/-]{{1,2}}(?:{_MONTH}|march"
    rf"|august)\b\.?(?:,?[ \n/-]{{1,2}}"
    rf"(?:{_YEAR}|{_SAID_YEAR}"
    rf"|['’]?[0-9]{{2}}(?=[).,;:]| [–-] ))|[/-][0-9]{{2}})?"
    rf"|[0-3]?[0-9](?:{_MONTH})(?:{_YEAR}|[0-9]{{2}}|(?= ))"
    rf"|[0-3]?[0-9](?P<roman>[./-])(?:X|X?I{{1,3}}|I?[VX]|VI{{1,3}}|x|x?i{{1,3}}|i?[vx]"
    rf"|vi{{1,3}})(?P=roman)(?:{_YEAR}"
    rf"|[0-9]{{2}})"
    rf"|{_NTH} day of {_MONTH}\b"
    rf"|{_MONTH}\.?[ \n](?:the )?(?:{_DAY}|{_NTH})(?:,?[ \n]{_YEAR})?"
    rf"|{_FEAST}(?:,? {_YEAR})?"
)
_FIGURES = (
    rf"[0-3]?[0-9](?P<sep>[./-]| ?/ ?)[01]?[0-9](?P=sep)(?:{_YEAR}|[0-9]{{2}})"
    rf"|[0-3][0-9] [01][0-9] {_YEAR}"
    rf"|{_YEAR}(?P<line>[./-])[01]?[0-9](?P=line)[0-3]?[0-9]"
    r"|(?:(?<=\bon )|(?<=since )|(?<=until )|(?<=from ))(?:[12][0-9]|3[01]|0?[1-9])/(?:1[0-2]"
    r"|0?[1-9])"
)
# How a day begins, which few words do. Not the end of something longer, but for the second of
# two: the 12th/13th of June.
_BEGINS = (
    r"\b(?=[0-9A-Z]|fi[fr]|fou|se[cv]|six|thi|twe|ten|ei|el|ni|jan|feb|apr|ju[nl]|aug|sep|oct|nov"
    r"|dec)(?:(?<![\w./-])|(?<=th/)|(?<=\b[0-3][0-9][/-]))"
)
DATE = re.compile(rf"{_BEGINS}(?:{_WRITTEN}|{_FIGURES})(?![0-9\w]|[./-][0-9])")
_OLD = compile_when_asked(
    rf"{_BEGINS}(?:(?:{_WRITTEN}|{_FIGURES})(?![0-9\w]|[./-][0-9])(?<=(?:18|19)[0-9]{{2}})"
    rf"|(?:{_DAY}|{_NTH})(?: of)?[ \n]{_MONTH},? nineteen[ -][a-z]{{2,9}}(?:[ -][a-z]{{3,5}})?\b"
    r"|[0-3]?[0-9](?P<between>[./-])[01]?[0-9](?P=between)(?:2[7-9]|[3-6][0-9])"
    r"(?![0-9\w]|[./-][0-9])"
    r"|19[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9](?![0-9\w]))"
)
# What stands before a month, at its first letter, or follows it, where it is one of a day.
_OF_DAY = (
    rf"(?:(?<=[0-9thdf'’ \n/-][ \n/-].)|(?=[A-Za-z]{{2,8}}\.?[ \n](?:the )?(?:[0-3]?[0-9](?![0-9])"
    rf"|{_NTH})))"
)
# A month, a feast or figures with signs between them. What begins with one set of signs is
# searched for ten times as fast as what does not.
MAY_BE_DATE = re.compile(
    r"[0-9JFMASONDEGBHCVPRW](?:(?<=[0-9])(?: ?[./-] ?[0-9IVXivxJFMASOND]| [01]?[0-9] [0-9]|[0-9]{5}"
    r"|[JFMASOND][A-Za-z]{2}|(?:st|nd|rd|th)?(?: of)? {0,2}(?:jan|feb|mar|apr|jun|jul|aug|sep|oct"
    r"|nov|dec)"
    r"|(?:st|nd|rd|th)[,.;:) ])"
    r"|(?:(?<=\bJ)(?=an|un|ul|AN|UN|UL)|(?<=\bF)(?=eb|EB)|(?<=\bM)(?=ar|ay|AR|AY)|(?<=\bA)(?=pr|ug"
    r"|PR|UG)|(?<=\bS)(?=ep|EP)|(?<=\bO)(?=ct|CT)|(?<=\bN)(?=ov|OV)|(?<=\bD)(?=ec|EC))"
    rf"{_OF_DAY}"
    r"|(?<=\bN)ew Y|(?<=\bD)ay|(?<=\bE)(?:ve|aster)"
    r"|(?<=\bG)ood Fri|(?<=\bB)o(?:nfire|xing)"
    r"|(?<=\bA)sh Wed|(?<=\bM)(?:aundy|other(?:ing S|[’']s D))|(?<=\bF)ather[’']s D|(?<=\bS)hrove"
    r"|(?<=\bP)alm S|(?<=\bR)emembrance S|(?<=\bW)hit [SM]|(?<=\bD)iwali|(?<=\bE)id\b"
    r"|(?<=\bH)(?:allowe|ogm)|(?<=\bC)hristmas [DEmn]|(?<=\bV)(?:alentine|[EJ] Day))"
)
_MONTH_WORDS = (
    "Jan January Feb February Mar March Apr April May Jun June Jul July Aug August Sep Sept"
    " September Oct October Nov November Dec December"
)
_is_said = with_written(
    f"{_MONTH_WORDS} {_MONTH_WORDS.upper()} {_MONTH_WORDS.lower().replace(' may ', ' ')} Boxing"
    " Christmas New Good Easter St Valentine Hallowe Halloween Hogmanay Bonfire Midsummer Ash"
    " Maundy Shrove Palm Whit Mothering Mother Father Remembrance Diwali Eid VE VJ"
)
_IN_FIGURES = re.compile(
    r"[0-9](?: ?[./-] ?[0-9IVXivx]| [01]?[0-9] [0-9]|[0-9]{5}|(?:st|nd|rd|th)(?![a-z]))"
)
_BORN = re.compile(
    r"\b(?:(?<!\ba )(?<!\byour )(?<!\bany )date[ \n_-]of[ \n_-]birth|birth[ _-]?(?:dates?"
    r"|days?)|[dy][. /-]?[. ]?o[. /-]?[. ]?b\b|born|came into the world|christened|baptised"
    r"|(?<!\w)b\.(?= ?[0-9])"
    r"|(?:her|his|my|their) birth|war baby"
    r"|(?:bab(?:y|ies)|twins?|son|daughter|grandson|granddaughter) (?:had )?(?:was |were )?"
    r"(?:arrived|came|delivered))",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\bturn(?:s|ed|ing) (?:[1-9][0-9]|[a-z]{3,7}(?:y|een)(?:-[a-z]{3,5})?) on\b"
    r"|\b(?:be|is|was) (?:1[89]|[2-9][0-9]) on\b",
    re.IGNORECASE,
)
# A plan is born too, in a manner of speaking.
THING = re.compile(
    r"\b(?:it|idea|project|service|charity|team|group|scheme|board|plan|clinic|ward|programme"
    r"|initiative|network|hospice|hospital|story|card|website|nhs|society|trust)"
    r"(?:(?: \w+){0,3} (?:was|is|were|had been) (?:\w+ )?born\b|[’']s (?:\w+ )?(?:birthday"
    r"|date of birth))",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    rf"{THING.pattern}|\b(?:founded|opened|published|launched|historic|war began)\b", re.IGNORECASE
)
_RUN = re.compile(
    r"(?<![\w./-])(?:[0-3][0-9][01][0-9](?:(?:18|19|20)[0-9]{2}|[0-9]{2})|(?:19|20)[0-9]{2}"
    r" [01][0-9] [0-3][0-9]"
    r"|[0-3]?[0-9] [01]?[0-9] [0-9]{2})(?![\w/-])"
)
# Asked aloud, or the heading of a column.
_ASKED = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|birthday|birth date)[?”\"’ |:\n=-]{1,6}", re.IGNORECASE
)
_is_of_birth = with_any("birth", "born", "christened", "baptised", "into the world", "war baby")
_is_initialled = with_word("b ob dob yob")
_has_child = with_word("baby babies twin twins son daughter grandson granddaughter")
_COMING = re.compile(
    r"(?:bab(?:y|ies)|twins?|son|daughter) (?:had )?(?:was |were )?(?:arrived|came|delivered)"
)
_has_nineteen = with_word("nineteen")
_TURNING = re.compile(r"turn(?:s|ed|ing) [0-9a-z-]+ on\b")
_AGE_ON = re.compile(r"[0-9] on\b", re.IGNORECASE)
_OLD_IN_FIGURES = re.compile(
    r"[0-9](?:(?<=1)[89][0-9]{2}|[./-][01]?[0-9][./-](?:2[7-9]|[3-6][0-9]))"
)
_BORN_SIGNS = (
    Sign(DATE, near=(_BORN,), not_near=THING),
    Sign(DATE, after=_ASKED, reach=60),
    Sign(_RUN, after=_BORN, not_after=THING, reach=30),
)
_TURNS_SIGN = Sign(DATE, near=(_TURNS, PERSON), not_near=_FOUNDED)
# A day of the last century beside a person is hardly ever anything else.
_OLD_SIGN = Sign(_OLD, near=(PERSON,), not_near=_FOUNDED)
SIGNS = (*_BORN_SIGNS, _TURNS_SIGN, _OLD_SIGN)


def may_hold_date(look: Look) -> bool:
    """Whether there is a word or a row of figures without which no text has a day in it."""
    return _is_said(look) or _IN_FIGURES.search(look.figures) is not None


def choose_birth_signs(look: Look) -> Iterator[Sign]:
    """Choose the signs of a date of birth that may find one; most records need none."""
    if not may_hold_date(look):
        return
    if (
        _is_of_birth(look)
        or _is_initialled(look)
        or (_has_child(look) and _COMING.search(look.small))
    ):
        yield from _BORN_SIGNS
    if _TURNING.search(look.small) or _AGE_ON.search(look.figures):
        yield _TURNS_SIGN
    if _has_nineteen(look) or _OLD_IN_FIGURES.search(look.figures):
        yield _OLD_SIGN


def list_birth_dates(words: str) -> Iterator[Stretch]:
    """Find the start and end of each day that the words around it call a date of birth."""
    return find_signs(words, SIGNS, list_stretches(words, MAY_BE_DATE))
