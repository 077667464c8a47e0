"""A measure's CSV file to points: date, value (or count), n and note, in any order."""

import csv
import io
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from pydantic import ValidationError

from generator.load import faults
from generator.load.files import SAVE_AS_CSV, Source, decode_text
from generator.load.validation_errors import REFUSALS
from generator.load.yaml_parser import Parsed, Value
from generator.model import Point
from generator.model.problem import Place, Problem

COLUMNS = tuple(Point.model_fields)
MOST_ROWS = 5_000
MOST_FILES = 20


def list_data_files(fields: dict[str, Value]) -> tuple[str, ...]:
    """List the names of the data files that measures are read from."""
    measures = fields.get("measures")
    told = measures if isinstance(measures, list) else []
    names = (measure.get("file") for measure in told if isinstance(measure, dict))
    return tuple(name for name in names if isinstance(name, str))


def attach_data(
    fields: dict[str, Value], parsed: Parsed, path: str, beside: Mapping[str, bytes | Problem]
) -> tuple[Problem, ...]:
    """Put the points of each measure's `file` in the place of its `points`.

    `beside` has the data files that lie beside the record, by name, as they were read. Changes
    `fields`, which nobody else holds yet; what is wrong with the files is returned.
    """
    problems: list[Problem] = []
    measures = fields.get("measures")
    read: dict[str, list[Point]] = {}
    count = 0
    for index, measure in enumerate(measures if isinstance(measures, list) else []):
        if not isinstance(measure, dict) or not isinstance(measure.get("file"), str):
            continue
        name = str(measure["file"])
        if not name.strip():
            continue
        spot = parsed.places.get(("measures", index, "file"), (1, 1))
        place = Place(path, *spot)
        if measure.get("points") is not None:
            message = f"This measure has points here and in the file “{name}”."
            problems.append(faults.DATA_TWICE.at(place, message))
            continue
        if problem := _refuse_name(name, beside, place):
            problems.append(problem)
            continue
        count += 1
        if count > MOST_FILES:
            message = f"More than {MOST_FILES} measures of this record take their data from files."
            problems.append(faults.TOO_TANGLED.at(place, message, "Tell the ones that matter."))
            break
        if name not in read:
            file = str(PurePosixPath(path).with_name(name))
            read[name], found = read_points(decode_text(beside[name], file), file)
            problems.extend(found)
        measure["points"] = read[name]  # type: ignore[assignment]
    return tuple(problems)


def _refuse_name(name: str, beside: Collection[str], place: Place) -> Problem | None:
    if PurePosixPath(name).name != name or "\\" in name or name in {".", ".."}:
        message = f"“{name}” is not the name of a file beside this one."
        return faults.OUTSIDE.at(place, message)
    if not name.lower().endswith(".csv"):
        message = f"“{name}” is not a CSV file."
        return faults.DATA_MISSING.at(place, message, "Save the data as CSV beside the story.")
    if name not in beside:
        alike = [other for other in sorted(beside) if other.lower() == name.lower()]
        message = f"There is no file “{name}” beside this one."
        hint = f"Did you mean “{alike[0]}”?" if alike else ""
        return faults.DATA_MISSING.at(place, message, hint)
    return None


def read_points(source: Source, path: str) -> tuple[list[Point], list[Problem]]:
    """Read the rows of the CSV file at `path` as points, and say which rows cannot be read."""
    problems = list(source.problems)
    if source.text is None:
        return [], problems
    lines = source.text.split("\n")
    rows = csv.reader(io.StringIO(source.text), strict=False)
    points: list[Point] = []
    header: list[str] = []
    try:
        for row in rows:
            place = Place(path, rows.line_num)
            if not any(cell.strip() for cell in row):
                continue
            if not header:
                header = [cell.strip().lower() for cell in row]
                if problem := _refuse_header(header, place):
                    return [], [*problems, problem]
                continue
            point, found = _read_row(header, row, place, lines[rows.line_num - 1])
            problems.extend(found)
            if point:
                points.append(point)
            if len(points) > MOST_ROWS:
                message = f"The file has more than {MOST_ROWS} rows."
                return points, [*problems, faults.TOO_LARGE.at(place, message)]
    except csv.Error:
        place = Place(path, max(rows.line_num, 1))
        message = "The row cannot be read; a quotation mark may have been left open."
        problems.append(faults.DATA_ROW.at(place, message))
    if not header:
        problems.append(faults.DATA_MALFORMED.at(Place(path), "The file is empty."))
    return points, problems


def _refuse_header(header: list[str], place: Place) -> Problem | None:
    for sign, words in (("\t", "tabs"), (";", "semicolons")):
        if len(header) == 1 and sign in header[0]:
            message = f"The columns are divided by {words}."
            hint = f"Divide them by commas: date,value,n,note. In Excel: {SAVE_AS_CSV}."
            return faults.DATA_MALFORMED.at(place, message, hint)
    for name in ("date", "value"):
        if name not in header and not (name == "value" and "count" in header):
            message = f"The first row names no column “{name}”."
            return faults.DATA_MALFORMED.at(place, message)
    for name in header:
        if not name:
            message = "The first row has an empty column, a comma with no name beside it."
            hint = "Delete the empty column, in the first row and in every other."
            return faults.DATA_MALFORMED.at(place, message, hint)
        if name not in COLUMNS or header.count(name) > 1:
            message = f"The first row names a column “{name}”, which has no meaning here."
            if name in COLUMNS:
                message = f"The first row names the column “{name}” twice."
            return faults.DATA_MALFORMED.at(place, message)
    return None


def _read_row(
    header: list[str], row: list[str], place: Place, line: str
) -> tuple[Point | None, list[Problem]]:
    if len(row) > len(header):
        message = f"The row has {len(row)} cells and the first row names {len(header)} columns."
        hint = "A number is written without a thousands comma, and a note with a comma in quotes."
        return None, [faults.DATA_ROW.at(place, message, hint)]
    cells = {name: cell.strip() or None for name, cell in zip(header, row, strict=False)}
    cells.setdefault("date", None)
    if "count" not in header:
        cells.setdefault("value", None)
    try:
        return Point.model_validate(cells), []
    except ValidationError as error:
        refused = error.errors(include_url=False)
    problems = []
    for refusal in refused:
        name = str(refusal["loc"][0])
        words = f"“{name}”"
        if refusal["input"] is None:
            message, hint = f"The column {words} has nothing in this row.", ""
        else:
            explain = REFUSALS.get(refusal["type"], REFUSALS["value_error"])[1]
            message, hint = explain(f"The column {words}", refusal)
        at = Place(place.path, place.line, _find_cell(line, header.index(name), cells.get(name)))
        problems.append(faults.DATA_ROW.at(at, message, hint))
    return None, problems


def _find_cell(line: str, index: int, cell: str | None) -> int:
    """Find the column at which a cell begins; 1 if it is empty or quoted past finding."""
    if not cell:
        return 1
    before = 0 if '"' in line else sum(len(each) + 1 for each in line.split(",")[:index])
    return line.find(cell, before) + 1 or 1
