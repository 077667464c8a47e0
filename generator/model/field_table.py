"""The field table told: each field's name, form and description, for guides and forms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as of_row
from typing import Any

from generator.model.base import Part, Record, find_part
from generator.model.field import words_of
from generator.model.schema import describe_record

_FORMS = {"boolean": "true or false", "integer": "a whole number", "number": "a number"}
SLUGS = {
    "domains": "domains of the framework",
    "setting": "a setting of the vocabulary",
    "pathway": "a pathway of the vocabulary",
    "strategic_links": "priorities of the vocabulary",
    "adapted_from": "the last part of a story’s address, or an action’s",
    "story": "the last part of a story’s address",
    "action": "the last part of an action’s address",
    "of": "stories/ or actions/, and the last part of an address",
    "aliases": "old names",
}
_SHORT_LINE = 200


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field as the guide shows it; `fields` are those of the group that it holds, if any.

    `label` is what a person is asked, and `labels` tell each of the choices.
    """

    name: str
    form: str
    about: str
    is_required: bool
    example: str = ""
    choices: tuple[str, ...] = ()
    label: str = ""
    labels: Mapping[str, str] = of_row(default_factory=dict)
    fields: tuple["FieldRow", ...] = ()


def list_fields(record: type[Record]) -> tuple[FieldRow, ...]:
    """List the fields of a kind of record in the order of the table."""
    schema = describe_record(record)
    return tuple(_list(schema, schema.get("$defs", {}), record))


def _list(part: dict[str, Any], parts: dict[str, Any], model: type[Part]) -> Iterator[FieldRow]:
    required = part.get("required", ())
    defined = {made.alias or name: made for name, made in model.model_fields.items()}
    for name, field in part.get("properties", {}).items():
        item = field.get("items") or field.get("additionalProperties") or field
        inner = parts.get(item.get("$ref", "").rpartition("/")[2])
        below = find_part(defined[name].annotation)
        words = words_of(defined[name])
        examples = field.get("examples", [""])
        example = examples[0]
        yield FieldRow(
            name=name,
            form=_say_form(name, field, inner),
            about=field.get("description", ""),
            is_required=name in required,
            example=", ".join(example) if isinstance(example, list) else str(example),
            choices=tuple(item.get("enum", ())),
            label=words.label,
            labels=words.choices,
            fields=tuple(_list(inner, parts, below)) if inner and below else (),
        )


def _say_form(name: str, field: dict[str, Any], inner: dict[str, Any] | None) -> str:
    """Say in words what form a value takes."""
    item = field.get("items", field)
    if field.get("type") == "array":
        if inner:
            return "a list of groups of fields"
        if item.get("enum"):
            return f"a list of: {', '.join(item['enum'])}"
        kind = "dates" if item.get("format") == "date" else SLUGS.get(name, "texts")
        return f"a list of {kind}"
    if inner:
        return "a group of fields"
    if item.get("enum"):
        return f"one of: {', '.join(item['enum'])}"
    if item.get("format") == "date":
        return "a date, such as 2026-03-01"
    if item.get("type") in _FORMS:
        return _FORMS[item["type"]]
    if name in SLUGS:
        return SLUGS[name]
    least, most = item.get("minLength", 1), item.get("maxLength")
    if least > 1 and most:
        return f"a text of {least} to {most} characters"
    return f"a text of at most {most} characters" if most and most != _SHORT_LINE else "a text"
