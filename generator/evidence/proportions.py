"""How far apart two proportions are: Wilson's limits, and Newcombe's interval made of them."""

import math
from functools import lru_cache
from statistics import NormalDist


@lru_cache(maxsize=1024)
def find_deviate(tail: float) -> float:
    """Find the normal deviate that leaves a probability beyond it on one side."""
    return NormalDist().inv_cdf(1 - tail)


def find_wilson_limits(count: float, n: float, tail: float) -> tuple[float, float]:
    """Find Wilson's limits of a proportion, with `tail` beyond each; no continuity correction.

    Wilson, Journal of the American Statistical Association 1927. `n` is above 0.
    """
    z = find_deviate(tail)
    share, square = count / n, z * z
    middle = share + square / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    low, high = (middle - half) / (1 + square / n), (middle + half) / (1 + square / n)
    return (low if count else 0.0), (high if count < n else 1.0)


def find_newcombe_limits(
    before: tuple[float, float], after: tuple[float, float], tail: float
) -> tuple[float, float]:
    """Find the limits of a difference of proportions, after less before, each a (count, n).

    Method 10 of Newcombe, Statistics in Medicine 1998;17:873-890, with `tail` beyond each limit.
    """
    first, second = before[0] / before[1], after[0] / after[1]
    low_1, high_1 = find_wilson_limits(*before, tail)
    low_2, high_2 = find_wilson_limits(*after, tail)
    gap = second - first
    low = gap - math.hypot(second - low_2, high_1 - first)
    return low, gap + math.hypot(high_2 - second, first - low_1)
