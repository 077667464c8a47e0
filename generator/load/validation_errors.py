"""What pydantic refuses, told to an author: for each kind of refusal its fault and its words."""

import re
from collections.abc import Callable
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from generator.load import faults
from generator.model.field_types import SLUG
from generator.model.places import Keys
from generator.model.problem import Fault

Words = tuple[str, str]
Explain = Callable[[str, ErrorDetails], Words]
NAME = "[key]"  # pydantic's step to the name of an entry, where others lead to its value
_LONGEST_SHOWN = 40
_TIMESTAMP = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{1,2}[:.][0-9]{2}")
_OF_NAMES = frozenset({"domains", "strategic_links", "aliases", "scope"})
_WHOLE_NUMBERS = frozenset({"patients", "staff", "people", "order"})
_NONE = frozenset({"none", "no", "n/a", "na", "nil", "nothing", "not applicable", "-", "–"})
_LEAVE_OUT = "Leave the field out if there is none."
_MAY_BE_NONE = frozenset({"a group of fields", "whole number"})


def describe(keys: Keys) -> str:
    """Name a value by the path of its field, counting list items from 1."""
    words = ""
    for key in keys:
        if isinstance(key, int):
            words += f" {key + 1}"
        elif key != NAME:
            words += f", {key}" if words else key
    return f"“{words}”"


def show(value: object) -> str:
    """Quote the author's own value, shortened if it is long."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list | tuple):
        return "a list"
    text = " ".join(str(value).split())
    return f"“{text[:_LONGEST_SHOWN]}…”" if len(text) > _LONGEST_SHOWN else f"“{text}”"


def is_nothing(refusal: ErrorDetails) -> bool:
    """Whether the author left the value out, or wrote an empty text."""
    value = refusal["input"]
    return value is None or (isinstance(value, str) and not value.strip())


def _told(fault: Fault, kind: str) -> Explain:
    """Explain in the sentence of `fault` that is kept for `kind`; the form tells it too."""

    def explain(name: str, refusal: ErrorDetails) -> Words:
        message, hint = fault.say(kind, name=name, value=show(refusal["input"]))
        if kind in _MAY_BE_NONE and _says_none(refusal["input"]):
            hint = _LEAVE_OUT
        return message, hint

    return explain


def _wrong(expected: str, hint: str) -> Explain:
    def explain(name: str, refusal: ErrorDetails) -> Words:
        value = refusal["input"]
        advised = _LEAVE_OUT if expected in _MAY_BE_NONE and _says_none(value) else hint
        return f"{name} is {show(value)}, where {expected} belongs.", advised

    return explain


def _says_none(value: object) -> bool:
    return isinstance(value, str) and value.strip(" .").lower() in _NONE


def _list(name: str, refusal: ErrorDetails) -> Words:
    value, field = refusal["input"], str(refusal["loc"][-1])
    hint = "Write a list: each item on a line of its own, with a dash and a space before it."
    if field in _OF_NAMES and isinstance(value, str):
        items = [item.strip() for item in re.split(r"[,;]" if "," in value else r"[;\s]", value)]
        hint = f"Write it as a list, with commas between the names: {field}: [first, second]"
        if len(value) <= _LONGEST_SHOWN and all(SLUG.fullmatch(item) for item in items):
            hint = f"Write it as a list: {field}: [{', '.join(items)}]"
    elif _says_none(value):
        hint = _LEAVE_OUT
    return f"{name} is {show(value)}, where a list belongs.", hint


def _number(name: str, refusal: ErrorDetails) -> Words:
    if refusal["loc"][-1] in _WHOLE_NUMBERS:
        return _WHOLE(name, refusal)
    message, hint = faults.WRONG_KIND.say("number", name=name, value=show(refusal["input"]))
    of_a_point = refusal["loc"][-1] in {"value", "target"}
    return message, f"{hint}; a sign such as % belongs in “unit”." if of_a_point else f"{hint}."


def _choice(name: str, refusal: ErrorDetails) -> Words:
    allowed = re.findall(r"'([^']*)'", str(refusal.get("ctx", {}).get("expected", "")))
    value = str(refusal["input"])
    hint = f"Choose one of: {', '.join(allowed)}."
    near = get_close_matches(value.lower().strip(), allowed, 1, 0.6)
    if near:
        hint = f"Did you mean “{near[0]}”? {hint}"
    return f"{name} is {show(refusal['input'])}, which is not one of its values.", hint


def _length(name: str, refusal: ErrorDetails) -> Words:
    most = refusal.get("ctx", {})["max_length"]
    length = len(str(refusal["input"]).strip())
    return faults.TOO_LONG.say("text", name=name, length=length, most=most)


def _short(name: str, refusal: ErrorDetails) -> Words:
    least = refusal.get("ctx", {})["min_length"]
    value = show(refusal["input"])
    return faults.TOO_SHORT.say("text", name=name, value=value, least=least)


def _nothing(name: str, _: ErrorDetails) -> Words:
    return f"{name} has nothing in it.", faults.EMPTY.instead


def _date(name: str, refusal: ErrorDetails) -> Words:
    message, hint = faults.BAD_DATE.say("date", name=name, value=show(refusal["input"]))
    if stamp := _TIMESTAMP.match(str(refusal["input"])):
        hint = f"Leave the time out: {stamp[1]}"
    return message, hint


def _day(name: str, refusal: ErrorDetails) -> Words:
    reason = refusal.get("ctx", {})
    return (
        (
            f"{name} is {show(refusal['input'])}: there is no {reason['day']} {reason['month']} "
            f"in {reason['year']}."
        ),
        "Check the day.",
    )


def _month(name: str, refusal: ErrorDetails) -> Words:
    month = refusal.get("ctx", {})["month"]
    return (
        f"{name} is {show(refusal['input'])}: there is no month {month}.",
        "The order is year-month-day, as in 2026-03-01.",
    )


def _range(name: str, refusal: ErrorDetails) -> Words:
    limits = refusal.get("ctx", {})
    way = "less" if "ge" in limits else "more"
    limit = limits.get("ge", limits.get("le"))
    value = show(refusal["input"])
    return faults.OUT_OF_RANGE.say("range", name=name, value=value, way=way, limit=f"{limit:,.0f}")


def _huge(name: str, refusal: ErrorDetails) -> Words:
    return f"{name} is {show(refusal['input'])}, a number too large for it.", "Check the number."


def _many(name: str, _: ErrorDetails) -> Words:
    return f"{name} has too many items.", "Keep the ones that matter."


_TEXT = "Write it as one text; put it in quotation marks if it has a colon or a bracket in it."
_WHOLE = _told(faults.WRONG_KIND, "whole number")

REFUSALS: dict[str, tuple[Fault, Explain]] = {
    "nothing": (faults.EMPTY, _nothing),
    "string_type": (faults.WRONG_KIND, _wrong("a text", _TEXT)),
    "tuple_type": (faults.WRONG_KIND, _list),
    "model_type": (
        faults.WRONG_KIND,
        _wrong("a group of fields", "Write its fields below it, indented by two spaces."),
    ),
    "mapping_type": (
        faults.WRONG_KIND,
        _wrong("a group of fields", "Write its fields below it, indented by two spaces."),
    ),
    "claim_shape": (faults.WRONG_KIND, _wrong("true or false", "Write true or false.")),
    "number_shape": (faults.WRONG_KIND, _number),
    "float_type": (faults.WRONG_KIND, _number),
    "int_type": (faults.WRONG_KIND, _WHOLE),
    "int_parsing": (faults.WRONG_KIND, _WHOLE),
    "int_from_float": (faults.WRONG_KIND, _WHOLE),
    "literal_error": (faults.NOT_ALLOWED, _choice),
    "string_too_long": (faults.TOO_LONG, _length),
    "string_too_short": (faults.TOO_SHORT, _short),
    "too_short": (faults.EMPTY, _nothing),
    "too_long": (faults.TOO_LONG, _many),
    "date_kind": (faults.BAD_DATE, _date),
    "date_shape": (faults.BAD_DATE, _date),
    "date_month": (faults.BAD_DATE, _month),
    "date_day": (faults.BAD_DATE, _day),
    "date_year": (faults.BAD_DATE, _told(faults.BAD_DATE, "date of our time")),
    "greater_than_equal": (faults.OUT_OF_RANGE, _range),
    "less_than_equal": (faults.OUT_OF_RANGE, _range),
    "int_parsing_size": (faults.OUT_OF_RANGE, _huge),
    "slug_shape": (faults.BAD_FORM, _told(faults.BAD_FORM, "slug")),
    "language_shape": (faults.BAD_FORM, _told(faults.BAD_FORM, "language")),
    "email_shape": (faults.BAD_FORM, _told(faults.BAD_FORM, "email")),
    "address_shape": (faults.BAD_FORM, _told(faults.BAD_FORM, "address")),
    "value_error": (faults.WRONG_KIND, _wrong("another value", "See the guide to the fields.")),
}
