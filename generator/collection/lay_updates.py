"""Updates laid over their record, by date and then by file name, whichever was merged first.

A record and its updates enter; the record as it reads now leaves, knowing of each value in which
file it stands, and every correction with both values. Points, events and voices are added; for the
status and the contact the latest speaker wins, the record's own file or an update. Nothing is taken
away.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeVar

from generator.model import Action, Measure, NewPoints, Observed, Point, Record, Story, Update
from generator.model.places import Keys
from generator.model.shared_fields import STATUSES
from generator.model.slug import make_slug

Told = TypeVar("Told", Story, Action)
# The day of an action that a new status stands for, where the action does not say it itself.
_DATED = {"testing": "started_on", "made": "made_on", "stopped": "stopped_on"}
_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Added:
    """A point that an update added, or put in the place of `before`, by its measure's number."""

    measure: int
    point: Point
    before: Point | None
    update: Update


@dataclass(frozen=True, slots=True)
class _Standing:
    """A point, and where it stands: in the file of which record, under which keys."""

    point: Point
    record: Record
    keys: Keys


@dataclass(slots=True)
class _Over:
    """What is laid over a record: the values by their fields, and where what is new stands."""

    values: dict[str, object]
    laid: dict[Keys, tuple[Record, Keys]]


def id_of(measure: Measure) -> str:
    """Name a measure by its `id`, or else as its title makes one."""
    return measure.id or make_slug(measure.title, "measure")


def find_measure(record: Story | Action, name: str) -> int | None:
    """Find the number of the measure that an update calls by its `id` or its title."""
    slug = make_slug(name, "measure")
    for wanted in (name, slug):
        for number, measure in enumerate(record.own.measures):
            if wanted in {id_of(measure), measure.title}:
                return number
    return None


class Laid(NamedTuple):
    """The stories and the actions with all their updates laid over them."""

    stories: list[Story]
    actions: list[Action]


def lay_all(updates: Iterable[Update], stories: Iterable[Story], actions: Iterable[Action]) -> Laid:
    """Lay sound updates, which are in order and name their records, over those records."""
    mine: dict[tuple[str, str], list[Update]] = defaultdict(list)
    for update in updates:
        if not update.faulty:
            kind = "story" if update.story else "action"
            mine[kind, update.story or update.action or ""].append(update)

    def lay(record: Told) -> Told:
        since = mine.get((record.kind, record.slug))
        return lay_updates(record, since) if since else record

    return Laid([lay(story) for story in stories], [lay(action) for action in actions])


def lay_updates(record: Told, updates: Sequence[Update]) -> Told:
    """Lay the updates of a record, which are in order, over it."""
    over = _Over({}, {})
    _lay_latest(record, updates, over)
    _lay_voices(record, updates, over)
    if any(update.measures for update in updates):
        _lay_measures(record, updates, over)
    keys = [record.key, *(update.key for update in updates)]
    return record.lay_over(over.values, over.laid, "+".join(keys) if all(keys) else "")


def list_added(record: Story | Action, updates: Sequence[Update]) -> list[Added]:
    """List the points that updates added and replaced, measure by measure."""
    numbers = range(len(record.own.measures) if any(each.measures for each in updates) else 0)
    return [added for number in numbers for added in _lay_points(record.own, number, updates)[1]]


def _speaks_as_of(record: Story | Action) -> dt.date:
    """Find the day as of which a record's own file speaks."""
    if isinstance(record, Story):
        return record.updated or record.date or dt.date.min
    days = (record.planned_on, record.started_on, record.made_on, record.stopped_on)
    return max(filter(None, days), default=dt.date.min)


def _lay_latest(record: Story | Action, updates: Sequence[Update], over: _Over) -> None:
    """Let the latest speaker say how it stands, and whom to ask."""
    since = _speaks_as_of(record)
    for update in updates:
        if update.date < since:
            continue
        if isinstance(record, Story):
            if update.date > since:
                over.values["updated"] = update.date
                over.laid["updated",] = (update, ("date",))
            if update.contact:
                over.values["contact"] = update.contact
                over.laid["contact",] = (update, ("contact",))
        if update.status and update.status in list_statuses(record):
            over.values["status"] = update.status
            over.laid["status",] = (update, ("status",))
            name = _DATED.get(update.status)
            if name and isinstance(record, Action) and getattr(record, name) is None:
                over.values[name] = update.date
                over.laid[name,] = (update, ("date",))


def list_statuses(record: Story | Action) -> tuple[str, ...]:
    """List what the status of a record may be; a story is never planned alone."""
    return tuple(s for s in STATUSES if s != "planned" or isinstance(record, Action))


def _lay_voices(record: Story | Action, updates: Sequence[Update], over: _Over) -> None:
    voices = list(record.voices)
    for update in updates:
        for number, voice in enumerate(update.voices):
            over.laid["voices", len(voices)] = (update, ("voices", number))
            language = voice.language or update.language
            voices.append(voice.model_copy(update={"language": language}) if language else voice)
    if len(voices) > len(record.voices):
        over.values["voices"] = tuple(voices)


def _lay_measures(record: Story | Action, updates: Sequence[Update], over: _Over) -> None:
    measures = list(record.measures)
    for number, measure in enumerate(measures):
        mine = list(_list_new(record, number, updates))
        if not mine:
            continue
        standing, _ = _lay_points(record, number, updates)
        for at, each in enumerate(standing):
            over.laid["measures", number, "points", at] = (each.record, each.keys)
        events = _lay_events(measure, mine)
        for at, (_, update, there) in enumerate(events):
            if update is not None:
                over.laid["measures", number, "events", at] = (
                    update,
                    ("measures", there, "events"),
                )
        points = tuple(each.point for each in standing)
        values = {
            "points": points,
            "events": tuple(day for day, *_ in events),
            "observed": _lay_observed(measure.observed, mine),
        }
        measures[number] = measure.model_copy(update=values)
    over.values["measures"] = tuple(measures)


_New = tuple[Update, int, NewPoints]


def _list_new(record: Story | Action, number: int, updates: Iterable[Update]) -> Iterable[_New]:
    """List what updates have of one measure, each with its number in its update."""
    for update in updates:
        for there, new in enumerate(update.measures):
            if find_measure(record, new.measure) == number:
                yield update, there, new


def _lay_points(
    record: Story | Action, number: int, updates: Iterable[Update]
) -> tuple[list[_Standing], list[Added]]:
    """Add the new points of a measure to its own, in order, and note what they replace."""
    own = record.measures[number].points
    standing = [
        _Standing(point, record, ("measures", number, "points", at)) for at, point in enumerate(own)
    ]
    added = []
    for update, news in _group(_list_new(record, number, updates)):
        days: Mapping[dt.date, list[_Standing]] = defaultdict(list)
        for each in standing:
            days[each.point.date].append(each)
        gone: list[_Standing] = []
        for there, new in news:
            for at, point in enumerate(new.points):
                keys = ("measures", there, "points", at)
                known = days.get(point.date, [])
                # A gap takes no value away, and the same again is nothing.
                if known and (_is_gap(point) or any(is_same(each.point, point) for each in known)):
                    continue
                before = known[-1].point if known else None
                added.append(Added(number, point, before, update))
                if before:
                    gone += known
                    known.clear()
                    point = point.model_copy(update={"note": point.note or before.note})  # noqa: PLW2901
                standing.append(_Standing(point, update, keys))
        if gone:
            left = {id(each) for each in gone}
            standing = [each for each in standing if id(each) not in left]
    if all(before.date <= after.date for before, after in pairwise(own)):
        standing.sort(key=lambda each: each.point.date)
    return standing, added


def _group(news: Iterable[_New]) -> Iterable[tuple[Update, list[tuple[int, NewPoints]]]]:
    """Group what is new by its update: within one, no point corrects another."""
    groups: dict[str, tuple[Update, list[tuple[int, NewPoints]]]] = {}
    for update, there, new in news:
        groups.setdefault(update.path, (update, []))[1].append((there, new))
    return groups.values()


def _is_gap(point: Point) -> bool:
    return point.value is None and point.count is None


def is_same(known: Point, new: Point) -> bool:
    """Whether a point says nothing that is not known; one without its n may leave it out."""
    same = (known.value, known.count) == (new.value, new.count)
    return same and (new.n is None or new.n == known.n)


def _lay_events(measure: Measure, news: Iterable[_New]) -> list[tuple[dt.date, Update | None, int]]:
    """Add the days of new events; a day that is told again counts once."""
    days: list[tuple[dt.date, Update | None, int]] = [(day, None, 0) for day in measure.events]
    for update, there, new in news:
        known = Counter(day for day, *_ in days)
        told = Counter(new.events)
        days += [(day, update, there) for day in (told - known).elements()]
    return sorted(days, key=lambda each: each[0])


def _lay_observed(observed: Observed | None, news: Iterable[_New]) -> Observed | None:
    """Lengthen the days of looking by those that join on to them."""
    for _, _, new in news:
        more = new.observed
        if more is None:
            continue
        if observed is None:
            observed = more
        elif more.from_ <= observed.to + _A_DAY and observed.from_ <= more.to + _A_DAY:
            first, last = min(observed.from_, more.from_), max(observed.to, more.to)
            observed = observed.model_copy(update={"from_": first, "to": last})
    return observed
