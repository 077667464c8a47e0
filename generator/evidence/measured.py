"""The measures of a record, judged together: what a page, a list and the data say of each.

Measures as they were written and the day of the change enter; a `Measured` leaves for each, which
works out its size, its drawing and its words when they are asked for, and a `Verdict`, which is all
that a list shows of a record.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.evidence.charts import choose_chart
from generator.evidence.charts.chart_type import INTERVAL
from generator.evidence.control_median import PointComparison
from generator.evidence.drawing import Drawing, draw, name_point
from generator.evidence.event_rates import EventComparison
from generator.evidence.figures import count_spells
from generator.evidence.label import Judgement, Label, StoryJudgement, compare, judge_comparisons
from generator.evidence.reason import write_as_of, write_next, write_reason
from generator.evidence.sentence import write_line, write_sentence
from generator.evidence.series import Baseline, Observed, Series
from generator.evidence.size import Size, find_size
from generator.model import Measure

BALANCING = "balancing"
_COUNTED_SPELLS = frozenset({"day", "week", "month", "quarter"})


def make_series(measure: Measure) -> Series:
    """Make the series of a measure, as the arithmetic sees it."""
    baseline, observed = measure.baseline, measure.observed
    return Series(
        entries=measure.points,
        kind=measure.type,
        direction=measure.direction,
        unit=measure.unit,
        per=measure.per,
        chart=measure.chart,
        baseline=Baseline(baseline.from_, baseline.to, baseline.because) if baseline else None,
        rebases=tuple(each.date for each in measure.rebase),
        target=measure.target,
        events=measure.events,
        observed=Observed(observed.from_, observed.to) if observed else None,
    )


@dataclass(frozen=True)
class Measured:
    """A measure as judged beside the others of its record."""

    measure: Measure
    comparison: PointComparison | EventComparison
    judgement: Judgement

    @property
    def label(self) -> Label:
        """How far its points bear it out."""
        return self.judgement.label

    @property
    def changed_on(self) -> dt.date | None:
        """The day of the change that it is judged by."""
        return self.comparison.changed_on

    @cached_property
    def size(self) -> Size | None:
        """How much before and after; None where a side has nothing."""
        return find_size(self.comparison, self.judgement)

    @cached_property
    def drawing(self) -> Drawing:
        """Its lines and marks."""
        return draw(self.comparison, self.judgement)

    @cached_property
    def spell(self) -> str:
        """What one point stands for: month, week, interval between events, or point."""
        compared = self.comparison
        if isinstance(compared, EventComparison):
            return INTERVAL
        chart = choose_chart(compared.series, compared.tally, len(compared.baseline))
        return name_point(chart, compared.points)

    @cached_property
    def sentence(self) -> str:
        """What it says of before and now."""
        return write_sentence(self.comparison, self.judgement, self.size, self.drawing)

    @cached_property
    def line(self) -> str:
        """Before and after in one line."""
        return write_line(self.comparison, self.judgement, self.size)

    @property
    def uncounted(self) -> int:
        """How many months, or other spells, went by without being counted."""
        if isinstance(self.comparison, EventComparison) or self.spell not in _COUNTED_SPELLS:
            return 0
        days = [point.date for point in self.comparison.points]
        return max((count_spells(days) or 0) - len(days), 0)

    @property
    def counted(self) -> str:
        """How many months were counted of those that went by; nothing where all of them were."""
        missed = self.uncounted
        if not missed:
            return ""
        count = len(self.drawing.points)
        return f"{count} counted {self.spell}s of {count + missed}"

    @property
    def reason(self) -> str:
        """Why it has its label."""
        return write_reason(self.judgement, self.spell)

    @property
    def missing(self) -> list[str]:
        """What is missing for the next label; nothing is asked of what got worse."""
        if self.judgement.is_worse:
            return []
        return write_next(self.judgement, self.spell)

    @property
    def as_of(self) -> str:
        """As of when its label stands."""
        is_day = self.spell in {"day", "week", INTERVAL}
        return write_as_of(self.judgement, is_month=not is_day)


class Figures(NamedTuple):
    """A measure in one line: what it is called, its type, before and after, and which way."""

    title: str
    kind: str
    words: str
    way: int


class Verdict(NamedTuple):
    """What a list shows of a record: its label, what it rests on, and what got worse.

    `is_worse` is of outcome and process measures, `has_harm` of balancing ones. `figures` are the
    measure that the label rests on, then what got worse, then what was watched for harm.
    """

    label: Label = Label.TOLD
    is_worse: bool = False
    has_harm: bool = False
    rests_on: str = ""
    kind: str = ""
    as_of: str = ""
    figures: tuple[Figures, ...] = ()

    @classmethod
    def unpack(cls, told: Sequence[Any]) -> "Verdict":
        """Make a verdict of the plain values that JSON gives back."""
        label, worse, harm, rests_on, kind, as_of, figures = told
        lines = tuple(Figures(*each) for each in figures)
        return cls(Label(label), worse, harm, rests_on, kind, as_of, lines)


def measure_record(
    measures: Sequence[Measure], changed_on: dt.date | None
) -> tuple[tuple[Measured, ...], StoryJudgement]:
    """Judge all measures of a record: they share the chance of being wrong."""
    comparisons = [compare(make_series(measure), changed_on) for measure in measures]
    judged = judge_comparisons(comparisons)
    found = zip(measures, comparisons, judged.measures, strict=True)
    return tuple(Measured(*each) for each in found), judged


def find_verdict(measured: Sequence[Measured], judged: StoryJudgement) -> Verdict:
    """Find what a list shows of a record whose measures are judged."""
    first = [] if judged.rests_on is None else [judged.rests_on]
    watched = [i for i, each in enumerate(measured) if each.measure.type == BALANCING]
    order = dict.fromkeys([*first, *judged.worse, *judged.harm, *watched])
    rests_on = measured[first[0]] if first else None
    return Verdict(
        label=judged.label,
        is_worse=bool(judged.worse),
        has_harm=bool(judged.harm),
        rests_on=rests_on.measure.title if rests_on else "",
        kind=rests_on.measure.type if rests_on else "",
        as_of=rests_on.as_of if rests_on else "",
        figures=tuple(
            Figures(each.measure.title, each.measure.type, each.line, each.judgement.way)
            for each in (measured[i] for i in order)
            if each.line
        ),
    )
