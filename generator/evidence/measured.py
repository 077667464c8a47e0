"""The values that leave this room: evidence, lines, signals, and all of them for one measure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Measure, Point


class Evidence(StrEnum):
    """How far the points bear a story out. Compare by `rank`: the values sort as words do."""

    TOLD = "told"
    MEASURED = "measured"
    SIGNAL = "signal"
    SUSTAINED = "sustained"

    @property
    def rank(self) -> int:
        """Its place from the weakest, 0, to the strongest, 3."""
        return list(Evidence).index(self)


class RuleSet(StrEnum):
    """The published rules that a chart is read by."""

    MEDIAN = "median"
    XMR = "xmr"

    @property
    def label(self) -> str:
        """The name that a reader sees."""
        return _LABELS[self]


_LABELS = {
    RuleSet.MEDIAN: "median run chart, shift and runs rules (Anhøj)",
    RuleSet.XMR: "XmR chart, NHS England Making Data Count rules",
}


@dataclass(frozen=True, slots=True)
class Phase:
    """One baseline's lines: drawn from `start` to `end`, found from `base_start` to `base_end`.

    All four are indices into the sorted points, each end exclusive. A median chart has no limits,
    and neither has a single point.
    """

    start: int
    end: int
    base_start: int
    base_end: int
    centre: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Signal:
    """Points that together are unlikely by chance, under one rule.

    `rule` is shift, runs, crossings, outside, trend or two-of-three. `way` is 1 for upwards, -1
    for downwards and 0 for neither; `is_better` says whether that way is the direction of
    improvement, and is None when the measure has no direction or the signal no way.
    """

    rule: str
    points: tuple[int, ...]
    is_better: bool | None
    way: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure as judged: its points sorted by date, its lines, its signals and its evidence.

    `signals` are read against the lines that are drawn where they stand. `grounds` are read against
    the first baseline from the change to the end, and they alone decide the evidence; the two
    differ only where a chart was rebased.
    """

    measure: Measure
    points: tuple[Point, ...]
    changed_on: dt.date | None
    change_index: int | None
    rule_set: RuleSet | None
    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...]
    grounds: tuple[Signal, ...]
    evidence: Evidence = Evidence.TOLD
    reason: str = ""
    sentence: str = ""

    @property
    def has_improved(self) -> bool:
        """Whether there is a signal of change for the better against the first baseline."""
        return any(signal.is_better is True for signal in self.grounds)

    @property
    def has_worsened(self) -> bool:
        """Whether there is a signal of change for the worse, against any lines of the chart."""
        return any(signal.is_better is False for signal in (*self.grounds, *self.signals))


def judge_story(measured: Iterable[Measured]) -> Evidence:
    """Find the highest level of a story's measures.

    A balancing measure watches for harm: whatever it shows, it never raises the level.
    """
    levels = (each.evidence for each in measured if each.measure.type != "balancing")
    return max(levels, key=lambda level: level.rank, default=Evidence.TOLD)
