"""Records as bytes and back, for a ledger and between processes.

What most pages need of most records is unpacked at once; measures, bodies and places, which are
nine tenths of a record, stay packed until somebody asks for them. Only the classes of this room are
ever made, whatever the bytes say.
"""

import io
import pickle
import zlib
from typing import Any

from generator.records.action import Action
from generator.records.base import LATER, Body, Origin, Record
from generator.records.domain import Domain
from generator.records.story import Story

_KINDS: dict[str, type[Record]] = {kind.kind: kind for kind in (Story, Action, Domain)}
_DEFAULTS = {
    kind: {name: field.default for name, field in model.model_fields.items()}
    for kind, model in _KINDS.items()
}
_OTHERS = {("datetime", "date"), ("builtins", "set"), ("builtins", "frozenset")}


def pack_record(record: Record) -> bytes:
    """Pack a record whose fields are all sound."""
    defaults = _DEFAULTS[record.kind]
    fields = {
        name: value
        for name in defaults
        if (value := getattr(record, name)) != defaults[name] or name not in defaults
    }
    later = {name: fields.pop(name) for name in LATER if name in fields}
    origin = record.origin
    rest = (later, origin.body.markdown, dict(origin.places), origin.source)
    known = (origin.path, origin.slug, origin.folder, origin.body.line, origin.body.links)
    more = (origin.faulty, origin.story, origin.key, origin.files)
    packed = (
        record.kind,
        fields,
        record.model_fields_set,
        known,
        more,
        zlib.compress(_dump(rest), 1),
    )
    return _dump(packed)


def unpack_record(packed: bytes) -> Record:
    """Unpack a record; what it holds besides its short fields is unpacked when it is asked for.

    Raises:
        ValueError: these are not the bytes of a record.

    """
    try:
        kind, fields, written, known, more, rest = _load(packed)
        path, slug, folder, line, links = known
        faulty, story, key, files = more
        values = {**_DEFAULTS[kind], **fields}
        model = _KINDS[kind]
    except (pickle.PickleError, EOFError, LookupError, TypeError, AttributeError) as error:
        raise ValueError("not a packed record") from error
    origin = Origin(
        path, slug, folder, Body("", line, links), faulty=faulty, story=story, key=key, files=files
    )
    for name in LATER:
        values.pop(name, None)
    return model.revive(values, written, origin, lambda: _load_rest(kind, rest))


def _load_rest(kind: str, rest: bytes) -> tuple[dict[str, Any], str, Any, str]:
    later, markdown, places, source = _load(zlib.decompress(rest))
    defaults = {name: _DEFAULTS[kind][name] for name in LATER if name in _DEFAULTS[kind]}
    return {**defaults, **later}, markdown, places, source


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (pickle's)
        if module.startswith("generator.records.") or (module, name) in _OTHERS:
            return super().find_class(module, name)
        message = f"{module}.{name} is no part of a record"
        raise pickle.UnpicklingError(message)


def _load(packed: bytes) -> Any:  # noqa: ANN401 (what was packed)
    return _Unpickler(io.BytesIO(packed)).load()


def _dump(value: object) -> bytes:
    return pickle.dumps(value, protocol=5)
