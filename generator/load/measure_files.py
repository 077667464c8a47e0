"""The data file of each measure to its points: CSV, or a sheet of a workbook, beside the record."""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from generator.load import faults
from generator.load.files import PACKED, decode_loosely, find_forbidden, place_at
from generator.load.points import BrokenRowError, Points, Region, Row, read_rows, split_rows
from generator.load.points.workbook import WorkbookError, read_sheet
from generator.load.yaml_parser import Parsed, Value
from generator.model.attachment import NO_TEXT
from generator.model.measure import WORKBOOK, split_sheet
from generator.model.problem import Place, Problem

MOST_FILES = 20
ENDINGS = (".csv", WORKBOOK)


def list_data_files(fields: dict[str, Value]) -> tuple[str, ...]:
    """List the names of the data files that measures are read from, without their sheets."""
    measures = fields.get("measures")
    told = measures if isinstance(measures, list) else []
    names = (measure.get("file") for measure in told if isinstance(measure, dict))
    return tuple(split_sheet(name)[0] for name in names if isinstance(name, str))


def attach_data(
    fields: dict[str, Value],
    parsed: Parsed,
    path: str,
    beside: Mapping[str, bytes | Problem],
    region: Region,
) -> tuple[Problem, ...]:
    """Put the points of each measure's `file` in the place of its `points`.

    `beside` has the data files that lie beside the record, by name, as they were read. Changes
    `fields`, which nobody else holds yet; what is wrong with the files is returned.
    """
    problems: list[Problem] = []
    measures = fields.get("measures")
    read: dict[tuple[str, str], Points] = {}
    count = 0
    for index, measure in enumerate(measures if isinstance(measures, list) else []):
        if not isinstance(measure, dict) or not isinstance(measure.get("file"), str):
            continue
        name, unit = str(measure["file"]).strip(), measure.get("unit")
        if not name:
            continue
        spot = parsed.places.get(("measures", index, "file"), (1, 1))
        place = Place(path, *spot)
        if measure.get("points") is not None:
            message = f"This measure has points here and in the file “{name}”."
            problems.append(faults.DATA_TWICE.at(place, message))
            continue
        file, sheet = split_sheet(name)
        if problem := _refuse_name(file, beside, place):
            problems.append(problem)
            continue
        count += 1
        if count > MOST_FILES:
            message = f"More than {MOST_FILES} measures of this record take their data from files."
            problems.append(faults.TOO_TANGLED.at(place, message, "Tell the ones that matter."))
            break
        key = (name, unit if isinstance(unit, str) else "")
        if key not in read:
            at = str(PurePosixPath(path).with_name(file))
            read[key] = read_points(beside[file], at, sheet, key[1], region)
            problems.extend(read[key].problems)
        measure["points"] = read[key].counted_or_not  # type: ignore[assignment]
        parsed.places.near["measures", index, "points"] = spot  # where whoever mends them begins
    return tuple(problems)


def _refuse_name(name: str, beside: Collection[str], place: Place) -> Problem | None:
    if "/" in name or "\\" in name or name in {".", ".."}:
        message = f"“{name}” is not the name of a file beside this one."
        return faults.OUTSIDE.at(place, message)
    if not name.lower().endswith(ENDINGS):
        message = f"“{name}” is neither a CSV file nor an Excel workbook (.xlsx)."
        hint = "Save the data as an Excel workbook or as CSV beside the story."
        return faults.DATA_MISSING.at(place, message, hint)
    if name not in beside:
        alike = [other for other in sorted(beside) if other.lower() == name.lower()]
        message = f"There is no file “{name}” beside this one."
        hint = f"Did you mean “{alike[0]}”?" if alike else ""
        return faults.DATA_MISSING.at(place, message, hint)
    return None


def read_points(
    content: bytes | Problem,
    path: str,
    sheet: str = "",
    unit: str = "",
    region: Region | None = None,
) -> Points:
    """Read the data file at `path` as points that count in `unit`, with all that is wrong in it."""
    if isinstance(content, Problem):
        return Points(problems=[content])
    try:
        if path.lower().endswith(WORKBOOK):
            return read_rows(read_sheet(content, sheet), path, unit, region)
        text = _decode(content, path)
    except WorkbookError as error:
        hint = "Open it in Excel, choose “Save as” and the type Excel workbook (.xlsx)."
        at = Place(path)
        return Points(problems=[faults.DATA_MALFORMED.at(at, str(error), _hint_at(error, hint))])
    if isinstance(text, Problem):
        return Points(problems=[text])
    rows: list[Row] = []
    broken: list[Problem] = []
    try:
        rows.extend(split_rows(text))
    except BrokenRowError as error:
        message = "The row cannot be read; a quotation mark may have been left open."
        broken = [faults.DATA_ROW.at(Place(path, error.line), message)]
        if not rows:
            return Points(problems=broken)
    points = read_rows(rows, path, unit, region)
    points.problems.extend(broken)
    return points


def _hint_at(error: WorkbookError, hint: str) -> str:
    return "Name it in the measure: file: figures.xlsx#Sheet" if "sheet" in str(error) else hint


def _decode(content: bytes, path: str) -> str | Problem:
    """Decode whatever a spreadsheet saved its text as: UTF-8, UTF-16, or Windows' own."""
    text = decode_loosely(content)
    if text == NO_TEXT:
        message = "This is no file of text."
        if content.startswith(PACKED):
            message = "This is a workbook or a document of an office program, not a file of text."
        hint = "If it is an Excel workbook, let its name end with .xlsx, in the measure too."
        return faults.ENCODING.at(Place(path), message, hint)
    if found := find_forbidden(text):
        message = f"An invisible character (U+{ord(found[0]):04X}) stands here."
        return faults.CONTROL_CHARACTER.at(place_at(text, found.start(), path), message)
    return text
