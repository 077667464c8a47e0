"""JSON to drafts: one record or a list of them, with the fields of the JSON Schema.

The site's own `stories.json` is read too, as far as it holds what a file of a story holds; what the
site worked out itself is left behind. `from_post.py` reads what a form service sends on. Keys that
no record has are kept with the draft, not lost.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

from generator.collection.collection import Collection
from generator.intake import Draft, Question, ask, parse_answer
from generator.intake.answers import list_days
from generator.intake.date_order import settle_dates
from generator.intake.decode import UnreadableError, read_sent_text
from generator.intake.fields_by_path import drop_empty
from generator.intake.from_post import find_posts, read_posts
from generator.intake.typed_points import COLUMNS, read_cells
from generator.load.points import Region

MOST_RECORDS = 2_000
_LISTS = {"stories": "story", "actions": "action", "domains": "domain"}
# What a site writes beside a record's own fields, because it has worked it out.
_WORKED_OUT = frozenset(
    (
        "slug", "url", "data", "evidence", "rule_set", "rules", "centre", "lower", "upper",
        "signals", "worse", "harm", "rests_on", "rests_on_type", "as_of", "figures", "reason",
        "missing", "m", "k", "c", "p", "before", "after", "at_least", "confidence", "variation",
        "assurance", "gaps", "team_says",
    )
)  # fmt: skip
_KEYS = frozenset({"kind", "body", "$schema"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a record's values are read: where its dates are at home, and whose file it is.

    `left` fills up with what no field takes.
    """

    region: Region
    left: list[str]
    is_ours: bool


def read_json(path: Path, collection: Collection, region: Region | None = None) -> list[Draft]:
    """Read a JSON file as drafts.

    Raises:
        UnreadableError: it is not JSON, or holds no record; the message says why.

    """
    told = _parse(read_sent_text(path))
    if posts := find_posts(told):
        return read_posts(posts)
    records = list(_list_records(told))
    if not records:
        raise UnreadableError("There is no story in this file.")
    if len(records) > MOST_RECORDS:
        raise UnreadableError(f"The file has more than {MOST_RECORDS} records. Divide it.")
    questions = {kind: ask(kind, collection) for kind in {kind for kind, _ in records}}
    dates = [d for kind, record in records for d in _list_dates(record, questions[kind])]
    figures = (_list_days(record) for _, record in records)
    region, said = settle_dates(dates, region, (days for each in figures for days in each))
    drafts = [_read_record(kind, record, questions[kind], region) for kind, record in records]
    return [replace(drafts[0], remarks=(*said, *drafts[0].remarks)), *drafts[1:]]


def _list_dates(value: Any, questions: Sequence[Question]) -> Iterator[str]:  # noqa: ANN401 (JSON)
    """List the dates of a record as they were written, but for those of figures."""
    for item in value if isinstance(value, list) else [value]:
        for question in questions:
            told = item.get(question.name) if isinstance(item, dict) else None
            if question.form in {"date", "dates"}:
                texts = told if isinstance(told, list) else [told]
                for text in filter(lambda each: isinstance(each, str), texts):
                    yield from list_days(question, text)
            elif question.parts and question.path != "measures.points":
                yield from _list_dates(told, question.parts)


def _list_days(record: Mapping[str, Any]) -> Iterator[list[str]]:
    """List the dates of the figures of each measure as they were written."""
    measures = record.get("measures")
    for measure in measures if isinstance(measures, list) else []:
        points = measure.get("points") if isinstance(measure, dict) else None
        if isinstance(points, list):
            yield [str(each.get("date", "")) for each in points if isinstance(each, dict)]


def _parse(text: str) -> Any:  # noqa: ANN401 (any JSON)
    try:
        return json.loads(text, object_pairs_hook=_pair, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        message = f"This is not JSON from line {error.lineno}, column {error.colno} on."
        hint = "A comma, a bracket or a quotation mark is missing there, or one too many."
        raise UnreadableError(f"{message} {hint}") from error
    except (RecursionError, ValueError) as error:
        message = "The file holds more than a record can: too deep, or a number too long."
        raise UnreadableError(message) from error


def _pair(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise UnreadableError(f"“{key[:40]}” stands twice in one record. Keep one of them.")
        found[key] = value
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise UnreadableError(f"{name} is not a number that a record can hold.")


def _list_records(told: Any) -> Sequence[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401 (any JSON)
    if isinstance(told, dict) and "title" not in told and _LISTS.keys() & told.keys():
        lists = [(kind, told[name]) for name, kind in _LISTS.items() if name in told]
    else:
        lists = [("story", told if isinstance(told, list) else [told])]
    records = []
    for kind, items in lists:
        for item in items if isinstance(items, list) else [items]:
            if not isinstance(item, dict):
                message = "A record is expected here, with the names of its fields; this is not one"
                raise UnreadableError(f"{message}: {json.dumps(item, ensure_ascii=False)[:40]}")
            own = item.get("kind", kind)
            if own not in _LISTS.values():
                raise UnreadableError(f"“{str(own)[:40]}” is not a story, an action or a domain.")
            records.append((own, item))
    return records


def _read_record(
    kind: str, record: Mapping[str, Any], questions: Sequence[Question], region: Region
) -> Draft:
    remarks: list[str] = []
    record = _read_points(record, remarks, region)
    left: list[str] = []
    told = {key: value for key, value in record.items() if key not in _KEYS}
    if "url" in told and isinstance(told.get("voices"), str):  # said of the story, not in it
        del told["voices"]
    reading = _Reading(region, left, is_ours="url" in told and "slug" in told)
    fields = _read_group(told, questions, "", reading)
    body = record.get("body", "")
    if not isinstance(body, str):
        left.append(f"body: {_write(body)}")
        body = ""
    return Draft(kind, drop_empty(fields), body, left=tuple(left), remarks=tuple(remarks))


def _read_points(
    record: Mapping[str, Any], remarks: list[str], region: Region
) -> Mapping[str, Any]:
    """Read the points of the measures as those of any table; what is not clear stays as it is."""
    measures = record.get("measures")
    if not isinstance(measures, list):
        return record
    made = []
    for measure in measures:
        points = measure.get("points") if isinstance(measure, dict) else None
        if not isinstance(points, list) or not all(isinstance(each, dict) for each in points):
            made.append(measure)
            continue
        names = [name for name in COLUMNS if any(name in each for each in points)]
        cells = ([_say(each.get(name)) for name in names] for each in points)
        unit = measure.get("unit")
        read = read_cells(cells, names, unit if isinstance(unit, str) else "", region)
        more = [{key: value for key, value in each.items() if key not in names} for each in points]
        if len(read.rows) == len(points):  # so that what else they say stays beside them
            told = zip(read.rows, read.is_gap, more, strict=True)
            rows = [{**row, **rest} for row, is_gap, rest in told if not is_gap]
            made.append({**measure, "points": rows})
            remarks += read.remarks
        else:
            made.append(measure)
    return {**record, "measures": made}


def _say(value: Any) -> str:  # noqa: ANN401 (any JSON)
    """Write a value as the cell of a table has it."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.15g}"
    return "" if value is None else _write(value)


def _read_group(
    group: Mapping[str, Any],
    questions: Sequence[Question],
    above: str,
    reading: _Reading,
) -> dict[str, Any]:
    """Read the fields of a group; what no field takes goes to what is left, named by its path."""
    known = {question.name: question for question in questions if question.form != "body"}
    fields: dict[str, Any] = {}
    for key, value in group.items():
        if value is None or (reading.is_ours and key in _WORKED_OUT and key not in known):
            continue
        if question := known.get(key):
            fields[key] = _read_value(value, question, f"{above}{key}", reading)
        else:
            reading.left.append(f"{above}{key}: {_write(value)}")
    return fields


def _read_value(
    value: Any,  # noqa: ANN401 (any JSON)
    question: Question,
    path: str,
    reading: _Reading,
) -> Any:  # noqa: ANN401 (any value of a field)
    if isinstance(value, dict):
        return _read_group(value, question.parts, f"{path}.", reading)
    if isinstance(value, list):
        return [_read_item(v, question, path, reading) for v in value]
    if isinstance(value, str):
        return parse_answer(question, value, reading.region)
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _read_item(
    value: Any,  # noqa: ANN401 (any JSON)
    question: Question,
    path: str,
    reading: _Reading,
) -> Any:  # noqa: ANN401 (any value of a field)
    """Read one item of a list; the signs in it that divide a list elsewhere are its own."""
    if not isinstance(value, str):
        return _read_value(value, question, path, reading)
    answer = parse_answer(question, value, reading.region)
    if not isinstance(answer, list):
        return answer
    is_one = len(answer) == 1 and (question.choices or question.form == "dates")
    return answer[0] if is_one else value


def _write(value: Any) -> str:  # noqa: ANN401 (any JSON)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
