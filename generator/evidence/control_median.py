"""Points before a change against points after it: the conditions of a label, one by one.

A series and a day enter. Every question may be asked for the better and, mirrored, for the worse;
all are answered from ranks, so that neither the unit nor the scale can change an answer. How often
chance alone would give the same is for `count_rule` to say.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from generator.evidence.comparison import (
    BETTER,
    FEWEST,
    LATE_ALPHA,
    LATE_MONTHS,
    WORSE,
    ChanceTest,
    Lack,
)
from generator.evidence.count_rule import find_least, find_line_rank, find_tails, passes
from generator.evidence.months import add_months, find_halves
from generator.evidence.people import Pool, find_overlap, find_uncounted, pool
from generator.evidence.rest import find_movement
from generator.evidence.series import PER_CENT, Series, count_points, rank_values
from generator.evidence.trend_line import line_leads_there

LATEST = 6
LONGEST_SILENCE = 4


class PointComparison:
    """A series of points on both sides of a change."""

    def __init__(self, series: Series, changed_on: dt.date | None) -> None:
        """Count the points, and rank them from worse to better."""
        self.series, self.changed_on = series, changed_on
        self.tally = count_points(series)
        self.points = self.tally.points
        chosen = series.baseline and (series.baseline.first, series.baseline.last)
        self.before, self.baseline, self.after = find_halves(self.points, changed_on, chosen)
        goods = [rank * series.better for rank in rank_values(self.tally.values)]
        self._goods = {BETTER: goods, WORSE: [-good for good in goods]}
        self._lines: dict[tuple[range, int], tuple[int, int]] = {}
        self._tests: dict[tuple[int, float], ChanceTest] = {}
        self.as_of = self.points[-1].date if self.points else None

    @cached_property
    def pools(self) -> tuple[Pool, Pool] | None:
        """The people counted before and after; None where they cannot be counted, or have no n."""
        if not (self.series.counts_people and self.tally.has_n):
            return None
        if find_uncounted(self.series, self.tally):
            return None
        before, after = (self.points[s.start : s.stop] for s in (self.baseline, self.after))
        return pool(before), pool(after)

    def find_gap(self) -> Lack | None:
        """Find why nothing can be compared: no points, no day of a change, or one side empty."""
        if not self.points:
            return Lack("no-points")
        if self.changed_on is None:
            return Lack("no-change", of=len(self.points))
        if not self.after:
            return Lack("none-after", of=len(self.points), since=self.changed_on)
        if not self.baseline:
            code = "none-in-baseline" if self.before else "none-before"
            return Lack(code, of=len(self.points), since=self.changed_on)
        return None

    def find_shortages(self) -> tuple[Lack, ...]:
        """Find which side has fewer than 6 points."""
        sides = (("short-before", self.baseline), ("short-after", self.after))
        return tuple(Lack(code, len(r), FEWEST) for code, r in sides if len(r) < FEWEST)

    def find_lacks(self, way: int, alpha: float) -> Iterator[Lack]:
        """Find which of conditions 1 and 3 to 6 are not met for one way."""
        test = self.make_test(way, alpha)
        if not passes(test.p, alpha):
            is_best = self._is_at_its_best(test.line or 0.0, way)
            code = "at-best" if is_best else "too-few-better"
            yield Lack(code, test.c or 0, test.least or 0, test.k)
        if move := self.find_move(way, alpha):
            yield move
        latest = self._find_goods(self.after[-LATEST:], way)
        _, line = self._find_line(self.baseline, way)
        now = sum(good > line for good in latest)
        if 2 * now <= len(latest):
            yield Lack("not-now", now, len(latest) // 2 + 1, len(latest))
        if lack := self._find_chosen(way, alpha):
            yield lack
        if lack := self._find_people(way, alpha):
            yield lack

    def find_move(self, way: int, alpha: float) -> Lack | None:
        """Find that the baseline moved by itself, or led to what is found after the change."""
        before, after = (self._find_goods(side, way) for side in (self.baseline, self.after))
        if movement := find_movement(tuple(before)):
            return movement
        if passes(self.make_test(way, alpha).p, alpha) and line_leads_there(before, after):
            return Lack("baseline-leads")
        return None

    def find_late_lack(self) -> Lack | None:
        """Find what is missing to be sustained: steady counting, a year, and the rule after it."""
        if self.changed_on is None:
            return Lack("no-change")
        late_from = add_months(self.changed_on, LATE_MONTHS)
        days = [self.changed_on, *(self.points[i].date for i in self.after)]
        for since, until in pairwise(days):
            if add_months(since, LONGEST_SILENCE) < until:
                return Lack("silence", need=LONGEST_SILENCE, since=since, until=until)
        late = find_halves(self.points, late_from).after
        if len(late) < FEWEST:
            return Lack("short-late", len(late), FEWEST, since=late_from)
        count, _ = self._count_beyond(self.baseline, late, BETTER)
        if passes(find_tails(len(self.baseline), len(late))[count], LATE_ALPHA):
            return None
        least = find_least(len(self.baseline), len(late), LATE_ALPHA)
        return Lack("late-too-few", count, least or 0, len(late), since=late_from)

    def make_test(self, way: int, alpha: float) -> ChanceTest:
        """Make the count rule's test, once: a label, a size and its words rest on the same."""
        if (way, alpha) not in self._tests:
            self._tests[way, alpha] = self._make_test(way, alpha)
        return self._tests[way, alpha]

    def _make_test(self, way: int, alpha: float) -> ChanceTest:
        m, k = len(self.baseline), len(self.after)
        count, line = self._count_beyond(self.baseline, self.after, way)
        least = find_least(m, k, alpha)
        return ChanceTest(way, alpha, m, k, find_tails(m, k)[count], count, least, line)

    def find_bound(self, test: ChanceTest) -> float | None:
        """Find how far beyond the line the points after are at least, at 1 - alpha.

        The (k - least + 1)-th of them from the worse end, less the line: above nothing exactly
        where the count rule holds. None where no number of points would be enough.
        """
        if test.least is None or test.line is None:
            return None
        goods = self._goods[test.way]
        bound = sorted(self.after, key=goods.__getitem__)[test.k - test.least]
        _, line = self._find_line(self.baseline, test.way)
        if goods[bound] == line:
            return 0.0
        return (self.points[bound].value - test.line) * self.series.better * test.way

    def _find_goods(self, span: range, way: int) -> list[int]:
        return self._goods[way][span.start : span.stop]

    def _find_line(self, base: range, way: int) -> tuple[int, int]:
        """Find the middle of a baseline: its index, and how good it is in this way."""
        if (base, way) not in self._lines:
            goods = self._goods[way]
            index = sorted(base, key=goods.__getitem__)[find_line_rank(len(base)) - 1]
            self._lines[base, way] = index, goods[index]
        return self._lines[base, way]

    def _count_beyond(self, base: range, judged: range, way: int) -> tuple[int, float]:
        """Count the points strictly beyond the middle of a baseline, and give its value."""
        index, line = self._find_line(base, way)
        beyond = sum(good > line for good in self._find_goods(judged, way))
        return beyond, self.points[index].value

    def _is_at_its_best(self, line: float, way: int) -> bool:
        """Whether nothing can be better than the line: all of 100 %, or none at all."""
        if self.series.better * way > 0:
            return self.series.is_percentage and line >= PER_CENT
        return line <= 0 and min(self.tally.values) >= 0

    def _find_chosen(self, way: int, alpha: float) -> Lack | None:
        """Find that the count rule holds against the chosen baseline alone: condition 5."""
        chosen = self.series.baseline
        if chosen is None or chosen.because or len(self.baseline) == len(self.before):
            return None
        m, k = len(self.before), len(self.after)
        count, _ = self._count_beyond(self.before, self.after, way)
        if passes(find_tails(m, k)[count], alpha):
            return None
        return Lack("chosen-baseline", count, find_least(m, k, alpha) or 0, k)

    def _find_people(self, way: int, alpha: float) -> Lack | None:
        """Find that people do not differ, or cannot be counted, where there is n: condition 6."""
        if self.pools is None:
            return find_uncounted(self.series, self.tally)
        return find_overlap(self.series, *self.pools, self.series.better * way, alpha)
