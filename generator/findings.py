"""What the collection's records show: each measure judged, each story's evidence and voices.

Worked out once, from a collection, and handed to the rules and to the pages alike, so that a label
and a rule can never disagree.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.collection import Collection
from generator.measure import Evidence, Measured, Sides, find_sides, judge_story, measure_change
from generator.records import Action, Story, Voice


@dataclass(frozen=True, slots=True)
class Shown:
    """What one record shows: its measures as judged, its evidence, and whose voices it has."""

    measured: tuple[Measured, ...] = ()
    evidence: Evidence = Evidence.TOLD
    sides: Sides = Sides.NONE


@dataclass(frozen=True, slots=True)
class Findings:
    """What each record shows, by its path."""

    by_path: Mapping[str, Shown] = field(default_factory=dict)

    def of(self, record: Story | Action) -> Shown:
        """Look up what a record shows."""
        return self.by_path.get(record.path, Shown())


def find_out(collection: Collection, today: dt.date) -> Findings:
    """Find out what every story and action shows, with the voices that may be shown today."""
    found: dict[str, Shown] = {}
    for story in collection.stories:
        actions = collection.actions_of(story)
        voices = [*story.voices, *(voice for action in actions for voice in action.voices)]
        found[story.path] = _judge(story, collection.changed_on(story), voices, today)
    for action in collection.actions:
        found[action.path] = _judge(action, action.made_on, list(action.voices), today)
    return Findings(found)


def _judge(
    record: Story | Action, changed_on: dt.date | None, voices: list[Voice], today: dt.date
) -> Shown:
    shown = [voice for voice in voices if voice.may_be_shown("website", today)]
    measured = tuple(measure_change(measure, changed_on) for measure in record.measures)
    experience = record.experience if isinstance(record, Story) else ()
    return Shown(measured, judge_story(measured), find_sides(shown, experience))
