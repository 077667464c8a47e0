"""Events before a change against events after it: the conditions of a label, one by one.

Days enter, with the days between which all would have been seen. The test is that of two Poisson
rates, exact; the line of months, the latest points and people are no questions here.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.evidence.comparison import FEWEST, LATE_ALPHA, LATE_MONTHS, ChanceTest, Lack
from generator.evidence.count_rule import passes
from generator.evidence.months import add_months
from generator.evidence.rates import find_least_ratio, find_rate_chance
from generator.evidence.rest import find_movement
from generator.evidence.series import Series, rank_values
from generator.evidence.trend_line import rate_leads_there

FEWEST_DAYS = 90
Span = tuple[int, int]


def find_times(days: Sequence[dt.date]) -> list[float]:
    """Find when events were, in days; those of one day are spread over it evenly."""
    times: list[float] = []
    for day, same in groupby(sorted(days)):
        count = len(list(same))
        times += [day.toordinal() + number / count for number in range(count)]
    return times


def find_spells(days: Sequence[dt.date]) -> list[float]:
    """Find the days between each event and the next: two of one day are half a day apart."""
    return [after - before for before, after in pairwise(find_times(days))]


def find_observed_events(series: Series) -> list[dt.date]:
    """Find the events that lie in the observed days, in order."""
    seen = series.observed
    return sorted(day for day in series.events if seen and seen.first <= day <= seen.last)


class EventComparison:
    """A series of events on both sides of a change."""

    def __init__(self, series: Series, changed_on: dt.date | None) -> None:
        """Find the observed days, and the events in them, on both sides."""
        self.series, self.changed_on = series, changed_on
        self.events = find_observed_events(series)
        self.as_of = series.observed.last if series.observed else None
        self.before = self.baseline = self.after = (0, 0)
        if series.observed is None or changed_on is None:
            return
        first, end = series.observed.first.toordinal(), series.observed.last.toordinal() + 1
        change = min(max(changed_on.toordinal(), first), max(end, first))
        self.before = self.baseline = (first, change)
        self.after = (change, max(end, change))
        if series.baseline:
            start = min(max(series.baseline.first.toordinal(), first), change)
            stop = min(max(series.baseline.last.toordinal() + 1, start), change)
            self.baseline = (start, stop)

    def count(self, span: Span) -> tuple[int, int]:
        """Count the events in a span, and its days."""
        return sum(span[0] <= day.toordinal() < span[1] for day in self.events), span[1] - span[0]

    def find_gap(self) -> Lack | None:
        """Find why nothing can be compared: no day of a change, or no observed days on a side."""
        if self.series.observed is None:
            return Lack("not-observed", of=len(self.series.events))
        if self.changed_on is None:
            return Lack("no-change", of=len(self.events))
        for code, (start, stop) in (("unseen-before", self.baseline), ("unseen-after", self.after)):
            if start >= stop:
                return Lack(code, of=len(self.events), since=self.changed_on)
        return None

    def find_shortages(self) -> tuple[Lack, ...]:
        """Find fewer than 6 events before, or fewer than 90 observed days on a side."""
        events, days = self.count(self.baseline)
        _, after = self.count(self.after)
        found = (
            Lack("few-events", events, FEWEST),
            Lack("few-days-before", days, FEWEST_DAYS),
            Lack("few-days-after", after, FEWEST_DAYS),
        )
        return tuple(lack for lack in found if lack.have < lack.need)

    def find_lacks(self, way: int, alpha: float) -> Iterator[Lack]:
        """Find which of conditions 1, 3 and 5 are not met for one way."""
        chance = self._find_chance(self.baseline, self.after, way)
        if not passes(chance, alpha):
            yield Lack("rates-overlap", chance, alpha)
        start, stop = self.baseline
        spells = find_spells([d for d in self.events if start <= d.toordinal() < stop])
        # Where fewer events are better, longer spells are.
        sign = -self.series.better * way
        goods = tuple(sign * rank for rank in rank_values(spells))
        if goods and (movement := find_movement(goods)):
            yield movement
        elif passes(chance, alpha) and self._leads_there(way):
            yield Lack("baseline-leads")
        chosen = self.series.baseline
        if chosen and not chosen.because and self.baseline != self.before:
            chance = self._find_chance(self.before, self.after, way)
            if not passes(chance, alpha):
                yield Lack("chosen-baseline", chance, alpha)

    def find_late_lack(self) -> Lack | None:
        """Find what is missing to be sustained: 90 days from a year on, and the test of them."""
        if self.changed_on is None:
            return Lack("no-change")
        late_from = add_months(self.changed_on, LATE_MONTHS)
        start = max(late_from.toordinal(), self.after[0])
        late = (start, max(self.after[1], start))
        days = late[1] - late[0]
        if days < FEWEST_DAYS:
            return Lack("few-days-late", days, FEWEST_DAYS, since=late_from)
        chance = self._find_chance(self.baseline, late, 1)
        if passes(chance, LATE_ALPHA):
            return None
        return Lack("late-overlap", chance, LATE_ALPHA, since=late_from)

    def make_test(self, way: int, alpha: float) -> ChanceTest:
        """Make the test of the two rates."""
        (m, before), (k, after) = self.count(self.baseline), self.count(self.after)
        chance = self._find_chance(self.baseline, self.after, way)
        return ChanceTest(way, alpha, m, k, chance, days=(before, after))

    def find_bound(self, test: ChanceTest) -> float:
        """Find how many times as often, or as rare, events are at least, at 1 - alpha."""
        high, low = self._order(self.baseline, self.after, test.way)
        return find_least_ratio(high, low, test.alpha)

    def _leads_there(self, way: int) -> bool:
        """Whether the rate before leads to the rate after by itself."""
        start, stop = self.baseline
        times = [(t - start) / (stop - start) for t in find_times(self.events)]
        after, days = self.count(self.after)
        before = [time for time in times if 0 <= time < 1]
        return rate_leads_there(before, after, (stop - start, days), self.series.better * way)

    def _order(self, base: Span, judged: Span, way: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Put first the side on which a change this way has the higher rate."""
        before, after = self.count(base), self.count(judged)
        return (after, before) if self.series.better * way > 0 else (before, after)

    def _find_chance(self, base: Span, judged: Span, way: int) -> float:
        return find_rate_chance(*self._order(base, judged, way))
