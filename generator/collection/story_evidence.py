"""What the collection's records show: each measure judged, each story's evidence and voices.

Worked out from a collection when it is first asked for, and handed to the rules and to the pages
alike, so that a label and a rule can never disagree.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from generator.collection.collection import Collection
from generator.collection.consent import Quotation, voices_for
from generator.evidence import (
    Evidence,
    Measured,
    Sides,
    judge_measure,
    judge_story,
    measure_change,
    sides_of,
)
from generator.model import Action, Measure, Story


class RecordEvidence:
    """What one record shows: its measures as judged, its evidence, and whose voices it has."""

    def __init__(
        self,
        record: Story | Action | None = None,
        changed_on: dt.date | None = None,
        sides: Sides = Sides.NONE,
        evidence: Evidence | None = None,
    ) -> None:
        """Know a record; `evidence` is what an earlier run found, if there was one."""
        self._record = record
        self._evidence = evidence
        self.changed_on = changed_on
        self.sides = sides

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """The record's measures, judged, with what they say in words."""
        return tuple(measure_change(measure, self.changed_on) for measure in self._measures)

    @cached_property
    def evidence(self) -> Evidence:
        """The strongest evidence that a measure gives."""
        if self._evidence:  # and the measures stay packed
            return self._evidence
        return judge_story(judge_measure(measure, self.changed_on) for measure in self._measures)

    @property
    def _measures(self) -> tuple[Measure, ...]:
        return self._record.measures if self._record else ()


class Findings:
    """What each record shows, by its path."""

    def __init__(
        self,
        collection: Collection | None = None,
        today: dt.date = dt.date.min,
        evidence: Mapping[str, Evidence] | None = None,
    ) -> None:
        """Know a collection; `evidence` has what was found before, by path."""
        self._collection = collection or Collection()
        self._today = today
        self._evidence = evidence or {}
        self._shown: dict[str, RecordEvidence] = {}

    def of(self, record: Story | Action) -> RecordEvidence:
        """Look up what a record shows."""
        if record.path not in self._shown:
            self._shown[record.path] = self._look_at(record.path)
        return self._shown[record.path]

    def know(self, evidence: Mapping[str, Evidence]) -> "Findings":
        """Take the evidence of these records, by path, as found."""
        return Findings(self._collection, self._today, evidence)

    def _look_at(self, path: str) -> RecordEvidence:
        # As it was read: a page may ask with a record whose words were set for print.
        record = self._collection.told_at(path)
        if record is None:
            return RecordEvidence()
        evidence = self._evidence.get(path)
        if isinstance(record, Action):
            sides = sides_of(self._voices(record), ())
            return RecordEvidence(record, record.made_on, sides, evidence)
        told: list[Story | Action] = [record, *self._collection.actions_of(record)]
        voices = [voice for each in told for voice in self._voices(each)]
        # Voices alone often tell both sides, and the rest of the record stays packed.
        sides = sides_of(voices, ())
        if sides is not Sides.BOTH:
            sides = sides_of(voices, record.experience)
        return RecordEvidence(record, self._collection.changed_on(record), sides, evidence)

    def _voices(self, record: Story | Action) -> tuple[Quotation, ...]:
        return voices_for(record, "website", self._today)


def judge_records(collection: Collection, today: dt.date) -> Findings:
    """Find out what every story and action shows, with the voices that may be shown today."""
    return Findings(collection, today)
