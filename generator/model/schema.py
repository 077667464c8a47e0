"""The JSON Schema of every record, from the field table, for editors and other programs."""

import json
from functools import cache
from typing import Any

from generator.model.action import Action
from generator.model.adoption import Adoption
from generator.model.base import Record
from generator.model.domain import Domain, Framework, Vocabulary
from generator.model.learning import Learning
from generator.model.story import Story
from generator.model.terms import Terms
from generator.model.update import Update
from generator.model.withdrawal import Withdrawals

RECORDS: tuple[type[Record], ...] = (
    Story,
    Action,
    Update,
    Adoption,
    Domain,
    Framework,
    Vocabulary,
    Terms,
    Learning,
    Withdrawals,
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def describe_records() -> dict[str, dict[str, Any]]:
    """Describe the front matter of each kind of record, by kind, in JSON Schema 2020-12."""
    return {record.kind: describe_record(record) for record in RECORDS}


def write_schema(described: dict[str, Any]) -> str:
    """Write a description as the text of a file."""
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


@cache  # pydantic takes its time, and several pages ask
def describe_record(record: type[Record]) -> dict[str, Any]:
    """Describe the front matter of one kind of record."""
    return {"$schema": DIALECT, **_without_nulls(record.model_json_schema(by_alias=True))}


def _without_nulls(node: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Leave out `null` and its defaults: a field that has no value is left out of a file."""
    if isinstance(node, list):
        return [_without_nulls(item) for item in node]
    if not isinstance(node, dict):
        return node
    choices = [c for c in node.get("anyOf", ()) if c != {"type": "null"}]
    if "anyOf" in node and len(choices) == 1:
        rest = {key: value for key, value in node.items() if key not in {"anyOf", "default"}}
        return _without_nulls({**choices[0], **rest})
    return {
        key: _without_nulls(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str))
    }
