"""What has happened since to the draft of an update: the points of a file that are new, and words.

A figure that is there already is left out; another value for a day that is there is a correction.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from generator.collection.collection import Collection
from generator.collection.lay_updates import id_of, is_same
from generator.collection.record_names import RecordNames, read_example
from generator.intake.draft import Draft
from generator.intake.typed_points import write_point
from generator.model import Action, Measure, Point, Story
from generator.model.slug import make_slug


class News(NamedTuple):
    """What is new of a measure: points that it has not, days of events, and how long was looked.

    `corrected` are the days of those points that take the place of another.
    """

    measure: Measure
    points: tuple[Point, ...] = ()
    corrected: tuple[dt.date, ...] = ()
    events: tuple[dt.date, ...] = ()
    until: dt.date | None = None


def find_new(measure: Measure, told: Iterable[Point]) -> News:
    """Find which points a measure does not have yet, as it reads now."""
    known: dict[dt.date, list[Point]] = defaultdict(list)
    for point in measure.points:
        known[point.date].append(point)
    points = [p for p in told if not any(is_same(each, p) for each in known.get(p.date, ()))]
    return News(measure, tuple(points), tuple(p.date for p in points if p.date in known))


def draft_update(  # noqa: PLR0913 (what an update tells)
    record: Story | Action,
    day: dt.date,
    *,
    news: Iterable[News] = (),
    status: str | None = None,
    voices: Sequence[Mapping[str, object]] = (),
    words: str = "",
) -> Draft:
    """Draft the update of a record; its name tells apart what two people write on one day."""
    fields: dict[str, object] = {record.kind: record.slug, "date": day.isoformat()}
    if status:
        fields["status"] = status
    if told := [part for each in news if len(part := _write_news(each)) > 1]:
        fields["measures"] = told
    if voices:
        fields["voices"] = list(voices)
    return Draft("update", fields, words, name=_name_file(record.slug, fields, words))


def settle_update(told: Mapping[str, object], words: str, collection: Collection) -> Draft:
    """Make the draft of what somebody wrote into a form, its story and measures by their names.

    The story is told by its title, its address or its slug, and may be an action. What is none
    stays as it was written, where the checker points at it.
    """
    fields = dict(told)
    written = str(fields.pop("story", "") or "").strip()
    record = _find_record(written, collection)
    named: dict[str, object] = {record.kind: record.slug} if record else {"story": written or None}
    groups = fields.get("measures")
    if record and isinstance(groups, list):
        fields["measures"] = [_name_measure(each, record) for each in groups]
    slug = record.slug if record else make_slug(written, "story")
    fields = {**named, **fields}
    return Draft("update", fields, words, name=_name_file(slug, fields, words))


def _find_record(written: str, collection: Collection) -> Story | Action | None:
    """Find the story or the action that somebody means."""
    names = RecordNames(collection.stories, collection.actions)
    kind, slug = read_example(written)
    slugs = (slug, make_slug(written, "story")) if written else ()
    kinds = dict.fromkeys((kind, "story", "action"))
    found = (names.find(each, name) for name in slugs for each in kinds)
    record = next((each for each in found if each), None)
    if record is not None:
        return record
    wanted = " ".join(written.casefold().split())
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    return next((r for r in records if " ".join(r.title.casefold().split()) == wanted), None)


def _name_measure(group: dict[str, object], record: Story | Action) -> dict[str, object]:
    """Name a measure as its record does; one that is not named is the only one there is."""
    found = pick_measure(record, str(group.get("measure") or "").strip())
    return {**group, "measure": found.id or found.title} if found else group


def _name_file(slug: str, fields: Mapping[str, object], words: str) -> str:
    """Name the file after its day and its record; what two people write on one day differs."""
    own = sha256(repr((fields, words)).encode()).hexdigest()[:6]
    return make_slug(f"{fields.get('date') or ''} {slug[:60]} {own}", "update")


def _write_news(news: News) -> dict[str, object]:
    measure = news.measure
    part: dict[str, object] = {"measure": measure.id or measure.title}
    if news.points:
        part["points"] = [write_point(point) for point in news.points]
    if news.events:
        part["events"] = [day.isoformat() for day in news.events]
    if news.until and measure.observed:
        begun = measure.observed.to + dt.timedelta(days=1)
        part["observed"] = {"from": begun.isoformat(), "to": news.until.isoformat()}
    return part


def pick_measure(record: Story | Action, name: str) -> Measure | None:
    """Pick the measure of that title or `id`; without a name, the only one that has points."""
    counted = [measure for measure in record.measures if not measure.events]
    if not name:
        return counted[0] if len(counted) == 1 else None
    wanted = {name.casefold(), make_slug(name, "measure")}
    return next((m for m in counted if wanted & {m.title.casefold(), id_of(m)}), None)
