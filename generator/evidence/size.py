"""Then and now: how much it was before, how much it is after, and what is at least there.

A comparison and its judgement enter, a `Size` leaves. The bound belongs to the test that the label
rests on, so that the two never contradict each other.
"""

import math
from statistics import median
from typing import NamedTuple

from generator.evidence.control_median import PointComparison
from generator.evidence.event_rates import EventComparison
from generator.evidence.label import ALPHA, Judgement
from generator.evidence.people import find_least_difference
from generator.evidence.proportions import find_newcombe_limits
from generator.evidence.rates import find_least_ratio


class Size(NamedTuple):
    """How much before and after; `kind` says what they are.

    median: middle values. share, rate: pooled from what was counted, in the unit of the values.
    spell: days for each event, infinite where there was none. `least` is what is at least there in
    the way of the label, at `confidence`: a difference of medians or shares, or how many times as
    much (rate, spell). `limits` hold a difference of shares, or a ratio of rates, on both sides.
    """

    kind: str
    before: float
    after: float
    way: int = 0
    least: float | None = None
    confidence: float = 1 - ALPHA
    limits: tuple[float, float] | None = None

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before


def find_size(comparison: PointComparison | EventComparison, judgement: Judgement) -> Size | None:
    """Find how much a measure was before and is after; None where a side has nothing."""
    if comparison.find_gap():
        return None
    if isinstance(comparison, EventComparison):
        return _find_spells(comparison, judgement)
    return _find_points(comparison, judgement)


def _find_spells(comparison: EventComparison, judgement: Judgement) -> Size:
    (m, before), (k, after) = (comparison.count(s) for s in (comparison.baseline, comparison.after))
    size = Size("spell", before / m if m else math.inf, after / k if k else math.inf)
    test = judgement.test
    if not judgement.way or test is None:
        return size
    return size._replace(
        way=judgement.way, least=comparison.find_bound(test), confidence=1 - test.alpha
    )


def _find_points(comparison: PointComparison, judgement: Judgement) -> Size:
    series, pools = comparison.series, comparison.pools
    sides = comparison.baseline, comparison.after
    if pools:
        kind = "share" if series.is_percentage else "rate"
        was, now = (series.scale * count / n for count, n in pools)
    else:
        kind = "median"
        was, now = (median(comparison.points[i].value for i in side) for side in sides)
    size = Size(kind, was, now)
    test = judgement.test
    if judgement.way and test:
        sign = series.better * judgement.way
        least = comparison.find_bound(test)
        if pools and series.is_percentage:
            least = series.scale * find_least_difference(*pools, sign, test.alpha)
        elif pools:
            high, low = (pools[1], pools[0]) if sign > 0 else pools
            least = find_least_ratio(high, low, test.alpha)
        return size._replace(way=judgement.way, least=least, confidence=1 - test.alpha)
    if pools and all(len(side) == 1 for side in sides):
        return size._replace(
            limits=_find_limits(*pools, series.scale, is_share=size.kind == "share")
        )
    return size


def _find_limits(
    first: tuple[float, float], second: tuple[float, float], scale: float, *, is_share: bool
) -> tuple[float, float]:
    """Find the two-sided 95 % interval of two points: of the difference, or of the ratio."""
    tail = ALPHA / 2
    if is_share:
        low, high = find_newcombe_limits(first, second, tail)
        return scale * low, scale * high
    least = find_least_ratio(first, second, tail)
    return find_least_ratio(second, first, tail), 1 / least if least else math.inf
