"""The ways in which figures are written that are read: one table for reader, guide and messages.

The web form's script gets the same table, so that every way in reads alike. Texts are brought to
plain signs first (`plain_text`): small letters, ordinary spaces, hyphens and digits.
"""

import datetime as dt
import re
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_LONG = r"(?P<year>\d{4})"
_TIME = (
    r"(?:(?:[t ]|, )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]m)?"
    r"(?: ?(?:z|utc|gmt|bst|[+-]\d{2}:?\d{2}))?)?"
)
# What may stand before a date and says nothing of the day.
BEFORE_DATE = re.compile(
    r"^(?:(?:w/?[cb]|week (?:commencing|beginning|starting|of)|month of)[:.]? ?)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
)


class DateWay(NamedTuple):
    """One way to write a date: its pattern and an example of it."""

    pattern: re.Pattern[str]
    example: str


DATES = (
    DateWay(re.compile(rf"{_LONG}([-/. ])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TIME}"),
            "2026-01-31"),
    DateWay(re.compile(rf"(?P<first>\d{{1,2}})([-/. ])(?P<second>\d{{1,2}})\2{_YEAR}{_TIME}"),
            "31/01/2026"),
    DateWay(re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/. ]?(?:of )?{MONTH},?[-/. ]?{_YEAR}"
                       rf"{_TIME}"), "31 January 2026"),
    DateWay(re.compile(rf"{MONTH}[- ]?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_LONG}{_TIME}"),
            "January 31, 2026"),
    DateWay(re.compile(rf"{MONTH}[-/,. ]{{0,2}}{_YEAR}"), "Jan-26"),
    DateWay(re.compile(rf"{_LONG}[-/. ]{MONTH}"), "2026 Jan"),
    DateWay(re.compile(rf"{_LONG}[-/.](?P<month>\d{{1,2}})"), "2026-01"),
    DateWay(re.compile(rf"(?P<month>\d{{1,2}})[-/.]{_LONG}"), "01/2026"),
    DateWay(re.compile(rf"q(?:uarter )?(?P<quarter>[1-4])[-/,. ]{{0,2}}{_YEAR}"), "Q1 2026"),
    DateWay(re.compile(rf"{_LONG}[-/. ]?q(?P<quarter>[1-4])"), "2026 Q1"),
)  # fmt: skip
OTHER_DATES = ("w/c 05/01/2026", "31.1.26", "2026-01-31 09:30")
GAPS = frozenset(
    {
        "", "-", "--", ".", "n/a", "na", "n.a.", "nan", "null", "none", "no data", "not known",
        "missing", "#div/0!", "#n/a", "#value!", "#ref!", "#num!", "#name?", "#null!",
        "#getting_data", "#spill!", "#calc!",
    }
)  # fmt: skip
# A row that begins so adds the others up, and is no point of its own.
TOTAL = re.compile(
    r"(?:grand |sub-?)?(?:total|sum|average|avg|mean|median|overall|all)(?: |:|$).{0,60}"
)
HEADINGS = {
    "date": (
        "date", "dates", "day", "week", "month", "quarter", "period", "when", "week commencing",
        "week beginning", "week starting", "w c", "wc", "month and year", "month year",
        "date of count", "month starting",
    ),
    "value": (
        "value", "values", "figure", "result", "rate", "score", "percent", "per cent",
        "percentage", "pct", "measure", "measurement", "median", "mean", "average",
    ),
    "n": (
        "n", "out of", "of", "denominator", "sample", "sample size", "base", "total",
        "number asked", "number of patients", "how many", "counted from", "cases", "number seen",
    ),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "what happened"),
}  # fmt: skip
CURRENCY = "£€$"
PERCENT = re.compile(r" ?(?:%|per ?cent|pct)$")
# Digits with the signs that part them: groups of thousands, and a decimal point or comma.
NUMBER = re.compile(r"(?P<sign>[-+]?)(?P<digits>\d[\d,. ']*|[.,]\d+)(?P<power>e[-+]?\d{1,2})?")
BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+")
BY_SPACE = re.compile(r"\d{1,3}(?:[ ']\d{3})+(?=$|[.,])")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
# Full-width letters and digits; a raised digit is another number, and stays what it is.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = str.maketrans("‐‑‒–—―−﹣－’‘ʼ", "---------'''")
WAYS = (
    f"Dates are read as {', '.join(way.example for way in DATES)}, {', '.join(OTHER_DATES)}; "
    "numbers as 62, 46.5, 46,5, 1,234 and 62 %; nothing, - or n/a is a gap."
)


class Region(NamedTuple):
    """What a site's language and zone say of its dates, and the day on which it is read.

    `month_first` is None where neither says which of 03/04/2026 is the month. Without `today`,
    years of two digits lie at most forty years after 2000.
    """

    month_first: bool | None = False
    today: dt.date | None = None


def plain_text(text: str) -> str:
    """Bring what was written to plain signs: small letters, ordinary spaces, hyphens and digits."""
    if not text.isascii():
        text = text.translate(_UNSEEN).translate(_WIDE).translate(_DASHES)
    return " ".join(text.split()).lower()
