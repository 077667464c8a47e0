"""The collection as tables for a spreadsheet: stories, actions, and the points of all measures."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple, get_origin

from generator.collection.collection import Collection, url_of
from generator.collection.consent import Quotation
from generator.collection.field_outputs import carries
from generator.evidence import Verdict
from generator.exports.csv_writer import Cell, write_number, write_rows, write_table
from generator.exports.export_format import Format, Told
from generator.exports.measure_data import PointData, make_measure
from generator.model import Action, Record, Story
from generator.model.base import find_part
from generator.pages.data_files import data_url
from generator.pages.sections import Outline
from generator.pages.site_context import SiteContext
from generator.pages.types import Copy, Document, JoinedFile, PartsByFile

_MEASURES = (
    "story", "action", "number", "measure", "type", "unit", "direction", "rules", "date", "value",
    "n", "note", "centre", "lower", "upper", "signals", "chart", "evidence", "worse", "before",
    "after", "at_least", "confidence", "m", "k", "c", "p", "variation", "assurance", "file",
    "id", "count",
)  # fmt: skip
_JUDGED = _MEASURES[_MEASURES.index("chart") : _MEASURES.index("file")]
_POINTS = ("date", "value", "n", "note")


class Row(NamedTuple):
    """What the cells of a row are made of."""

    record: Story | Action
    outline: Outline
    context: SiteContext


Column = Callable[[Row], Cell]
# Sections that are columns since a later day: they come last, so that no other moves, and what is
# told of quotations since another day comes after them.
_LATEST = ("updates", "fared", "adoptions")
# What the tables tell of each quotation, by its column: a record's own, and those from elsewhere.
_TOLD_OF_QUOTES: Mapping[str, Callable[[Quotation], str]] = {
    "quotes": lambda voice: f"“{voice.words}” {voice.speaker}",
    "identity": lambda voice: voice.identity,
    "roles": lambda voice: voice.role,
    "quotes_scope": lambda voice: " ".join(voice.scope),
    "quotes_language": lambda voice: voice.language,
    "consent_ends": lambda voice: voice.ends_on.isoformat(),
}


def _join(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _write_value(value: object) -> Cell:
    """Write the value of a plain field; several are joined."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _join(str(_write_value(each)) for each in value)
    return value if isinstance(value, bool | int | float | None) else str(value)


def _make_columns(record: type[Record], *names: str) -> Mapping[str, Column]:
    """Make the columns of a table: those named, then whatever else the fields tell."""
    fields = dict(_list_columns(record))
    first = {name: _WORKED_OUT.get(name) or fields[name] for name in names}
    rest = {
        name: _WORKED_OUT.get(name, column)
        for name, column in fields.items()
        if name not in {*names, "voices", "effort_hours", "effort_cost"}
    }
    latest = {name: partial(_write_section, name) for name in _LATEST}
    quoted = {name: _WORKED_OUT[name] for name in _TOLD_OF_QUOTES if name not in first}
    told = _TOLD_OF_QUOTES.items()
    away = {f"{name}_elsewhere": partial(_write_away, tell) for name, tell in told}
    return first | rest | latest | quoted | away


def _list_columns(record: type[Record]) -> Iterator[tuple[str, Column]]:
    """List a column for each plain field that the tables carry, and for each in a group.

    Several groups of fields are one cell, in the words in which the page has them.
    """
    for name, made in record.model_fields.items():
        path = made.alias or name
        part = find_part(made.annotation)
        if not carries("csv", record.kind, path):
            continue
        if part and get_origin(made.annotation) is tuple:
            yield path, partial(_write_section, path)
        elif part:
            for inner in part.model_fields:
                if carries("csv", record.kind, f"{path}.{inner}"):
                    yield f"{path}_{inner}", partial(_write_inner, name, inner)
        else:
            yield path, partial(_write_own, name)


def _write_own(name: str, row: Row) -> Cell:
    return _write_value(getattr(row.record, name))


def _write_inner(name: str, inner: str, row: Row) -> Cell:
    return _write_value(getattr(getattr(row.record, name), inner, None))


def _write_section(name: str, row: Row) -> Cell:
    section = row.outline.by_name.get(name)
    return section.plain if section else None


def _write_quoted(tell: Callable[[Quotation], str], row: Row) -> Cell:
    return _join(map(tell, row.context.find_voices(row.record)))


def _write_away(tell: Callable[[Quotation], str], row: Row) -> Cell:
    told = row.context.collection.adoptions_of(row.record)
    return _join(tell(voice) for each in told for voice in row.context.find_voices(each))


def _write_story(row: Row) -> Cell:
    found = isinstance(row.record, Action) and row.context.collection.story_of(row.record)
    return found.slug if found else None


def _write_changed(row: Row) -> Cell:
    record = row.record
    changed = row.context.collection.changed_on(record) if isinstance(record, Story) else None
    return _write_value(changed)


def _find_verdict(row: Row) -> Verdict:
    return row.context.findings.of(row.record).verdict


# What is worked out, or told otherwise than it is written; all else is as the record has it.
_WORKED_OUT: Mapping[str, Column] = {
    "slug": lambda row: row.record.slug,
    "url": lambda row: row.context.web.join(url_of(row.record)),
    "story": _write_story,
    "domains": lambda row: _join(d.slug for d in row.context.collection.domains_of(row.record)),
    "setting": lambda row: row.context.collection.setting_of(row.record),
    "changed_on": _write_changed,
    "evidence": lambda row: row.context.findings.of(row.record).evidence.value,
    "worse": lambda row: _find_verdict(row).is_worse,
    "harm": lambda row: _find_verdict(row).has_harm,
    "rests_on": lambda row: _find_verdict(row).rests_on,
    "rests_on_type": lambda row: _find_verdict(row).kind,
    "as_of": lambda row: _find_verdict(row).as_of,
    "figures": lambda row: _join(f"{f.title}: {f.words}" for f in _find_verdict(row).figures),
    "voices": lambda row: row.context.findings.of(row.record).sides.value,
    "hours": partial(_write_inner, "effort", "hours"),
    "cost": partial(_write_inner, "effort", "cost"),
    **{name: partial(_write_quoted, tell) for name, tell in _TOLD_OF_QUOTES.items()},
}
_STORIES = _make_columns(
    Story,
    "slug", "url", "title", "summary", "date", "updated", "domains", "setting", "pathway",
    "organisation", "team", "status", "changed_on", "evidence", "voices", "quick_win",
    "strategic_links", "adapted_from", "illustrative", "quotes", "identity", "roles", "worse",
    "harm", "rests_on", "rests_on_type", "as_of", "figures",
)  # fmt: skip
_ACTIONS = _make_columns(
    Action,
    "slug", "url", "title", "summary", "story", "domains", "setting", "status", "planned_on",
    "started_on", "made_on", "stopped_on", "by", "with", "hours", "cost", "quick_win",
    "strategic_links", "quotes", "identity", "roles",
)  # fmt: skip


def write_record_row(record: Story | Action, outline: Outline, context: SiteContext) -> str:
    """Write the line of a record in the table of all stories, or of all actions."""
    columns = _STORIES if isinstance(record, Story) else _ACTIONS
    row = Row(record, outline, context)
    return write_rows([[column(row) for column in columns.values()]])


def write_measures(record: Story | Action, context: SiteContext) -> str:
    """Write a row for each point of a record's measures, with its lines and its signals."""
    story = record if isinstance(record, Story) else context.collection.story_of(record)
    action = None if isinstance(record, Story) else record.slug
    rows: list[str] = []
    for number, measured in enumerate(context.findings.of(record).measured, 1):
        measure = measured.measure
        told = make_measure(measured)
        # What is known of a measure as a whole stands in each of its rows.
        judged = (getattr(told, name) for name in _JUDGED)
        after = write_rows([[*judged, measure.file, measure.id]]).rstrip("\r\n")
        named = (story.slug if story else "", action, number, measure.title, measure.type)
        # The same words stand in every row: they are made ready to write once.
        before = write_rows([(*named, measure.unit, measure.direction, told.rules)]).rstrip("\r\n")
        rows += (
            f"{before},{row},{after},{write_number(point.count)}\r\n"
            for point, row in zip(told.points, _write_points(told.points), strict=True)
        )
    return "".join(rows)


def _write_points(points: Iterable[PointData]) -> Iterator[str]:
    """Write what differs from point to point; of all that, only a note is anybody's own words."""
    ways = {True: " better", False: " worse", None: ""}
    known: dict[tuple[float | None, ...], str] = {}
    for point in points:
        lines = (point.centre, point.lower, point.upper)
        if lines not in known:
            known[lines] = ",".join(write_number(_settle(value)) for value in lines)
        note = write_rows([[point.note]]).rstrip("\r\n") if point.note else ""
        signals = _join(f"{signal.rule}{ways[signal.better]}" for signal in point.signals)
        value, n = write_number(point.value), write_number(point.n)
        yield f"{point.date.isoformat()},{value},{n},{note},{known[lines]},{signals}"


def _settle(value: float | None) -> float | None:
    """Leave out the digits that only the computer's way of counting added."""
    return None if value is None else float(f"{value:.10g}")


def list_joined_csv() -> Iterator[JoinedFile]:
    """Make the tables of all stories, of all actions, and of the points of all measures."""
    for name, columns in (("stories", _STORIES), ("actions", _ACTIONS), ("measures", _MEASURES)):
        address = f"{name}.csv"
        yield JoinedFile(
            address, partial(_join_table, address, write_table(tuple(columns), ()).encode())
        )


def _join_table(address: str, header: bytes, shares: PartsByFile) -> bytes:
    return b"".join((header, *shares.get(address, ())))


def make_point_documents(record: Story | Action, context: SiteContext) -> tuple[Document, ...]:
    """Make the files of a record's own data anew, each at the address of the one it was read from.

    What a contributor gave is not published as it is: its notes might run as formulas.
    """
    found = {}
    for measured in context.findings.of(record).measured:
        address = data_url(record, measured, context.collection)
        if address:
            points = sorted(measured.measure.points, key=lambda point: point.date)
            has_counts = any(point.count is not None for point in points)
            columns = (*_POINTS, "count") if has_counts else _POINTS
            rows = ([getattr(p, name) for name in columns[1:]] for p in points)
            table = [(p.date.isoformat(), *row) for p, row in zip(points, rows, strict=True)]
            found[address] = Document(address, write_table(columns, table))
    return tuple(found.values())


def leave_out_remade(copies: Iterable[Copy], collection: Collection) -> tuple[Copy, ...]:
    """Leave out the data files that are made anew from their points."""
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    told: tuple[Record, ...] = (*records, *collection.updates)
    remade = {str(PurePosixPath(r.path).with_name(n)) for r in told for n in r.data_files if n}
    return tuple(copy for copy in copies if copy.path not in remade)


def _tell_shares(told: Told) -> Mapping[str, str]:
    name = "stories" if isinstance(told.record, Story) else "actions"
    return {
        f"{name}.csv": write_record_row(told.record, told.outline, told.context),
        "measures.csv": write_measures(told.record, told.context),
    }


CSV = Format(
    documents=lambda told: make_point_documents(told.record, told.context),
    shares=_tell_shares,
    joined=lambda _: list_joined_csv(),
)
