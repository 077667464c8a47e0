"""Ask at a terminal what has happened since: measure by measure, how it stands, voices, words."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import click

from generator.cli.terminal_questions import ask_one, read_line, read_lines
from generator.collection.collection import Collection
from generator.collection.lay_updates import list_statuses
from generator.intake import Question, ask
from generator.intake.typed_points import read_lines_of_points
from generator.intake.update_draft import News, find_new
from generator.load.points import Region, parse_day
from generator.model import Action, Measure, Point, Story
from generator.pages.labels import say_date, say_figure
from generator.reports.escape import clean

_LEAVE = "Press Enter to leave it out"
_BODY = Question("body.done", "What has happened since?", "", "body")


@dataclass(frozen=True, slots=True)
class Since:
    """What a person told of a record: what is new of its measures, and the rest by field."""

    news: tuple[News, ...]
    status: str | None
    voices: tuple[dict[str, object], ...]
    words: str


def ask_since(record: Story | Action, collection: Collection, region: Region, told: Since) -> Since:
    """Ask for what `told` does not say yet."""
    asked = {question.name: question for question in ask("update", collection)}
    known = {news.measure.title for news in told.news}
    rest = (measure for measure in record.measures if measure.title not in known)
    news = (*told.news, *_ask_news(rest, region))
    status = told.status or ask_one(_offer(asked["status"], record), "update")
    words = told.words or str(ask_one(_BODY, "update") or "")
    return Since(news, status, tuple(ask_one(asked["voices"], "update") or ()), words)


def _offer(status: Question, record: Story | Action) -> Question:
    fitting = list_statuses(record)
    return replace(status, choices=tuple(c for c in status.choices if c.value in fitting))


def _ask_news(measures: Iterable[Measure], region: Region) -> Iterator[News]:
    for measure in measures:
        has_events = measure.events or measure.observed
        news = _ask_events(measure, region) if has_events else _ask_figures(measure, region)
        if news:
            yield news


def _ask_figures(measure: Measure, region: Region) -> News | None:
    """Ask for figures until they can be read; those that are known already are left out."""
    _head(f"What was counted since of “{measure.title}”?")
    if last := max(measure.points, key=lambda point: point.date, default=None):
        _say(f"The last: {_say_point(last, measure)} on {say_date(last.date)}.")
    _say("One on each line: the day, the value, and out of how many if that is known.")
    _say(f"Such as 2026-11-01, 3, 40. {_LEAVE}; an empty line ends it.")
    while typed := read_lines():
        read, wrong = read_lines_of_points(typed, measure.unit or "", region)
        if not wrong:
            return find_new(measure, read)
        for line in (*wrong, "Write all of them again."):
            _say(line)
    return None


def _ask_events(measure: Measure, region: Region) -> News | None:
    """Ask on which days it has happened, and until when anybody would have noticed."""
    _head(f"On which days has it happened since: “{measure.title}”?")
    if measure.events:
        _say(f"The last: {say_date(max(measure.events))}.")
    _say(f"One on each line, such as 3 March 2026. {_LEAVE}; an empty line ends it.")
    days = _read_days(region)
    until = None
    if seen := measure.observed:
        _head("Until which day would it have been noticed?")
        _say(f"So far: {say_date(seen.to)}. {_LEAVE}.")
        while (typed := read_line()) and (until := _read_day(typed, region)) is None:
            _say(f"“{typed}” is no day.")
        until = until if until and until > seen.to else None
    return News(measure, events=tuple(days), until=until) if days or until else None


def _read_days(region: Region) -> list[dt.date]:
    while typed := read_lines():
        lines = typed.splitlines()
        days = [_read_day(line, region) for line in lines]
        wrong = [line for line, day in zip(lines, days, strict=True) if day is None]
        if not wrong:
            return [day for day in days if day]
        _say(f"{', '.join(f'“{line}”' for line in wrong)}: no day. Write all of them again.")
    return []


def _read_day(text: str, region: Region) -> dt.date | None:
    day = parse_day(text, region)
    return dt.date.fromisoformat(day) if day else None


def _say_point(point: Point, measure: Measure) -> str:
    value = point.value if point.value is not None else point.count
    if value is None:
        return "not counted"
    unit = measure.unit or ""
    return say_figure(value, "%") if unit == "%" else f"{say_figure(value)} {unit}".strip()


def _head(words: str) -> None:
    click.echo(f"\n{click.style(clean(words), bold=True)}")


def _say(words: str) -> None:
    click.echo(f"  {clean(words)}")
