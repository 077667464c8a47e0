"""How long a run, and how few crossings, chance still explains: the two rules of Anhøj.

Anhøj and Olesen, PLOS ONE 2014, 10.1371/journal.pone.0113825. Sides of a line enter; points on it
are left out by whoever asks.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise

FEWEST_USEFUL = 10


def find_longest_allowed(useful: int) -> int:
    """Find the longest run that chance still explains among so many points off the line.

    round(log2 n) + 3, after Schilling. The log2 of a whole number is never exactly half-way
    between two whole numbers, so it does not matter which way a half would be rounded.
    """
    return round(math.log2(useful)) + 3


@lru_cache(maxsize=4096)
def find_fewest_crossings(useful: int) -> int:
    """Find the fewest crossings that chance still explains among so many points off the line.

    The 5 % quantile of Binomial(n - 1, 0.5): the smallest k with P(X <= k) >= 0.05, after Chen.
    """
    trials = useful - 1
    # Counted in whole numbers: 0.05 of all outcomes is one in twenty, with no rounding.
    crossings, outcomes, ways, total = 0, 1, 1, 2**trials
    while 20 * outcomes < total:
        ways = ways * (trials - crossings) // (crossings + 1)
        crossings += 1
        outcomes += ways
    return crossings


def find_longest_run(sides: Sequence[int]) -> int:
    """Find how many in a row stay on one side."""
    return max((len(list(run)) for _, run in groupby(sides)), default=0)


def count_crossings(sides: Sequence[int]) -> int:
    """Count how often the next point is on the other side."""
    return sum(before != after for before, after in pairwise(sides))


def find_unrest(sides: Sequence[int]) -> str:
    """Find the first of the two rules that points break: runs, crossings, or nothing ("")."""
    if len(sides) < FEWEST_USEFUL:
        return ""
    if find_longest_run(sides) > find_longest_allowed(len(sides)):
        return "runs"
    return "crossings" if count_crossings(sides) < find_fewest_crossings(len(sides)) else ""
