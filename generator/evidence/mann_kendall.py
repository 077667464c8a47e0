"""Whether values rise with time: the one-sided test of Mann and Kendall.

Mann, Econometrica 1945; Kendall, Rank Correlation Methods. Exact without ties up to 100 values;
with ties, or beyond, the normal approximation with its corrections for ties and for continuity.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from statistics import NormalDist

MOST_EXACT = 100


def find_rise_chance(values: Sequence[float]) -> float:
    """Find the probability of a rise at least as steady as this one if order meant nothing."""
    count = len(values)
    score = find_score(values)
    ties = [times for times in Counter(values).values() if times > 1]
    if not ties and count <= MOST_EXACT:
        return _find_exact_tails(count)[(score + count * (count - 1) // 2) // 2]
    spread = count * (count - 1) * (2 * count + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)
    if not spread:
        return 1.0
    sign = (score > 0) - (score < 0)
    return NormalDist().cdf(-(score - sign) / math.sqrt(spread / 18))


def find_score(values: Sequence[float]) -> int:
    """Find Kendall's S: how many pairs rise with time, less how many fall."""
    seen: list[float] = []
    score = 0
    for value in values:
        place = bisect_right(seen, value)
        score += bisect_left(seen, value) - (len(seen) - place)
        seen.insert(place, value)
    return score


@lru_cache(maxsize=128)
def _find_exact_tails(count: int) -> tuple[float, ...]:
    """Find P(rising pairs >= j) for every j, in a random order without ties."""
    chances = [1.0]
    for size in range(2, count + 1):
        # A new value rises above 0 to size - 1 of the earlier ones, each as likely.
        window, wider = 0.0, []
        for j in range(len(chances) + size - 1):
            window += chances[j] if j < len(chances) else 0.0
            window -= chances[j - size] if j >= size else 0.0
            wider.append(max(window, 0.0) / size)
        chances = wider
    # The distribution mirrors itself: the small half, summed from its end, is the exact one.
    tails, total = [], 0.0
    for chance in chances:
        total += chance
        tails.append(min(total, 1.0))
    return tuple(reversed(tails))
