"""What a comparison of before with after must answer, and the words' raw material when it cannot.

A label asks a `Comparison` and never what it is made of: points, or days of events.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from generator.evidence.series import Series

BETTER, WORSE = 1, -1
FEWEST = 6
REST_ALPHA = 0.05
LATE_ALPHA = 0.05
LATE_MONTHS = 12


class Lack(NamedTuple):
    """One thing that a label still lacks: a code, and the figures that its words need.

    `have` is what there is, `need` what there must be, `of` among how many; `since` and `until`
    are days.
    """

    code: str
    have: float = 0
    need: float = 0
    of: float = 0
    since: dt.date | None = None
    until: dt.date | None = None


class ChanceTest(NamedTuple):
    """The test that a label rests on, in one way: 1 for better, -1 for worse.

    `m` before and `k` after are points, or events with their observed `days`. Of points, `c` are
    beyond the line, and `least` are enough (None: even all of them would be too few).
    """

    way: int
    alpha: float
    m: int
    k: int
    p: float
    c: int | None = None
    least: int | None = None
    line: float | None = None
    days: tuple[int, int] | None = None


class Comparison(Protocol):
    """A measure on both sides of a change."""

    series: Series
    as_of: dt.date | None

    def find_gap(self) -> Lack | None:
        """Find why nothing can be compared, if nothing can."""

    def find_shortages(self) -> tuple[Lack, ...]:
        """Find what is too little on either side to judge: condition 2."""

    def find_lacks(self, way: int, alpha: float) -> Iterator[Lack]:
        """Find which of the other conditions are not met for one way, in their order."""

    def find_late_lack(self) -> Lack | None:
        """Find what is missing to say that a change for the better is sustained."""

    def make_test(self, way: int, alpha: float) -> ChanceTest:
        """Make the test of condition 1."""
