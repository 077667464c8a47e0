"""How far values wander from one to the next: moving ranges, and what may be drawn of them."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from generator.evidence.series import rank_values

SCREEN = 3.267
ROUNDING = 1e-9
D2 = 1.128


def find_mean_range(values: Sequence[float]) -> float | None:
    """Find the mean moving range, those of 3.267 times their mean or more screened out once.

    3.267 is D4 for two points: Montgomery, Introduction to Statistical Quality Control; Wheeler,
    Understanding Variation. Screened as NHSRplotthedots and qicharts2 do, unless only zero ranges
    would be left. None for fewer than two values.
    """
    ranges = [abs(after - before) for before, after in pairwise(values)]
    if not ranges:
        return None
    most = SCREEN * fmean(ranges) * (1 - ROUNDING)
    kept = [each for each in ranges if each < most]
    return fmean(kept if any(kept) else ranges)


def is_mostly_one_value(values: Sequence[float]) -> bool:
    """Whether more than half of the values are the same, or all but for a computer's rounding.

    The ranges between them say nothing then of how far others may lie.
    """
    (_, most), *_ = Counter(rank_values(values)).most_common(1)
    return 2 * most > len(values)
