"""Days as people write them in prose, and which of them are somebody's date of birth."""

import re
from collections.abc import Iterator

from generator.model.problem import Sign

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WORDS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:18|19|20)[0-9]{2}"
_DATE = (
    rf"(?:{_DAY}(?: of)?[ \n-]{_MONTH}\.?,?[ \n-]{_YEAR}"
    rf"|{_MONTH}\.?[ \n]{_DAY},?[ \n]{_YEAR}"
    rf"|[0-3]?[0-9](?P<sep>[./-])[01]?[0-9](?P=sep)(?:{_YEAR}|[0-9]{{2}})"
    rf"|{_YEAR}-[01][0-9]-[0-3][0-9])(?![0-9\w])"
)
DATE = re.compile(rf"(?<![\w./-]){_DATE}", re.IGNORECASE)
YEAR = re.compile(rf"(?<![0-9]){_YEAR}(?![0-9])")
_HAS_YEAR = re.compile(r"[0-9]{4}")
_BIRTH = re.compile(
    r"\b(?P<label>dates?[ \n_-]of[ \n_-]birth|birth[ _-]?dates?|d\.?o\.?b\b\.?)"
    r"|\bborn\b(?: on\b)?",
    re.IGNORECASE,
)
_GAP = re.compile(
    rf"(?:[^0-9.?!]|\.(?! )){{0,20}}?(?<![\w/]){_WORDS}(?P<date>{_DATE})", re.IGNORECASE
)
_NEAR = re.compile(rf"(?: on)?[ \n:,(]{{0,3}}{_WORDS}(?P<date>{_DATE})", re.IGNORECASE)
# A plan is born too, in a manner of speaking.
_THING = re.compile(
    r"\b(?:it|idea|project|service|charity|team|group|scheme|board|plan|clinic|ward|programme"
    r"|initiative|network|hospice|hospital|story|card|website|nhs|society|trust)"
    r"(?: \w+){0,3} (?:was|is|were|had been) (?:\w+ )?$",
    re.IGNORECASE,
)
_BEFORE = 60
# What begins with a set of letters is searched for ten times as fast as with any case of a word,
# and a word in small letters ten times as fast again.
BIRTH_WORDS = ("born", "birth", "dob", "d.ob", "o.b")
MAY_BE_BIRTH = re.compile(r"[bB](?:[oO][rR][nN]|[iI][rR][tT][hH])|[dD]\.?[oO]\.?[bB]")
# For the form: a day soon after such a word, with no full stop between them.
SIGNS = (
    Sign(
        re.compile(rf"^{_GAP.pattern}", re.IGNORECASE),
        "date",
        after=_BIRTH,
        not_after=_THING,
        reach=_BEFORE,
    ),
)


def list_days(words: str) -> Iterator[tuple[int, int]]:
    """Find the start and end of each day that is written in full, its year with four digits."""
    if not YEAR.search(words):
        return
    for found in DATE.finditer(words):
        if _HAS_YEAR.search(found[0]):
            yield found.span()


def list_birth_dates(words: str) -> Iterator[tuple[int, int]]:
    """Find the start and end of each day that the words before it call a date of birth."""
    for found in _BIRTH.finditer(words):
        follows = (_GAP if found["label"] else _NEAR).match(words, found.end())
        if not follows:
            continue
        if not found["label"] and _THING.search(
            words, max(0, found.start() - _BEFORE), found.start()
        ):
            continue
        yield follows.span("date")
