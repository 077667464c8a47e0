"""A file as the web form writes it, or the text of an issue, to a draft: both come as Markdown.

A file of a record begins with its fields between two lines of ---; anything else is an issue.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.collection.collection import Collection
from generator.intake import Draft
from generator.intake.decode import UnreadableError, read_sent_text
from generator.intake.draft import BESIDE
from generator.intake.from_issue import read_issue
from generator.intake.questions import WRITTEN, rows_of
from generator.load.frontmatter import read_front_matter
from generator.load.points import Region
from generator.model.field_table import FieldRow
from generator.model.field_types import SLUG

_NUMBERS = frozenset({"a number", "a whole number"})


def read_markdown(path: Path, collection: Collection, region: Region | None = None) -> list[Draft]:
    """Read a record's own file, or else an issue's text.

    Raises:
        UnreadableError: it is neither; the message says why.

    """
    text = read_sent_text(path).lstrip("\ufeff\n ")
    if not text.startswith("---"):
        return read_issue(path, collection, region)
    return [read_record(text, path.name)]


def read_record(text: str, name: str) -> Draft:
    """Read the text of a record's own file of that name.

    Raises:
        UnreadableError: its fields cannot be read; the message says why.

    """
    matter = read_front_matter(text, name)
    if isinstance(matter, tuple):
        told = (f"Line {each.place.line}: {each.message} {each.hint}".strip() for each in matter)
        raise UnreadableError("\n".join(told))
    kind = _find_kind(matter.fields)
    rows = {row.name: row for row in rows_of(kind)}
    fields = {name: _plain(value, rows.get(name)) for name, value in matter.fields.items()}
    remarks = tuple(f"Line {each.place.line}: {each.message}" for each in matter.parsed.problems)
    # Somebody else may write of the same record on the same day; the form's name tells them apart.
    stem = PurePosixPath(name).stem if kind in BESIDE else ""
    own = stem if SLUG.fullmatch(stem) else ""
    return Draft(kind, fields, matter.body, remarks=remarks, name=own)


def _find_kind(fields: Mapping[str, object]) -> str:
    """Find what a file is of: the kind of record that has the most of its fields."""
    counts = {kind: sum(row.name in fields for row in rows_of(kind)) for kind in WRITTEN}
    return max(counts, key=lambda kind: counts[kind])


def _plain(value: object, row: FieldRow | None) -> object:
    """Give numbers and claims as such, which all are text in a file."""
    if isinstance(value, dict):
        rows = {each.name: each for each in row.fields} if row else {}
        return {name: _plain(inner, rows.get(str(name))) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(each, row) for each in value]
    if isinstance(value, str) and row and value in {"true", "false"}:
        return value == "true"
    if isinstance(value, str) and row and row.form in _NUMBERS:
        try:
            number = float(value)
        except ValueError:
            return value
        return int(number) if number.is_integer() else number
    return value
