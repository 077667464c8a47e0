"""Plain values to a record: pydantic judges, and every refusal becomes a sentence with a place.

A record whose fields are partly wrong is still made, from the fields that are right, so that the
rules which need only those can speak in the same run.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import TypeVar, cast

from pydantic import ValidationError, create_model
from pydantic_core import ErrorDetails

from generator.load import faults
from generator.load.validation_errors import NAME, REFUSALS, describe, is_nothing, show
from generator.load.yaml_parser import Parsed, Value
from generator.model.base import Origin, Part, Record, find_part
from generator.model.places import Keys
from generator.model.problem import Place, Problem

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the sentences need to know: the class of the record and where its values stand."""

    model: type[Record]
    parsed: Parsed
    path: str
    top: Place

    def place(self, keys: Keys) -> Place:
        for end in range(len(keys), 0, -1):
            if spot := self.parsed.places.get(keys[:end]):
                return Place(self.path, *spot)
        return self.top

    def key_place(self, keys: Keys) -> Place:
        spot = self.parsed.key_places.get(keys)
        return Place(self.path, *spot) if spot else self.place(keys)


def read_fields(
    model: type[AnyRecord], fields: Mapping[str, Value], parsed: Parsed, origin: Origin, top: Place
) -> tuple[AnyRecord, tuple[Problem, ...]]:
    """Read the values into a record of class `model`, and say what is wrong with them."""
    blank = tuple(_find_blank(fields, ())) if parsed.may_be_blank else ()
    try:
        record = model.model_validate(fields, context=origin)
        context = _Context(model, parsed, origin.path, top)
        return record, tuple(_explain_blank(keys, context) for keys in blank)
    except ValidationError as error:
        refused = error.errors(include_url=False, include_context=True)
    context = _Context(model, parsed, origin.path, top)
    guesses = {
        refusal["loc"]: guess
        for refusal in refused
        if refusal["type"] == "extra_forbidden" and (guess := _guess(refusal["loc"], context))
    }
    faulty = frozenset(str(keys[0]) for refusal in refused if (keys := refusal["loc"]))
    faulty |= {str(guess[0]) for guess in guesses.values()}
    sound = {key: value for key, value in fields.items() if key not in faulty}
    origin = replace(origin, faulty=origin.faulty | faulty)
    record = cast("AnyRecord", _partial(model).model_validate(sound, context=origin))
    told = {refusal["loc"] for refusal in refused}
    return record, (
        *_explain(refused, guesses, context),
        *(_explain_blank(keys, context) for keys in blank if not told & _list_above(keys)),
    )


def _find_blank(value: object, keys: Keys) -> Iterator[Keys]:
    """Find the fields of a record, and of its groups, that have a name and nothing after it."""
    if value is None and isinstance(keys[-1], str):
        yield keys
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _find_blank(inner, (*keys, key))
    elif isinstance(value, list) and not (value and isinstance(value[0], Part)):
        for index, inner in enumerate(value):
            yield from _find_blank(inner, (*keys, index))


def _list_above(keys: Keys) -> set[Keys]:
    return {keys[:end] for end in range(1, len(keys) + 1)}


def _explain_blank(keys: Keys, context: _Context) -> Problem:
    fault, explain = REFUSALS["nothing"]
    refusal: ErrorDetails = {"type": "nothing", "loc": keys, "msg": "", "input": None}
    return fault.at(context.place(keys), *explain(describe(keys), refusal))


@cache
def _partial(model: type[Record]) -> type[Record]:
    """Derive the class of a record in which no field is required."""
    optional = {
        name: (field.annotation, None)
        for name, field in model.model_fields.items()
        if field.is_required()
    }
    return create_model(model.__name__, __base__=model, **optional)  # type: ignore[call-overload,no-any-return]


def _explain(
    refused: list[ErrorDetails], guesses: Mapping[Keys, Keys], context: _Context
) -> Iterator[Problem]:
    for refusal in refused:
        keys = refusal["loc"]
        if refusal["type"] == "extra_forbidden":
            yield _explain_unknown(keys, context, guesses.get(keys))
            continue
        if refusal["type"] == "missing":
            if keys not in guesses.values():
                yield _explain_missing(keys, context)
            continue
        fault, explain = REFUSALS.get(refusal["type"], REFUSALS["value_error"])
        if is_nothing(refusal):
            fault, explain = REFUSALS["nothing"]
        message, hint = explain(describe(keys), refusal)
        place = context.key_place(keys[:-1]) if keys[-1] == NAME else context.place(keys)
        yield fault.at(place, message, hint)


# Fields that people know from other generators of sites, and what does here what they do there.
_OF_OTHERS = {
    **dict.fromkeys(
        ("tags", "tag", "categories", "category", "keywords"),
        "Take it out. Stories are found by `domains`, `setting`, `pathway` and `strategic_links`.",
    ),
    **dict.fromkeys(
        ("description", "excerpt", "subtitle", "lead"), "Say it in `summary`, which lists show."
    ),
    **dict.fromkeys(
        ("author", "authors"),
        "Take it out. Who made the change is `team`, and whom to ask is `contact`.",
    ),
    **dict.fromkeys(
        ("draft", "published", "hidden"),
        "Take it out: every story in the folder is published. Keep a draft on a branch, or in a"
        " file whose name begins with _.",
    ),
    **dict.fromkeys(
        ("layout", "template", "permalink", "slug", "weight", "toc"),
        "Take it out: the site decides that. A story’s address is the name of its file.",
    ),
}


def _guess(keys: Keys, context: _Context) -> Keys | None:
    """Guess which field that has not been written was meant by an unknown one."""
    written = context.parsed.key_places
    wanted = [n for n in _fields_at(context.model, keys[:-1]) if (*keys[:-1], n) not in written]
    near = get_close_matches(str(keys[-1]).lower().replace(" ", "_"), wanted, 1, 0.7)
    return (*keys[:-1], near[0]) if near else None


def _explain_unknown(keys: Keys, context: _Context, guess: Keys | None) -> Problem:
    known = _fields_at(context.model, keys[:-1])
    message = f"There is no field {show(keys[-1])} here."
    hint = "Take it out, or see the guide for the fields there are."
    if len(keys) == 1 and (other := _OF_OTHERS.get(str(keys[0]).lower())):
        hint = other
    elif guess:
        hint = f"Did you mean “{guess[-1]}”?"
    elif len(known) <= len("abcdefgh"):
        hint = f"The fields here are: {', '.join(known)}."
    return faults.UNKNOWN_FIELD.at(context.key_place(keys), message, hint)


def _explain_missing(keys: Keys, context: _Context) -> Problem:
    name = str(keys[-1])
    about = _fields_at(context.model, keys[:-1]).get(name, "")
    where = f" in {describe(keys[:-1])}" if len(keys) > 1 else ""
    place = context.place(keys[:-1]) if len(keys) > 1 else context.top
    message, hint = faults.MISSING_FIELD.say("missing", name=name, where=where, about=about)
    return faults.MISSING_FIELD.at(place, message, hint.strip())


def _fields_at(model: type[Part], keys: Keys) -> dict[str, str]:
    """Find the fields that belong at a spot, by name, with their descriptions."""
    for key in keys:
        if isinstance(key, int):
            continue
        field = {f.alias or n: f for n, f in model.model_fields.items()}.get(key)
        inner = find_part(field.annotation) if field else None
        if inner is None:
            continue
        model = inner
    return {f.alias or n: f.description or "" for n, f in model.model_fields.items()}
