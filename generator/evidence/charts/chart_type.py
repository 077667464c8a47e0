"""What every type of chart is asked: its lines, its marks, and its words.

A type is an object of a file of its own; adding one is that file and its place in the registry.
Nothing else asks which type it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from generator.evidence.marks import Judged, Line, Mark
from generator.evidence.series import Counted, Series, Tally


@dataclass(frozen=True, slots=True)
class Words:
    """What a chart type is called, with the plain word beside each term.

    `rules` credits each rule by which its points are marked to its author; `needs` says what a
    series must have for this type, to the person who asked for it. `point` is what a point stands
    for where it is no spell of time that keeps a rhythm, such as a month.
    """

    title: str
    centre: str
    limits: str
    rules: str
    needs: str = ""
    point: str = ""


class ChartType(Protocol):
    """A type of chart."""

    name: ClassVar[str]
    words: ClassVar[Words]

    def fits(self, series: Series, tally: Tally) -> bool:
        """Whether a series has what this type needs."""

    def find_lines(self, points: Sequence[Counted], base: range, scale: float) -> list[Line]:
        """Find the lines at every point from those of the baseline, at least one, uncut."""

    def find_marks(self, judged: Judged) -> list[Mark]:
        """Find the marks among the judged points."""


INTERVAL = "interval"
MEAN = "mean (average before the change)"
MEDIAN = "median (middle value before the change)"
LIMITS = "control limits (expected range)"
RUNS_RULES = "long runs and few crossings (Anhøj and Olesen 2014)"
LIMIT_RULES = f"points outside the limits (Shewhart 1931); {RUNS_RULES}"
