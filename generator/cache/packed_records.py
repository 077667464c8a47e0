"""Records as bytes and back, for a store and between processes.

What most pages need of most records is unpacked at once; measures, bodies and places, which are
nine tenths of a record, stay packed until somebody asks for them. What is packed is plain values;
only records, and the groups of fields in them, are ever made of it, whatever the bytes say.
"""

import datetime as dt
import io
import pickle
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from generator.model.action import Action
from generator.model.adoption import Adoption
from generator.model.base import (
    LATER,
    Body,
    Digests,
    Link,
    Origin,
    Part,
    Record,
    Rest,
    find_part,
)
from generator.model.domain import Domain
from generator.model.places import Places
from generator.model.problem import Place
from generator.model.story import Story
from generator.model.update import Update

_KINDS: dict[str, type[Record]] = {
    kind.kind: kind for kind in (Story, Action, Update, Adoption, Domain)
}
_DATE = ("datetime", "date")
# Finds in the text of the file at a path where its values stand.
FindPlaces = Callable[[str, str], Places]


def pack_record(record: Record) -> bytes:
    """Pack a record whose fields are all sound."""
    origin, body = record.origin, record.body  # which unpack it, if it was packed before
    fields = record.model_dump(exclude_unset=True)
    later = {name: fields.pop(name) for name in LATER if name in fields}
    rest = (later, _find_body(origin), dict(origin.places.near), origin.source)
    links = [
        (link.target, link.place.line, link.place.column, link.is_picture, link.alt, link.written)
        for link in body.links
    ]
    known = (origin.path, origin.slug, origin.folder, body.line, links)
    digests = tuple(record.digests) if isinstance(record, Story) else None
    more = (tuple(origin.faulty), origin.story, origin.key, origin.files, digests)
    return _dump((record.kind, fields, tuple(later), known, more, _dump(rest)))


def unpack_record(packed: bytes, find_places: FindPlaces) -> Record:
    """Unpack a record; what it holds besides its short fields is unpacked when it is asked for.

    Where values far inside stand is not packed at all: `find_places` finds it when somebody asks.

    Raises:
        ValueError: these are not the bytes of a record.

    """
    try:
        kind, fields, later, known, more, rest = _load(packed)
        path, slug, folder, line, told = known
        faulty, story, key, files, digests = more
        digests = Digests(*digests) if digests else None
        model = _KINDS[kind]
        links = tuple(
            Link(target, Place(path, *spot), is_picture, alt, written)
            for target, *spot, is_picture, alt, written in told
        )
        written = _share((*fields, *later))
        values = _complete(model, fields)
    except (pickle.PickleError, EOFError, LookupError, TypeError, ValueError) as error:
        raise ValueError("not a packed record") from error
    faulty, body = frozenset(faulty), Body("", line, links)
    origin = Origin(
        path, slug, folder, body, faulty=faulty, story=story, key=key, files=files, digests=digests
    )
    for name in LATER:
        values.pop(name, None)
    return model.revive(values, written, origin, lambda: _load_rest(model, rest, path, find_places))


def _find_body(origin: Origin) -> str | tuple[int, int]:
    """Find where the body stands in the file; the body itself if it is not there word for word."""
    told = origin.body.markdown
    end = len(origin.source.rstrip("\n"))
    start = end - len(told)
    return (start, end) if start >= 0 and origin.source.startswith(told, start) else told


def _load_rest(model: type[Record], rest: bytes, path: str, find_places: FindPlaces) -> Rest:
    later, told, near, source = _load(rest)
    markdown = told if isinstance(told, str) else source[slice(*told)]
    values = _complete(model, later)
    return (
        {name: values[name] for name in LATER if name in values},
        markdown,
        Places(near, partial(find_places, source, path)),
        source,
    )


def _complete(model: type[Part], written: dict[str, Any]) -> dict[str, Any]:
    """Make the groups of fields in what was written, and add what was not."""
    defaults, groups = _learn(model)
    for name in groups.keys() & written.keys():
        told = written[name]
        if isinstance(told, dict):
            written[name] = _make_part(groups[name], told)
        elif told is not None:
            written[name] = tuple(_make_part(groups[name], each) for each in told)
    return {**defaults, **written}


def _make_part(model: type[Part], written: dict[str, Any]) -> Part:
    """Make a group of fields that were sound when they were packed."""
    names = _share(tuple(written))
    part = model.__new__(model)
    object.__setattr__(part, "__dict__", _complete(model, written))
    object.__setattr__(part, "__pydantic_fields_set__", names)
    object.__setattr__(part, "__pydantic_extra__", None)
    object.__setattr__(part, "__pydantic_private__", None)
    return part


@cache
def _share(names: tuple[str, ...]) -> set[str]:
    """Make a set of names that all records with just these fields share; nobody changes it."""
    return set(names)


@cache
def _learn(model: type[Part]) -> tuple[dict[str, Any], dict[str, type[Part]]]:
    """Learn what the fields are when nobody writes them, and which of them are groups."""
    fields = model.model_fields
    groups = {name: part for name, field in fields.items() if (part := find_part(field.annotation))}
    return {name: field.default for name, field in fields.items()}, groups


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (pickle's)
        if (module, name) == _DATE:
            return dt.date
        message = f"{module}.{name} is no part of a packed record"
        raise pickle.UnpicklingError(message)


def _load(packed: bytes) -> Any:  # noqa: ANN401 (what was packed)
    return _Unpickler(io.BytesIO(packed)).load()


def _dump(value: object) -> bytes:
    return pickle.dumps(value, protocol=5)
