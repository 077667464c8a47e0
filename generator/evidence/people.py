"""Whether people differ, and not only months: counts pooled before and after the change."""

from collections.abc import Sequence

from generator.evidence.charts.p import sum_counts, sum_sizes
from generator.evidence.comparison import Lack
from generator.evidence.proportions import find_newcombe_limits
from generator.evidence.rates import find_least_ratio, find_rate_chance
from generator.evidence.series import Counted, Series, Tally

Pool = tuple[float, float]


def pool(points: Sequence[Counted]) -> Pool:
    """Pool points to one count out of one n."""
    return sum_counts(points), sum_sizes(points)


def find_uncounted(series: Series, tally: Tally) -> Lack | None:
    """Find why people cannot be counted, where some points have n: missing n, or no count of it."""
    points = tally.points
    if not series.counts_people or all(point.n is None for point in points):
        return None
    if not tally.has_n:
        return Lack("n-missing", sum(point.n is None for point in points), 0, len(points))
    if series.is_percentage:
        off = len(points) - tally.shares
        return Lack("not-shares", off, 0, len(points)) if off else None
    off = sum((point.count or 0) < 0 for point in points)
    return Lack("below-nothing", off, 0, len(points)) if off else None


def find_overlap(series: Series, first: Pool, second: Pool, sign: int, alpha: float) -> Lack | None:
    """Find that the people before and after do not differ enough, upwards (1) or downwards (-1)."""
    if series.is_percentage:
        least = find_least_difference(first, second, sign, alpha)
        return None if least > 0 else Lack("people-overlap", least)
    high, low = (second, first) if sign > 0 else (first, second)
    if find_rate_chance(high, low) < alpha:
        return None
    return Lack("people-overlap", find_least_ratio(high, low, alpha), 1)


def find_least_difference(first: Pool, second: Pool, sign: int, tail: float) -> float:
    """Find how far apart two shares are at least, upwards (1) or downwards (-1)."""
    low, high = find_newcombe_limits(first, second, tail)
    return low if sign > 0 else -high
