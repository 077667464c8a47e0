"""Published data written as JSON, and the JSON Schema of what is written.

Serialisers are made when they are first asked for: most commands ask for none.
"""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.exports.json_models import ActionsFile, OneStoryFile, StoriesFile, WholeFile
from generator.model.schema import DIALECT

SCHEMAS: dict[str, type] = {
    "stories": StoriesFile,
    "actions": ActionsFile,
    "story": OneStoryFile,
    "export": WholeFile,
}


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401 (a class, as pydantic takes it)
    return TypeAdapter(shape)


def write_data(data: object) -> str:
    """Write one of the published shapes as JSON."""
    shape: Any = type(data)
    return _adapter(shape).dump_json(data, by_alias=True).decode() + "\n"


@cache
def write_schema(name: str) -> str:
    """Write the JSON Schema, 2020-12, of the published file of this name."""
    shape = SCHEMAS[name]
    described = _adapter(shape).json_schema(mode="serialization", by_alias=True)
    return json.dumps({"$schema": DIALECT, **described}, indent=2, ensure_ascii=False) + "\n"
