"""Published data written as JSON, and the JSON Schema of what is written.

Serialisers are made when they are first asked for: most commands ask for none.
"""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.model.schema import DIALECT

# What an author is held to, and a reader need not know; a later version may let more through.
_LIMITS = frozenset(
    {"minLength", "maxLength", "minimum", "maximum", "minItems", "pattern", "default", "examples"}
    | {"additionalProperties"}
)


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401 (a class, as pydantic takes it)
    return TypeAdapter(shape)


def write_data(data: object) -> str:
    """Write one of the published shapes as JSON."""
    shape: Any = type(data)
    return _adapter(shape).dump_json(data, by_alias=True).decode() + "\n"


@cache
def write_schema(shape: Any) -> str:  # noqa: ANN401 (a class, as pydantic takes it)
    """Write the JSON Schema, 2020-12, of a published file."""
    described = _adapter(shape).json_schema(mode="serialization", by_alias=True)
    told = {"$schema": DIALECT, **_without_limits(described)}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _without_limits(node: Any, *, names_fields: bool = False) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(node, list):
        return [_without_limits(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_limits(value, names_fields=key in {"properties", "$defs"})
        for key, value in node.items()
        if names_fields or key not in _LIMITS
    }
