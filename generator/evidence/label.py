"""The label of a measure and of a story: computed, never claimed, and seldom wrong.

Series and the day of the change enter; a `StoryJudgement` leaves. Where nothing changed, at most 1
story in 20 has a signal, and at most 1 in 20 is worse, in its outcome and process measures and once
more in its balancing ones: the level is shared among the measures that are judged.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.evidence.comparison import BETTER, WORSE, ChanceTest, Comparison, Lack
from generator.evidence.control_median import PointComparison
from generator.evidence.event_rates import EventComparison
from generator.evidence.series import Series

ALPHA = 0.05
BALANCING = "balancing"


class Label(StrEnum):
    """How far the points bear a story out. Compare by `rank`: the values sort as words do."""

    TOLD = "told"
    MEASURED = "measured"
    SIGNAL = "signal"
    SUSTAINED = "sustained"

    @property
    def rank(self) -> int:
        """Its place from the weakest, 0, to the strongest, 3."""
        return _RANKS[self]


_RANKS = {label: rank for rank, label in enumerate(Label)}  # asked for of every measure


@dataclass(frozen=True, slots=True)
class Judgement:
    """A measure as judged: its label, whether it is worse, and what the next label lacks.

    `test` is that for the worse where the measure is worse, else that for the better; None where
    there was nothing to test. `as_of` is the last day that was counted.
    """

    label: Label
    is_worse: bool = False
    lacks: tuple[Lack, ...] = ()
    test: ChanceTest | None = None
    as_of: dt.date | None = None

    @property
    def way(self) -> int:
        """1 where it is better, -1 where it is worse, and 0 where neither is shown."""
        return WORSE if self.is_worse else BETTER if self.label.rank >= Label.SIGNAL.rank else 0


@dataclass(frozen=True, slots=True)
class StoryJudgement:
    """A story as judged: its label, the measure that it rests on, and what got worse.

    Measures are told by their place in the story; `worse` are outcome and process measures, `harm`
    the balancing ones.
    """

    label: Label
    measures: tuple[Judgement, ...]
    rests_on: int | None
    worse: tuple[int, ...]
    harm: tuple[int, ...]


def compare(series: Series, changed_on: dt.date | None) -> PointComparison | EventComparison:
    """Compare a series before a change with after it."""
    kind = EventComparison if series.has_events else PointComparison
    return kind(series, changed_on)


def judge_story(measures: Sequence[Series], changed_on: dt.date | None) -> StoryJudgement:
    """Judge all measures of a story together: they share the chance of being wrong."""
    return judge_comparisons([compare(series, changed_on) for series in measures])


def judge_comparisons(comparisons: Sequence[Comparison]) -> StoryJudgement:
    """Judge what was compared already."""
    is_balancing_at = [each.series.kind == BALANCING for each in comparisons]
    shares = [is_balancing_at[i] for i, each in enumerate(comparisons) if is_judged(each)]
    found = [
        judge_measure(each, ALPHA / max(shares.count(is_balancing_at[i]), 1))
        for i, each in enumerate(comparisons)
    ]
    ranked = [
        (-judged.label.rank, comparisons[i].series.kind != "outcome", i)
        for i, judged in enumerate(found)
        if not is_balancing_at[i]
    ]
    rests_on = min(ranked)[2] if ranked else None
    worse = [i for i, judged in enumerate(found) if judged.is_worse]
    return StoryJudgement(
        label=Label.TOLD if rests_on is None else found[rests_on].label,
        measures=tuple(found),
        rests_on=rests_on,
        worse=tuple(i for i in worse if not is_balancing_at[i]),
        harm=tuple(i for i in worse if is_balancing_at[i]),
    )


def is_judged(comparison: Comparison) -> bool:
    """Whether a measure takes a share of the level: it has a direction, and enough on each side."""
    if not comparison.series.better or comparison.find_gap():
        return False
    return not comparison.find_shortages()


def judge_measure(comparison: Comparison, alpha: float) -> Judgement:
    """Judge one measure at its share of the level."""
    as_of = comparison.as_of
    if gap := comparison.find_gap():
        return Judgement(Label.TOLD, lacks=(gap,), as_of=as_of)
    if not comparison.series.better:
        return Judgement(Label.MEASURED, lacks=(Lack("no-direction"),), as_of=as_of)
    test = comparison.make_test(BETTER, alpha)
    if shortages := comparison.find_shortages():
        return Judgement(Label.MEASURED, lacks=shortages, test=test, as_of=as_of)
    is_balancing = comparison.series.kind == BALANCING
    lacks = tuple([Lack("balancing")] if is_balancing else comparison.find_lacks(BETTER, alpha))
    if lacks:
        if next(comparison.find_lacks(WORSE, alpha), None) is None:
            test = comparison.make_test(WORSE, alpha)
            return Judgement(Label.MEASURED, True, lacks, test, as_of)  # noqa: FBT003
        return Judgement(Label.MEASURED, lacks=lacks, test=test, as_of=as_of)
    late = comparison.find_late_lack()
    label = Label.SIGNAL if late else Label.SUSTAINED
    return Judgement(label, lacks=(late,) if late else (), test=test, as_of=as_of)
