"""The collection as tables for a spreadsheet: stories, actions, and the points of all measures."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from generator.collection.collection import Collection, url_of
from generator.evidence import Measured
from generator.exports.csv_writer import Cell, write_number, write_rows, write_table
from generator.exports.measure_data import list_points, make_measure
from generator.model import Action, Story
from generator.pages.data_files import data_url
from generator.pages.site_context import SiteContext
from generator.pages.types import Copy, Document, JoinedFile, PartsByFile

_STORIES = (
    "slug", "url", "title", "summary", "date", "updated", "domains", "setting", "pathway",
    "organisation", "team", "status", "changed_on", "evidence", "voices", "quick_win",
    "strategic_links", "adapted_from", "illustrative", "quotes", "identity", "worse", "harm",
    "rests_on", "rests_on_type", "as_of", "figures",
)  # fmt: skip
_ACTIONS = (
    "slug", "url", "title", "summary", "story", "domains", "setting", "status", "planned_on",
    "started_on", "made_on", "stopped_on", "by", "with", "hours", "cost", "quick_win",
    "strategic_links", "quotes", "identity",
)  # fmt: skip
_MEASURES = (
    "story", "action", "number", "measure", "type", "unit", "direction", "rules", "date", "value",
    "n", "note", "centre", "lower", "upper", "signals", "chart", "evidence", "worse", "before",
    "after", "at_least", "confidence", "m", "k", "c", "p", "variation", "assurance",
)  # fmt: skip
_POINTS = ("date", "value", "n", "note")


def _join(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _say_day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _say_quotes(record: Story | Action, context: SiteContext) -> str:
    return _join(f"“{voice.quote}” {voice.speaker}" for voice in context.find_voices(record))


def _say_identities(record: Story | Action, context: SiteContext) -> str:
    """Say how far each of the quotations gives its speaker away, in the order of the quotations."""
    return _join(voice.identity for voice in context.find_voices(record))


def make_story_row(story: Story, context: SiteContext) -> Sequence[Cell]:
    """Make the row of a story."""
    shown = context.findings.of(story)
    verdict = shown.verdict
    return (
        story.slug,
        context.web.join(url_of(story)),
        story.title,
        story.summary,
        _say_day(story.date),
        _say_day(story.updated),
        _join(story.domains),
        story.setting,
        story.pathway,
        story.organisation,
        story.team,
        story.status,
        _say_day(context.collection.changed_on(story)),
        shown.evidence.value,
        shown.sides.value,
        story.quick_win,
        _join(story.strategic_links),
        story.adapted_from,
        story.illustrative,
        _say_quotes(story, context),
        _say_identities(story, context),
        verdict.is_worse,
        verdict.has_harm,
        verdict.rests_on,
        verdict.kind,
        verdict.as_of,
        _join(f"{each.title}: {each.words}" for each in verdict.figures),
    )


def make_action_row(action: Action, context: SiteContext) -> Sequence[Cell]:
    """Make the row of an action."""
    effort, story = action.effort, context.collection.story_of(action)
    return (
        action.slug,
        context.web.join(url_of(action)),
        action.title,
        action.summary,
        story.slug if story else None,
        _join(domain.slug for domain in context.collection.domains_of(action)),
        context.collection.setting_of(action),
        action.status,
        _say_day(action.planned_on),
        _say_day(action.started_on),
        _say_day(action.made_on),
        _say_day(action.stopped_on),
        action.by,
        action.with_,
        effort.hours if effort else None,
        effort.cost if effort else None,
        action.quick_win,
        _join(action.strategic_links),
        _say_quotes(action, context),
        _say_identities(action, context),
    )


def write_measures(record: Story | Action, context: SiteContext) -> str:
    """Write a row for each point of a record's measures, with its lines and its signals."""
    story = record if isinstance(record, Story) else context.collection.story_of(record)
    action = None if isinstance(record, Story) else record.slug
    rows: list[str] = []
    for number, measured in enumerate(context.findings.of(record).measured, 1):
        measure = measured.measure
        drawing = measured.drawing
        rules = (
            f"{drawing.chart.words.title}: {drawing.chart.words.rules}" if drawing.phases else ""
        )
        named = (story.slug if story else "", action, number, measure.title, measure.type)
        # The same words stand in every row: they are made ready to write once.
        before = write_rows([(*named, measure.unit, measure.direction, rules)]).rstrip("\r\n")
        after = write_rows([_list_judged(measured)]).rstrip("\r\n")
        rows += (f"{before},{row},{after}\r\n" for row in _write_points(measured))
    return "".join(rows)


def _list_judged(measured: Measured) -> Sequence[Cell]:
    """List what is known of a measure as a whole, which stands in each of its rows."""
    told = make_measure(measured)
    return (
        told.chart, told.evidence, told.worse, told.before, told.after, told.at_least,
        told.confidence, told.m, told.k, told.c, told.p, told.variation, told.assurance,
    )  # fmt: skip


def _write_points(measured: Measured) -> Iterator[str]:
    """Write what differs from point to point; of all that, only a note is anybody's own words."""
    ways = {True: " better", False: " worse", None: ""}
    known: dict[tuple[float | None, ...], str] = {}
    for point in list_points(measured):
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


def write_story_row(story: Story, context: SiteContext) -> str:
    """Write the line of a story in the table of all stories."""
    return write_rows([make_story_row(story, context)])


def write_action_row(action: Action, context: SiteContext) -> str:
    """Write the line of an action in the table of all actions."""
    return write_rows([make_action_row(action, context)])


def list_joined_csv() -> Iterator[JoinedFile]:
    """Make the tables of all stories, of all actions, and of the points of all measures."""
    for name, columns in (("stories", _STORIES), ("actions", _ACTIONS), ("measures", _MEASURES)):
        address = f"{name}.csv"
        yield JoinedFile(address, partial(_join_table, address, write_table(columns, ()).encode()))


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
            rows = [[getattr(p, name) for name in ("value", "n", "note", "count")] for p in points]
            table = [
                (p.date.isoformat(), *row[: len(columns) - 1])
                for p, row in zip(points, rows, strict=True)
            ]
            found[address] = Document(address, write_table(columns, table))
    return tuple(found.values())


def leave_out_remade(copies: Iterable[Copy], collection: Collection) -> tuple[Copy, ...]:
    """Leave out the data files that are made anew from their points."""
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    remade = {str(PurePosixPath(r.path).with_name(n)) for r in records for n in r.data_files if n}
    return tuple(copy for copy in copies if copy.path not in remade)
