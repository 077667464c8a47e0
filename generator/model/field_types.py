"""The kinds of value that a field may hold, with the limits that all records share.

Front matter arrives as text (`load/yaml_parser.py` leaves every plain value as it was written), so
that a kind alone decides what `2026`, `yes` or `12` means. A refusal carries a kind of its own,
which `load/validate.py` turns into words.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.field import MONEY

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
EMAIL = re.compile(r"[^@\s<>()\[\],;:\\\"]+@[^@\s<>()\[\],;:\\\"]+\.[^@\s<>()\[\],;:\\\".]{2,}")
# Control characters, the line ends that only some programs see, marks that turn the direction of
# writing, and what is no character at all; half a character can come in through a YAML escape.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\r\ud800-\udfff]"
)
# BCP 47, as much of it as pages need: a language, then its script, its place and the like.
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,4}")
ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^]+\.[^\s<>\"'`\\{}|^]+")
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200


def parse_date(value: object) -> dt.date:
    """Parse a full ISO date, `2026-03-01`; anything else is refused with the reason."""
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("date_kind", "not a date")
    return _read_date(value)


@lru_cache(maxsize=4096)
def _read_date(value: str) -> dt.date:
    """Read a date that is written; the same few hundred days come again and again."""
    found = _ISO_DATE.fullmatch(value)
    if not found:
        raise PydanticCustomError("date_shape", "not written as year-month-day")
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12:  # noqa: PLR2004 (months)
        raise PydanticCustomError("date_month", "there is no such month", {"month": month})
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise PydanticCustomError("date_year", "not of our time", {"year": year})
    try:
        return dt.date(year, month, day)
    except ValueError:
        name = dt.date(year, month, 1).strftime("%B")
        reason = {"day": day, "month": name, "year": year}
        raise PydanticCustomError("date_day", "there is no such day", reason) from None


def parse_number(value: object) -> float | object:
    """Let pydantic see a number only where digits were written, never `nan`, `inf` or `1_000`."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise PydanticCustomError("number_shape", "not a number")
    return value


def parse_claim(value: object) -> bool:
    """Parse yes or no, as YAML's authors write them."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _WORDS:
        return _WORDS[value.lower()]
    raise PydanticCustomError("claim_shape", "neither true nor false")


def _check_slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise PydanticCustomError("slug_shape", "not a slug")
    return value


def _check_email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise PydanticCustomError("email_shape", "not an e-mail address")
    return value


def _check_address(value: str) -> str:
    if not ADDRESS.fullmatch(value):
        raise PydanticCustomError("address_shape", "not a web address")
    return value


def _check_language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise PydanticCustomError("language_shape", "not the code of a language")
    return value


LIMIT = 1e12
Line = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(min_length=1, max_length=2000)]
Title = Annotated[str, Field(min_length=3, max_length=120)]
Summary = Annotated[str, Field(min_length=20, max_length=280)]
Date = Annotated[dt.date, BeforeValidator(parse_date, json_schema_input_type=dt.date)]
# What stands before a validator is named, so that the JSON Schema has its limits too.
_Number = Annotated[float, Field(ge=-LIMIT, le=LIMIT)]
_Amount = Annotated[float, Field(ge=0, le=LIMIT)]
_Base = Annotated[float, Field(ge=1, le=LIMIT)]
_Count = Annotated[int, Field(ge=0, le=1_000_000)]
Number = Annotated[_Number, BeforeValidator(parse_number, json_schema_input_type=_Number)]
Amount = Annotated[_Amount, BeforeValidator(parse_number, json_schema_input_type=_Amount)]
Base = Annotated[_Base, BeforeValidator(parse_number, json_schema_input_type=_Base)]
Money = Annotated[Amount, MONEY]
Count = Annotated[_Count, BeforeValidator(parse_number, json_schema_input_type=_Count)]
Claim = Annotated[bool, BeforeValidator(parse_claim, json_schema_input_type=bool)]
Slug = Annotated[
    str,
    Field(max_length=80, json_schema_extra={"pattern": f"^{SLUG.pattern}$"}),
    AfterValidator(_check_slug),
]
# What names another record or a term: whether there is one, the rules say, which know them all.
Reference = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        json_schema_extra={"pattern": f"^{SLUG.pattern}$", "maxLength": 80},
    ),
]
# What names an example of any kind, by its folder and its slug.
ExampleName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        json_schema_extra={"pattern": f"^(stories|actions)/{SLUG.pattern}$"},
    ),
]
Email = Annotated[str, Field(max_length=200), AfterValidator(_check_email)]
Address = Annotated[str, Field(max_length=2000), AfterValidator(_check_address)]
Language = Annotated[
    str,
    Field(max_length=35, json_schema_extra={"pattern": f"^{LANGUAGE.pattern}$"}),
    AfterValidator(_check_language),
]
FileName = Annotated[str, Field(min_length=1, max_length=200)]


def add_months(date: dt.date, months: int) -> dt.date:
    """Add whole months to a date; the last day of a month stays the last where it must.

    What lies beyond the calendar is its last day, or its first.
    """
    year, month = divmod(date.month - 1 + months, 12)
    if date.year + year >= dt.MAXYEAR:
        return dt.date.max
    if date.year + year < dt.MINYEAR:
        return dt.date.min
    last = monthrange(date.year + year, month + 1)[1]
    return dt.date(date.year + year, month + 1, min(date.day, last))
