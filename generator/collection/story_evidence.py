"""What the collection's records show: each measure judged, each story's evidence and voices.

Worked out from a collection when it is first asked for, and handed to the rules and to the pages
alike, so that a label and a rule can never disagree.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from generator.collection.collection import Collection
from generator.collection.consent import voices_on_site
from generator.evidence import (
    Label,
    Measured,
    Sides,
    StoryJudgement,
    Verdict,
    find_verdict,
    measure_record,
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
        verdict: Verdict | None = None,
    ) -> None:
        """Know a record; `verdict` is what an earlier run found, if there was one."""
        self._record = record
        self._verdict = verdict
        self.changed_on = changed_on
        self.sides = sides

    @cached_property
    def _judged(self) -> tuple[tuple[Measured, ...], StoryJudgement]:
        return measure_record(self._measures, self.changed_on)

    @property
    def measured(self) -> tuple[Measured, ...]:
        """The record's measures, judged together."""
        return self._judged[0]

    @property
    def judgement(self) -> StoryJudgement:
        """Which of the measures the label rests on, and which got worse."""
        return self._judged[1]

    @cached_property
    def verdict(self) -> Verdict:
        """What a list shows of the record."""
        if self._verdict:  # and the measures stay packed
            return self._verdict
        return find_verdict(*self._judged)

    @property
    def evidence(self) -> Label:
        """The best label of its outcome and process measures."""
        return self.verdict.label

    @property
    def telling(self) -> tuple[Measured, ...]:
        """The measures that a leader is shown: what the label rests on, and all that got worse."""
        judged = self.judgement
        first = [] if judged.rests_on is None else [judged.rests_on]
        shown = [i for i in first if judged.measures[i].way]
        order = dict.fromkeys([*shown, *judged.worse, *judged.harm])
        return tuple(self.measured[i] for i in order)

    @property
    def _measures(self) -> tuple[Measure, ...]:
        return self._record.measures if self._record else ()


class Findings:
    """What each record shows, by its path."""

    def __init__(
        self,
        collection: Collection | None = None,
        today: dt.date = dt.date.min,
        verdicts: Mapping[str, Verdict] | None = None,
    ) -> None:
        """Know a collection; `verdicts` has what was found before, by path."""
        self._collection = collection or Collection()
        self._today = today
        self._verdicts = verdicts or {}
        self._shown: dict[str, RecordEvidence] = {}

    def of(self, record: Story | Action) -> RecordEvidence:
        """Look up what a record shows."""
        if record.path not in self._shown:
            self._shown[record.path] = self._look_at(record.path)
        return self._shown[record.path]

    def know(self, verdicts: Mapping[str, Verdict]) -> "Findings":
        """Take the verdicts on these records, by path, as found."""
        return Findings(self._collection, self._today, verdicts)

    def _look_at(self, path: str) -> RecordEvidence:
        # As it was read: a page may ask with a record whose words were set for print.
        record = self._collection.record_by_path.get(path)
        if not isinstance(record, Story | Action):
            return RecordEvidence()
        verdict = self._verdicts.get(path)
        if isinstance(record, Action):
            sides = sides_of(voices_on_site(record, self._today), ())
            return RecordEvidence(record, record.made_on, sides, verdict)
        told: list[Story | Action] = [record, *self._collection.actions_of(record)]
        voices = [voice for each in told for voice in voices_on_site(each, self._today)]
        # Voices alone often tell both sides, and the rest of the record stays packed.
        sides = sides_of(voices, ())
        if sides is not Sides.BOTH:
            sides = sides_of(voices, record.experience)
        return RecordEvidence(record, self._collection.changed_on(record), sides, verdict)


def judge_records(collection: Collection, today: dt.date) -> Findings:
    """Find out what every story and action shows, with the voices that may be shown today."""
    return Findings(collection, today)
