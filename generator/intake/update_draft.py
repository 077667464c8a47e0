"""What has happened since to the draft of an update: the points of a file that are new, and words.

A figure that is there already is left out; another value for a day that is there is a correction.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from generator.collection.lay_updates import id_of, is_same
from generator.intake.draft import Draft
from generator.intake.typed_points import write_point
from generator.model import Action, Measure, Point, Story
from generator.model.slug import make_slug


class NewFigures(NamedTuple):
    """The points of a file that a measure has not, and the days of those that correct one."""

    points: tuple[Point, ...]
    corrected: tuple[dt.date, ...]


def find_new(measure: Measure, told: Iterable[Point]) -> NewFigures:
    """Find which points a measure does not have yet, as it reads now."""
    known: dict[dt.date, list[Point]] = defaultdict(list)
    for point in measure.points:
        known[point.date].append(point)
    points = [p for p in told if not any(is_same(each, p) for each in known.get(p.date, ()))]
    return NewFigures(tuple(points), tuple(p.date for p in points if p.date in known))


def draft_update(  # noqa: PLR0913 (what an update tells)
    record: Story | Action,
    day: dt.date,
    *,
    measure: Measure | None = None,
    points: Sequence[Point] = (),
    status: str | None = None,
    words: str = "",
) -> Draft:
    """Draft the update of a record; its name tells apart what two people write on one day."""
    fields: dict[str, object] = {record.kind: record.slug, "date": day.isoformat()}
    if status:
        fields["status"] = status
    if measure and points:
        told = [write_point(point) for point in points]
        fields["measures"] = [{"measure": measure.id or measure.title, "points": told}]
    own = sha256(repr((fields, words)).encode()).hexdigest()[:6]
    name = make_slug(f"{day} {record.slug[:60]} {own}", "update")
    return Draft("update", fields, words, name=name)


def pick_measure(record: Story | Action, name: str) -> Measure | None:
    """Pick the measure of that title or `id`; without a name, the only one that has points."""
    counted = [measure for measure in record.measures if not measure.events]
    if not name:
        return counted[0] if len(counted) == 1 else None
    wanted = {name.casefold(), make_slug(name, "measure")}
    return next((m for m in counted if wanted & {m.title.casefold(), id_of(m)}), None)
