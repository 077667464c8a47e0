"""How far apart two Poisson rates are: the exact test, conditional on both counts together.

Przyborowski and Wilenski, Biometrika 1940: if the rates are equal, the count on one side is
binomial among all. Limits of the ratio are Clopper and Pearson's of that share.
"""

import math
from functools import lru_cache

TINY = 1e-300
CLOSE = 1e-15
MOST_STEPS = 10_000


@lru_cache(maxsize=16384)
def find_tail(least: float, trials: float, share: float) -> float:
    """Find P(X >= least) for X ~ Binomial(trials, share)."""
    if least <= 0:
        return 1.0
    if least > trials:
        return 0.0
    return _find_beta(least, trials - least + 1, share)


def _find_beta(a: float, b: float, x: float) -> float:
    """Find the regularised incomplete beta function, by its continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _find_beta(b, a, 1 - x)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front += a * math.log(x) + b * math.log1p(-x)
    # Lentz's way with a fraction, as in Numerical Recipes, 6.4.
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / _off_zero(1 + step * d)
            c = _off_zero(1 + step / c)
            result *= d * c
        if abs(d * c - 1) < CLOSE:
            break
    return math.exp(front) * result / a


def _off_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY


def find_rate_chance(high: tuple[float, float], low: tuple[float, float]) -> float:
    """Find the probability of a rate as much above another by chance, each a (count, exposure)."""
    return find_tail(high[0], high[0] + low[0], high[1] / (high[1] + low[1]))


def find_least_ratio(high: tuple[float, float], low: tuple[float, float], tail: float) -> float:
    """Find the lower limit of one rate over another, with `tail` beyond it."""
    count, trials = high[0], high[0] + low[0]
    if not count:
        return 0.0
    least, most = 0.0, 1.0
    for _ in range(100):
        middle = (least + most) / 2
        if middle in (least, most):
            break
        if _find_beta(count, trials - count + 1, middle) < tail:
            least = middle
        else:
            most = middle
    return most / (1 - most) * low[1] / high[1] if most < 1 else math.inf
