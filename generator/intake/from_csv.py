"""A spreadsheet saved as CSV to drafts: one story a row, each column an answer.

The first row names the columns: a field (`title`, `contact.email`, `voices.2.quote`), or its
question in plain words. What stands in other columns is kept with the draft, not lost.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.collection.collection import Collection
from generator.intake import Draft, Question, ask_story, join_body
from generator.intake.answers import list_days
from generator.intake.date_order import settle_dates
from generator.intake.decode import UnreadableError, read_sent_bytes, read_sent_text
from generator.intake.fields_by_path import Number, drop_empty, find_path, put
from generator.intake.from_post import find_posts, read_posts
from generator.load.points import Region
from generator.load.points.workbook import WorkbookError, read_sheet
from generator.model.measure import WORKBOOK

MOST_ROWS = 2_000
MOST_COLUMNS = 500
_SIGNS = ",;\t|"
_OF_A_MEASURE = {"date", "value"}
_BODY = frozenset({"body", "text", "story", "the story"})


def read_csv(path: Path, collection: Collection, region: Region | None = None) -> list[Draft]:
    """Read each row of a CSV file or a workbook as the draft of a story.

    All its dates are taken to have the same order.

    Raises:
        UnreadableError: it is no table of stories; the message says why.

    """
    is_workbook = path.suffix.lower() == WORKBOOK
    rows = _read_workbook(path) if is_workbook else _read_rows(read_sent_text(path))
    if not rows:
        raise UnreadableError("The file is empty.")
    names, stories = [name.strip() for name in rows[0]], rows[1:]
    if posts := find_posts([dict(zip(names, row, strict=False)) for row in stories]):
        return read_posts(posts)
    questions = ask_story(collection)
    columns = [find_path(questions, name) for name in names]
    if not any(found and found[0].path == "title" for found in columns):
        raise UnreadableError(_explain_columns(names, questions))
    if not stories:
        raise UnreadableError("There is a row of column names, and no story below it.")
    region, remarks = _settle_dates(stories, columns, region)
    drafts = [_read_row(row, names, columns, questions, region) for row in stories]
    return [replace(drafts[0], remarks=remarks), *drafts[1:]]


def _settle_dates(
    stories: Sequence[Sequence[str]],
    columns: Sequence[tuple[Question, Number] | None],
    region: Region | None,
) -> tuple[Region, tuple[str, ...]]:
    """Decide for the whole file whether the day or the month comes first, and say why."""
    dated = [(at, found[0]) for at, found in enumerate(columns) if found]
    texts = (
        day
        for row in stories
        for at, question in dated
        if at < len(row)
        for day in list_days(question, row[at])
    )
    return settle_dates(texts, region)


def _read_workbook(path: Path) -> list[list[str]]:
    try:
        rows = read_sheet(read_sent_bytes(path))
    except WorkbookError as error:
        raise UnreadableError(str(error)) from error
    return [[cell.text for cell in row.cells] for row in rows if not row.is_empty]


def _read_rows(text: str) -> list[list[str]]:
    first, _, rest = text.lstrip("\n").partition("\n")
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        sign, text = first[-1], rest
    else:
        sign = max(_SIGNS, key=lambda each: _count(first, each))
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                message = f"The table has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns."
                raise UnreadableError(f"{message} Divide it, and import the parts.")
    except csv.Error as error:
        message = f"The table cannot be read from row {len(rows) + 1} on"
        hint = "perhaps a quotation mark is missing. Save it again as CSV from the spreadsheet."
        raise UnreadableError(f"{message}: {hint}") from error
    return rows


def _count(line: str, sign: str) -> int:
    """Count a sign outside quotation marks."""
    return sum(part.count(sign) for part in line.split('"')[::2])


def _explain_columns(names: Sequence[str], questions: Sequence[Question]) -> str:
    if {name.lower() for name in names} >= _OF_A_MEASURE:
        return (
            "These are the points of a measure, not stories. Put the file into the story's own "
            "folder, and name it there in the `file` of the measure."
        )
    wanted = ", ".join(question.path for question in questions if question.is_required)
    return (
        "No column is called “title”, so that no story can be found here. The first row names the "
        f"columns: {wanted.replace('body.done', 'body')}, and others from the guide to the fields."
    )


def _read_row(
    row: Sequence[str],
    names: Sequence[str],
    columns: Sequence[tuple[Question, Number] | None],
    questions: Sequence[Question],
    region: Region,
) -> Draft:
    fields: dict[str, Any] = {}
    bodies: dict[str, str] = {}
    whole, left = [], []
    seen = set()
    for index, cell in enumerate(row):
        text = cell.strip()
        if not text:
            continue
        name = names[index] if index < len(names) else ""
        found = columns[index] if index < len(columns) else None
        key = (found[0].path, found[1]) if found else None
        if name.lower() in _BODY:
            whole.append(text)
        elif found is None or key in seen or found[0].parts:
            left.append(f"{name}: {text}" if name else text)
        elif found[0].form == "body":
            bodies[found[0].path] = text
        else:
            put(fields, questions, found[0], text, found[1], region)
        seen.add(key)
    told = [*whole, join_body("story", bodies)]
    body = "\n\n".join(text for text in told if text)
    return Draft("story", drop_empty(fields), body, left=tuple(left))
